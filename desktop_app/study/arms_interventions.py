"""Arms, groups and interventions: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import ArmGroupType, InterventionType
from desktop_app.study.markup import MarkupText


class ArmGroup(RecordModel):
    """An arm of a trial, or a group or cohort of an observational study."""

    label: str | None = Field(default=None, title="Arm Title")
    type: Coded[ArmGroupType] | None = Field(default=None, title="Arm Type")
    description: MarkupText | None = Field(default=None, title="Arm Description")
    intervention_names: tuple[str, ...] = Field(default=(), title="Interventions")


class Intervention(RecordModel):
    """What is given, done or observed."""

    type: Coded[InterventionType] | None = Field(default=None, title="Intervention Type")
    name: str | None = Field(default=None, title="Intervention Name")
    description: MarkupText | None = Field(default=None, title="Intervention Description")
    arm_group_labels: tuple[str, ...] = Field(default=(), title="Arms")
    other_names: tuple[str, ...] = Field(default=(), title="Other Names")


class ArmsInterventionsModule(RecordModel):
    """Arm groups and interventions; each names the other by its label."""

    arm_groups: tuple[ArmGroup, ...] = Field(default=(), title="Arms")
    interventions: tuple[Intervention, ...] = Field(default=(), title="Interventions")
