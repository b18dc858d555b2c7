"""The code lists of which a list of studies says terms; the others are loaded with a record.

They are of the registry's API (schema 2.0.3), each term with its words for people.
"""

from desktop_app.study.codes import Code


class Status(Code):
    """Where a study stands."""

    ACTIVE_NOT_RECRUITING = ("ACTIVE_NOT_RECRUITING", "Active, not recruiting")
    COMPLETED = ("COMPLETED", "Completed")
    ENROLLING_BY_INVITATION = ("ENROLLING_BY_INVITATION", "Enrolling by invitation")
    NOT_YET_RECRUITING = ("NOT_YET_RECRUITING", "Not yet recruiting")
    RECRUITING = ("RECRUITING", "Recruiting")
    SUSPENDED = ("SUSPENDED", "Suspended")
    TERMINATED = ("TERMINATED", "Terminated")
    WITHDRAWN = ("WITHDRAWN", "Withdrawn")
    AVAILABLE = ("AVAILABLE", "Available")
    NO_LONGER_AVAILABLE = ("NO_LONGER_AVAILABLE", "No longer available")
    TEMPORARILY_NOT_AVAILABLE = ("TEMPORARILY_NOT_AVAILABLE", "Temporarily not available")
    APPROVED_FOR_MARKETING = ("APPROVED_FOR_MARKETING", "Approved for marketing")
    WITHHELD = ("WITHHELD", "Withheld")
    UNKNOWN = ("UNKNOWN", "Unknown status")


class StudyType(Code):
    """Terms of study type."""

    EXPANDED_ACCESS = ("EXPANDED_ACCESS", "Expanded access")
    INTERVENTIONAL = ("INTERVENTIONAL", "Interventional")
    OBSERVATIONAL = ("OBSERVATIONAL", "Observational")


class Phase(Code):
    """Phase of a trial of drugs or biologics."""

    NA = ("NA", "Not Applicable")
    EARLY_PHASE1 = ("EARLY_PHASE1", "Early Phase 1")
    PHASE1 = ("PHASE1", "Phase 1")
    PHASE2 = ("PHASE2", "Phase 2")
    PHASE3 = ("PHASE3", "Phase 3")
    PHASE4 = ("PHASE4", "Phase 4")


class Sex(Code):
    """Terms of sex."""

    FEMALE = ("FEMALE", "Female")
    MALE = ("MALE", "Male")
    ALL = ("ALL", "All")


class EnrollmentType(Code):
    """Whether enrollment is planned or actual."""

    ACTUAL = ("ACTUAL", "Actual")
    ESTIMATED = ("ESTIMATED", "Estimated")


class InterventionType(Code):
    """Terms of intervention type."""

    BEHAVIORAL = ("BEHAVIORAL", "Behavioral")
    BIOLOGICAL = ("BIOLOGICAL", "Biological")
    COMBINATION_PRODUCT = ("COMBINATION_PRODUCT", "Combination Product")
    DEVICE = ("DEVICE", "Device")
    DIAGNOSTIC_TEST = ("DIAGNOSTIC_TEST", "Diagnostic Test")
    DIETARY_SUPPLEMENT = ("DIETARY_SUPPLEMENT", "Dietary Supplement")
    DRUG = ("DRUG", "Drug")
    GENETIC = ("GENETIC", "Genetic")
    PROCEDURE = ("PROCEDURE", "Procedure")
    RADIATION = ("RADIATION", "Radiation")
    OTHER = ("OTHER", "Other")
