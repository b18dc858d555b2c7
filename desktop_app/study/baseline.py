"""Baseline characteristics (results): data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.markup import MarkupText
from desktop_app.study.measures import Denom, MeasureClass, MeasureGroup
from desktop_app.study.result_enumerations import MeasureDispersionType, MeasureParam


class BaselineMeasure(RecordModel):
    """One characteristic of the participants at the start."""

    title: str | None = Field(default=None, title="Title")
    description: MarkupText | None = Field(default=None, title="Description")
    population_description: MarkupText | None = Field(
        default=None, title="Analysis Population Description"
    )
    param_type: Coded[MeasureParam] | None = Field(default=None, title="Measure Type")
    dispersion_type: Coded[MeasureDispersionType] | None = Field(
        default=None, title="Measure of Dispersion"
    )
    unit_of_measure: str | None = Field(default=None, title="Unit of Measure")
    calculate_pct: bool | None = Field(default=None, title="Percentage Calculated")
    denom_units_selected: str | None = Field(default=None, title="Units Analyzed")
    denoms: tuple[Denom, ...] = Field(default=(), title="Overall Number Analyzed")
    classes: tuple[MeasureClass, ...] = Field(default=(), title="Classes")


class BaselineCharacteristicsModule(RecordModel):
    """Who the participants were at the start."""

    population_description: MarkupText | None = Field(
        default=None, title="Analysis Population Description"
    )
    type_units_analyzed: str | None = Field(default=None, title="Type of Units Analyzed")
    groups: tuple[MeasureGroup, ...] = Field(default=(), title="Groups")
    denoms: tuple[Denom, ...] = Field(default=(), title="Overall Number Analyzed")
    measures: tuple[BaselineMeasure, ...] = Field(default=(), title="Measures")
