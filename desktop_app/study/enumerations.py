"""The code lists of the registry's API (schema 2.0.3), each term with its words for people."""

from desktop_app.study.codes import Code
from desktop_app.study.listed_codes import EnrollmentType as EnrollmentType
from desktop_app.study.listed_codes import InterventionType as InterventionType
from desktop_app.study.listed_codes import Phase as Phase
from desktop_app.study.listed_codes import Sex as Sex
from desktop_app.study.listed_codes import Status as Status
from desktop_app.study.listed_codes import StudyType as StudyType


class StandardAge(Code):
    """Terms of standard age."""

    CHILD = ("CHILD", "Child (birth to 17)")
    ADULT = ("ADULT", "Adult (18 to 64)")
    OLDER_ADULT = ("OLDER_ADULT", "Older adult (65 and over)")


class SamplingMethod(Code):
    """Terms of sampling method."""

    PROBABILITY_SAMPLE = ("PROBABILITY_SAMPLE", "Probability sample")
    NON_PROBABILITY_SAMPLE = ("NON_PROBABILITY_SAMPLE", "Non-probability sample")


class IpdSharing(Code):
    """Terms of ipd sharing."""

    YES = ("YES", "Yes")
    NO = ("NO", "No")
    UNDECIDED = ("UNDECIDED", "Undecided")


class IpdSharingInfoType(Code):
    """Terms of ipd sharing info type."""

    STUDY_PROTOCOL = ("STUDY_PROTOCOL", "Study protocol")
    SAP = ("SAP", "Statistical analysis plan")
    ICF = ("ICF", "Informed consent form")
    CSR = ("CSR", "Clinical study report")
    ANALYTIC_CODE = ("ANALYTIC_CODE", "Analytic code")


class OrgStudyIdType(Code):
    """Terms of org study id type."""

    NIH = ("NIH", "NIH")
    FDA = ("FDA", "FDA")
    VA = ("VA", "VA")
    CDC = ("CDC", "CDC")
    AHRQ = ("AHRQ", "AHRQ")
    SAMHSA = ("SAMHSA", "SAMHSA")


class SecondaryIdType(Code):
    """Terms of secondary id type."""

    NIH = ("NIH", "NIH")
    FDA = ("FDA", "FDA")
    VA = ("VA", "VA")
    CDC = ("CDC", "CDC")
    AHRQ = ("AHRQ", "AHRQ")
    SAMHSA = ("SAMHSA", "SAMHSA")
    OTHER_GRANT = ("OTHER_GRANT", "Other grant or funding number")
    EUDRACT_NUMBER = ("EUDRACT_NUMBER", "EudraCT number")
    CTIS = ("CTIS", "CTIS")
    REGISTRY = ("REGISTRY", "Registry identifier")
    OTHER = ("OTHER", "Other")


class AgencyClass(Code):
    """Terms of agency class."""

    NIH = ("NIH", "NIH")
    FED = ("FED", "U.S. federal agency")
    OTHER_GOV = ("OTHER_GOV", "Other government")
    INDIV = ("INDIV", "Individual")
    INDUSTRY = ("INDUSTRY", "Industry")
    NETWORK = ("NETWORK", "Network")
    AMBIG = ("AMBIG", "Ambiguous")
    OTHER = ("OTHER", "Other")
    UNKNOWN = ("UNKNOWN", "Unknown")


class ExpandedAccessStatus(Code):
    """Terms of expanded access status."""

    AVAILABLE = ("AVAILABLE", "Available")
    NO_LONGER_AVAILABLE = ("NO_LONGER_AVAILABLE", "No longer available")
    TEMPORARILY_NOT_AVAILABLE = ("TEMPORARILY_NOT_AVAILABLE", "Temporarily not available")
    APPROVED_FOR_MARKETING = ("APPROVED_FOR_MARKETING", "Approved for marketing")


class DateType(Code):
    """Whether a date is planned or has come."""

    ACTUAL = ("ACTUAL", "Actual")
    ESTIMATED = ("ESTIMATED", "Estimated")


class ResponsiblePartyType(Code):
    """Terms of responsible party type."""

    SPONSOR = ("SPONSOR", "Sponsor")
    PRINCIPAL_INVESTIGATOR = ("PRINCIPAL_INVESTIGATOR", "Principal investigator")
    SPONSOR_INVESTIGATOR = ("SPONSOR_INVESTIGATOR", "Sponsor-investigator")


class DesignAllocation(Code):
    """Terms of design allocation."""

    RANDOMIZED = ("RANDOMIZED", "Randomized")
    NON_RANDOMIZED = ("NON_RANDOMIZED", "Non-randomized")
    NA = ("NA", "Not applicable")


class InterventionalAssignment(Code):
    """Terms of interventional assignment."""

    SINGLE_GROUP = ("SINGLE_GROUP", "Single group assignment")
    PARALLEL = ("PARALLEL", "Parallel assignment")
    CROSSOVER = ("CROSSOVER", "Crossover assignment")
    FACTORIAL = ("FACTORIAL", "Factorial assignment")
    SEQUENTIAL = ("SEQUENTIAL", "Sequential assignment")


class PrimaryPurpose(Code):
    """Terms of primary purpose."""

    TREATMENT = ("TREATMENT", "Treatment")
    PREVENTION = ("PREVENTION", "Prevention")
    DIAGNOSTIC = ("DIAGNOSTIC", "Diagnostic")
    ECT = ("ECT", "Educational, counseling or training")
    SUPPORTIVE_CARE = ("SUPPORTIVE_CARE", "Supportive care")
    SCREENING = ("SCREENING", "Screening")
    HEALTH_SERVICES_RESEARCH = ("HEALTH_SERVICES_RESEARCH", "Health services research")
    BASIC_SCIENCE = ("BASIC_SCIENCE", "Basic science")
    DEVICE_FEASIBILITY = ("DEVICE_FEASIBILITY", "Device feasibility")
    OTHER = ("OTHER", "Other")


class ObservationalModel(Code):
    """Terms of observational model."""

    COHORT = ("COHORT", "Cohort")
    CASE_CONTROL = ("CASE_CONTROL", "Case-control")
    CASE_ONLY = ("CASE_ONLY", "Case-only")
    CASE_CROSSOVER = ("CASE_CROSSOVER", "Case-crossover")
    ECOLOGIC_OR_COMMUNITY = ("ECOLOGIC_OR_COMMUNITY", "Ecologic or community")
    FAMILY_BASED = ("FAMILY_BASED", "Family-based")
    DEFINED_POPULATION = ("DEFINED_POPULATION", "Defined population")
    NATURAL_HISTORY = ("NATURAL_HISTORY", "Natural history")
    OTHER = ("OTHER", "Other")


class DesignTimePerspective(Code):
    """Terms of design time perspective."""

    RETROSPECTIVE = ("RETROSPECTIVE", "Retrospective")
    PROSPECTIVE = ("PROSPECTIVE", "Prospective")
    CROSS_SECTIONAL = ("CROSS_SECTIONAL", "Cross-sectional")
    OTHER = ("OTHER", "Other")


class BioSpecRetention(Code):
    """Terms of bio spec retention."""

    NONE_RETAINED = ("NONE_RETAINED", "None retained")
    SAMPLES_WITH_DNA = ("SAMPLES_WITH_DNA", "Samples with DNA")
    SAMPLES_WITHOUT_DNA = ("SAMPLES_WITHOUT_DNA", "Samples without DNA")


class ArmGroupType(Code):
    """Terms of arm group type."""

    EXPERIMENTAL = ("EXPERIMENTAL", "Experimental")
    ACTIVE_COMPARATOR = ("ACTIVE_COMPARATOR", "Active comparator")
    PLACEBO_COMPARATOR = ("PLACEBO_COMPARATOR", "Placebo comparator")
    SHAM_COMPARATOR = ("SHAM_COMPARATOR", "Sham comparator")
    NO_INTERVENTION = ("NO_INTERVENTION", "No intervention")
    OTHER = ("OTHER", "Other")


class ContactRole(Code):
    """Terms of contact role."""

    STUDY_CHAIR = ("STUDY_CHAIR", "Study chair")
    STUDY_DIRECTOR = ("STUDY_DIRECTOR", "Study director")
    PRINCIPAL_INVESTIGATOR = ("PRINCIPAL_INVESTIGATOR", "Principal investigator")
    SUB_INVESTIGATOR = ("SUB_INVESTIGATOR", "Sub-investigator")
    CONTACT = ("CONTACT", "Contact")


class OfficialRole(Code):
    """Terms of official role."""

    STUDY_CHAIR = ("STUDY_CHAIR", "Study chair")
    STUDY_DIRECTOR = ("STUDY_DIRECTOR", "Study director")
    PRINCIPAL_INVESTIGATOR = ("PRINCIPAL_INVESTIGATOR", "Principal investigator")
    SUB_INVESTIGATOR = ("SUB_INVESTIGATOR", "Sub-investigator")


class RecruitmentStatus(Code):
    """Terms of recruitment status."""

    ACTIVE_NOT_RECRUITING = ("ACTIVE_NOT_RECRUITING", "Active, not recruiting")
    COMPLETED = ("COMPLETED", "Completed")
    ENROLLING_BY_INVITATION = ("ENROLLING_BY_INVITATION", "Enrolling by invitation")
    NOT_YET_RECRUITING = ("NOT_YET_RECRUITING", "Not yet recruiting")
    RECRUITING = ("RECRUITING", "Recruiting")
    SUSPENDED = ("SUSPENDED", "Suspended")
    TERMINATED = ("TERMINATED", "Terminated")
    WITHDRAWN = ("WITHDRAWN", "Withdrawn")
    AVAILABLE = ("AVAILABLE", "Available")


class ReferenceType(Code):
    """Terms of reference type."""

    BACKGROUND = ("BACKGROUND", "Background")
    RESULT = ("RESULT", "Result")
    DERIVED = ("DERIVED", "Derived")


class BrowseLeafRelevance(Code):
    """Terms of browse leaf relevance."""

    LOW = ("LOW", "Low")
    HIGH = ("HIGH", "High")


class DesignMasking(Code):
    """Terms of design masking."""

    NONE = ("NONE", "None (open label)")
    SINGLE = ("SINGLE", "Single")
    DOUBLE = ("DOUBLE", "Double")
    TRIPLE = ("TRIPLE", "Triple")
    QUADRUPLE = ("QUADRUPLE", "Quadruple")


class WhoMasked(Code):
    """Terms of who masked."""

    PARTICIPANT = ("PARTICIPANT", "Participant")
    CARE_PROVIDER = ("CARE_PROVIDER", "Care provider")
    INVESTIGATOR = ("INVESTIGATOR", "Investigator")
    OUTCOMES_ASSESSOR = ("OUTCOMES_ASSESSOR", "Outcomes assessor")


SAID_WITHIN_SENTENCES: tuple[type[Code], ...] = (
    DateType,
    DesignAllocation,
    DesignMasking,
    DesignTimePerspective,
    EnrollmentType,
    InterventionalAssignment,
    ObservationalModel,
    PrimaryPurpose,
    WhoMasked,
)
"""The lists of which terms stand within sentences, besides alone: see ``code_within``."""
