"""Study design: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import (
    BioSpecRetention,
    DesignAllocation,
    DesignMasking,
    DesignTimePerspective,
    EnrollmentType,
    InterventionalAssignment,
    ObservationalModel,
    Phase,
    PrimaryPurpose,
    StudyType,
    WhoMasked,
)
from desktop_app.study.markup import MarkupText


class ExpandedAccessTypes(RecordModel):
    """For whom an expanded access record provides the product."""

    individual: bool | None = Field(default=None, title="Individual Patients")
    intermediate: bool | None = Field(default=None, title="Intermediate-size Population")
    treatment: bool | None = Field(default=None, title="Treatment IND/Protocol")


class MaskingBlock(RecordModel):
    """Who does not know the assignment."""

    masking: Coded[DesignMasking] | None = Field(default=None, title="Masking")
    masking_description: MarkupText | None = Field(default=None, title="Masking Description")
    who_masked: tuple[Coded[WhoMasked], ...] = Field(default=(), title="Who is Masked")


class DesignInfo(RecordModel):
    """How the study is designed; interventional and observational elements together."""

    allocation: Coded[DesignAllocation] | None = Field(default=None, title="Allocation")
    intervention_model: Coded[InterventionalAssignment] | None = Field(
        default=None, title="Interventional Study Model"
    )
    intervention_model_description: MarkupText | None = Field(
        default=None, title="Model Description"
    )
    primary_purpose: Coded[PrimaryPurpose] | None = Field(default=None, title="Primary Purpose")
    observational_model: Coded[ObservationalModel] | None = Field(
        default=None, title="Observational Study Model"
    )
    time_perspective: Coded[DesignTimePerspective] | None = Field(
        default=None, title="Time Perspective"
    )
    masking_info: MaskingBlock = Field(default_factory=empty(MaskingBlock), title="Masking")


class BioSpec(RecordModel):
    """What is kept of the participants' specimens."""

    retention: Coded[BioSpecRetention] | None = Field(default=None, title="Biospecimen Retention")
    description: MarkupText | None = Field(default=None, title="Biospecimen Description")


class EnrollmentInfo(RecordModel):
    """How many take part, planned or actual."""

    count: int | None = Field(default=None, title="Enrollment")
    type: Coded[EnrollmentType] | None = Field(default=None, title="Enrollment Type")


class DesignModule(RecordModel):
    """The design of the study."""

    study_type: Coded[StudyType] | None = Field(default=None, title="Study Type")
    n_ptrs_to_this_exp_acc_nct_id: int | None = Field(
        default=None, title="Studies Pointing to This Expanded Access Record"
    )
    expanded_access_types: ExpandedAccessTypes = Field(
        default_factory=empty(ExpandedAccessTypes), title="Expanded Access Types"
    )
    patient_registry: bool | None = Field(default=None, title="Patient Registry")
    target_duration: str | None = Field(default=None, title="Target Follow-Up Duration")
    phases: tuple[Coded[Phase], ...] = Field(default=(), title="Study Phase")
    design_info: DesignInfo = Field(default_factory=empty(DesignInfo), title="Study Design")
    bio_spec: BioSpec = Field(default_factory=empty(BioSpec), title="Biospecimens")
    enrollment_info: EnrollmentInfo = Field(
        default_factory=empty(EnrollmentInfo), title="Enrollment"
    )
