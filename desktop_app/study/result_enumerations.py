"""The code lists of posted results and of what the registry remarks about them."""

from desktop_app.study.codes import Code


class MeasureParam(Code):
    """Terms of measure param."""

    GEOMETRIC_MEAN = ("GEOMETRIC_MEAN", "Geometric mean")
    GEOMETRIC_LEAST_SQUARES_MEAN = ("GEOMETRIC_LEAST_SQUARES_MEAN", "Geometric least squares mean")
    LEAST_SQUARES_MEAN = ("LEAST_SQUARES_MEAN", "Least squares mean")
    LOG_MEAN = ("LOG_MEAN", "Log mean")
    MEAN = ("MEAN", "Mean")
    MEDIAN = ("MEDIAN", "Median")
    NUMBER = ("NUMBER", "Number")
    COUNT_OF_PARTICIPANTS = ("COUNT_OF_PARTICIPANTS", "Count of participants")
    COUNT_OF_UNITS = ("COUNT_OF_UNITS", "Count of units")


class MeasureDispersionType(Code):
    """Terms of measure dispersion type."""

    NA = ("NA", "Not applicable")
    STANDARD_DEVIATION = ("STANDARD_DEVIATION", "Standard deviation")
    STANDARD_ERROR = ("STANDARD_ERROR", "Standard error")
    INTER_QUARTILE_RANGE = ("INTER_QUARTILE_RANGE", "Inter-quartile range")
    FULL_RANGE = ("FULL_RANGE", "Full range")
    CONFIDENCE_80 = ("CONFIDENCE_80", "80% confidence interval")
    CONFIDENCE_90 = ("CONFIDENCE_90", "90% confidence interval")
    CONFIDENCE_95 = ("CONFIDENCE_95", "95% confidence interval")
    CONFIDENCE_975 = ("CONFIDENCE_975", "97.5% confidence interval")
    CONFIDENCE_99 = ("CONFIDENCE_99", "99% confidence interval")
    CONFIDENCE_OTHER = ("CONFIDENCE_OTHER", "Other confidence interval")
    GEOMETRIC_COEFFICIENT = ("GEOMETRIC_COEFFICIENT", "Geometric coefficient")


class OutcomeMeasureType(Code):
    """Terms of outcome measure type."""

    PRIMARY = ("PRIMARY", "Primary")
    SECONDARY = ("SECONDARY", "Secondary")
    OTHER_PRE_SPECIFIED = ("OTHER_PRE_SPECIFIED", "Other pre-specified")
    POST_HOC = ("POST_HOC", "Post-hoc")


class ReportingStatus(Code):
    """Terms of reporting status."""

    NOT_POSTED = ("NOT_POSTED", "Not posted")
    POSTED = ("POSTED", "Posted")


class EventAssessment(Code):
    """Terms of event assessment."""

    NON_SYSTEMATIC_ASSESSMENT = ("NON_SYSTEMATIC_ASSESSMENT", "Non-systematic assessment")
    SYSTEMATIC_ASSESSMENT = ("SYSTEMATIC_ASSESSMENT", "Systematic assessment")


class AgreementRestrictionType(Code):
    """Terms of agreement restriction type."""

    LTE60 = ("LTE60", "At most 60 days")
    GT60 = ("GT60", "More than 60 days")
    OTHER = ("OTHER", "Other")


class AnalysisDispersionType(Code):
    """Terms of analysis dispersion type."""

    STANDARD_DEVIATION = ("STANDARD_DEVIATION", "Standard deviation")
    STANDARD_ERROR_OF_MEAN = ("STANDARD_ERROR_OF_MEAN", "Standard error of mean")


class ConfidenceIntervalNumSides(Code):
    """Terms of confidence interval num sides."""

    ONE_SIDED = ("ONE_SIDED", "1-sided")
    TWO_SIDED = ("TWO_SIDED", "2-sided")


class NonInferiorityType(Code):
    """Terms of non inferiority type."""

    SUPERIORITY = ("SUPERIORITY", "Superiority")
    NON_INFERIORITY = ("NON_INFERIORITY", "Non-inferiority")
    EQUIVALENCE = ("EQUIVALENCE", "Equivalence")
    OTHER = ("OTHER", "Other")
    NON_INFERIORITY_OR_EQUIVALENCE = (
        "NON_INFERIORITY_OR_EQUIVALENCE",
        "Non-inferiority or equivalence",
    )
    SUPERIORITY_OR_OTHER = ("SUPERIORITY_OR_OTHER", "Superiority or other")
    NON_INFERIORITY_OR_EQUIVALENCE_LEGACY = (
        "NON_INFERIORITY_OR_EQUIVALENCE_LEGACY",
        "Non-inferiority or equivalence (legacy)",
    )
    SUPERIORITY_OR_OTHER_LEGACY = ("SUPERIORITY_OR_OTHER_LEGACY", "Superiority or other (legacy)")


class UnpostedEventType(Code):
    """Terms of unposted event type."""

    RESET = ("RESET", "Reset")
    RELEASE = ("RELEASE", "Release")
    UNRELEASE = ("UNRELEASE", "Unrelease")


class ViolationEventType(Code):
    """Terms of violation event type."""

    VIOLATION_IDENTIFIED = ("VIOLATION_IDENTIFIED", "Violation identified")
    CORRECTION_CONFIRMED = ("CORRECTION_CONFIRMED", "Correction confirmed")
    PENALTY_IMPOSED = ("PENALTY_IMPOSED", "Penalty imposed")
    ISSUES_IN_LETTER_ADDRESSED_CONFIRMED = (
        "ISSUES_IN_LETTER_ADDRESSED_CONFIRMED",
        "Issues in letter addressed confirmed",
    )
