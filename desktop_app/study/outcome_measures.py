"""Outcome measures (results): data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.dates import PartialDate
from desktop_app.study.markup import MarkupText
from desktop_app.study.measures import Denom, MeasureClass, MeasureGroup
from desktop_app.study.result_enumerations import (
    AnalysisDispersionType,
    ConfidenceIntervalNumSides,
    MeasureParam,
    NonInferiorityType,
    OutcomeMeasureType,
    ReportingStatus,
)


class MeasureAnalysis(RecordModel):
    """A statistical analysis of an outcome."""

    param_type: str | None = Field(default=None, title="Estimation Parameter")
    param_value: str | None = Field(default=None, title="Estimated Value")
    dispersion_type: Coded[AnalysisDispersionType] | None = Field(
        default=None, title="Measure of Dispersion"
    )
    dispersion_value: str | None = Field(default=None, title="Dispersion Value")
    statistical_method: str | None = Field(default=None, title="Statistical Method")
    statistical_comment: MarkupText | None = Field(default=None, title="Statistical Method Comment")
    p_value: str | None = Field(default=None, title="P-Value")
    p_value_comment: MarkupText | None = Field(default=None, title="P-Value Comment")
    ci_num_sides: Coded[ConfidenceIntervalNumSides] | None = Field(
        default=None, title="Confidence Interval Sides"
    )
    ci_pct_value: str | None = Field(default=None, title="Confidence Level (%)")
    ci_lower_limit: str | None = Field(default=None, title="Confidence Interval Lower Limit")
    ci_upper_limit: str | None = Field(default=None, title="Confidence Interval Upper Limit")
    ci_lower_limit_comment: MarkupText | None = Field(default=None, title="Lower Limit Comment")
    ci_upper_limit_comment: MarkupText | None = Field(default=None, title="Upper Limit Comment")
    estimate_comment: MarkupText | None = Field(default=None, title="Estimation Comment")
    tested_non_inferiority: bool | None = Field(default=None, title="Non-inferiority Tested")
    non_inferiority_type: Coded[NonInferiorityType] | None = Field(
        default=None, title="Type of Statistical Test"
    )
    non_inferiority_comment: MarkupText | None = Field(
        default=None, title="Statistical Test Comment"
    )
    other_analysis_description: MarkupText | None = Field(
        default=None, title="Other Analysis Description"
    )
    group_description: MarkupText | None = Field(default=None, title="Group Description")
    group_ids: tuple[str, ...] = Field(default=(), title="Groups Compared")


class OutcomeMeasure(RecordModel):
    """An outcome as it was reported."""

    type: Coded[OutcomeMeasureType] | None = Field(default=None, title="Type")
    title: str | None = Field(default=None, title="Title")
    description: MarkupText | None = Field(default=None, title="Description")
    population_description: MarkupText | None = Field(
        default=None, title="Analysis Population Description"
    )
    reporting_status: Coded[ReportingStatus] | None = Field(default=None, title="Reporting Status")
    anticipated_posting_date: PartialDate | None = Field(
        default=None, title="Anticipated Posting Date"
    )
    param_type: Coded[MeasureParam] | None = Field(default=None, title="Measure Type")
    dispersion_type: str | None = Field(default=None, title="Measure of Dispersion")
    unit_of_measure: str | None = Field(default=None, title="Unit of Measure")
    calculate_pct: bool | None = Field(default=None, title="Percentage Calculated")
    time_frame: str | None = Field(default=None, title="Time Frame")
    type_units_analyzed: str | None = Field(default=None, title="Type of Units Analyzed")
    denom_units_selected: str | None = Field(default=None, title="Units Analyzed")
    groups: tuple[MeasureGroup, ...] = Field(default=(), title="Groups")
    denoms: tuple[Denom, ...] = Field(default=(), title="Overall Number Analyzed")
    classes: tuple[MeasureClass, ...] = Field(default=(), title="Classes")
    analyses: tuple[MeasureAnalysis, ...] = Field(default=(), title="Analyses")


class OutcomeMeasuresModule(RecordModel):
    """All reported outcomes."""

    outcome_measures: tuple[OutcomeMeasure, ...] = Field(default=(), title="Outcome Measures")
