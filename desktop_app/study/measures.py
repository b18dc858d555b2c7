"""Groups, denominators, classes and values: what results tables have in common."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.markup import MarkupText


class MeasureGroup(RecordModel):
    """A column of a results table: an arm or a combination of arms."""

    id: str | None = Field(default=None, title="Id")
    title: str | None = Field(default=None, title="Title")
    description: MarkupText | None = Field(default=None, title="Description")


class DenomCount(RecordModel):
    """How many of one group were analyzed."""

    group_id: str | None = Field(default=None, title="Group id")
    value: str | None = Field(default=None, title="Value")


class Denom(RecordModel):
    """How many were analyzed, in one unit."""

    units: str | None = Field(default=None, title="Units")
    counts: tuple[DenomCount, ...] = Field(default=(), title="Counts")


class Measurement(RecordModel):
    """One value of one group, as the registry prints it."""

    group_id: str | None = Field(default=None, title="Group id")
    value: str | None = Field(default=None, title="Value")
    spread: str | None = Field(default=None, title="Spread")
    lower_limit: str | None = Field(default=None, title="Lower Limit")
    upper_limit: str | None = Field(default=None, title="Upper Limit")
    comment: MarkupText | None = Field(default=None, title="Comment")


class MeasureCategory(RecordModel):
    """A row of a measure."""

    title: str | None = Field(default=None, title="Title")
    measurements: tuple[Measurement, ...] = Field(default=(), title="Measurements")


class MeasureClass(RecordModel):
    """A block of rows of a measure."""

    title: str | None = Field(default=None, title="Title")
    denoms: tuple[Denom, ...] = Field(default=(), title="Overall Number Analyzed")
    categories: tuple[MeasureCategory, ...] = Field(default=(), title="Categories")
