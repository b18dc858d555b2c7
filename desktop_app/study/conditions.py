"""Conditions and keywords: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel


class ConditionsModule(RecordModel):
    """What is studied."""

    conditions: tuple[str, ...] = Field(default=(), title="Conditions")
    keywords: tuple[str, ...] = Field(default=(), title="Keywords")
