"""Dates as the registry keeps them: the date and whether it is actual or estimated."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import DateType


class PartialDateStruct(RecordModel):
    """A date that may lack its day, with its kind."""

    date: PartialDate | None = Field(default=None, title="Date")
    type: Coded[DateType] | None = Field(default=None, title="Type")


class DateStruct(RecordModel):
    """A full date with its kind."""

    date: PartialDate | None = Field(default=None, title="Date")
    type: Coded[DateType] | None = Field(default=None, title="Type")
