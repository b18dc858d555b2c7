"""Percentages that are none: beyond what a share of participants can be."""

import re

from desktop_app.analysis.result_pictures.numbers import read_number
from desktop_app.languages import N_, _
from desktop_app.study.baseline import BaselineMeasure
from desktop_app.study.outcome_measures import OutcomeMeasure

BEYOND_ALL = N_("The record states a percentage below 0 or above 100.")
_SHARE_OF_PEOPLE = re.compile(
    r"(?:percentages?|percent|%)\s+of\s+(?:the\s+|all\s+)?"
    r"(?:participants|patients|subjects|people|persons|individuals)\b",
    re.IGNORECASE,
)


def percentage_oddities(measure: BaselineMeasure | OutcomeMeasure) -> tuple[str, ...]:
    """Return what is odd about the values of a measure that are shares of participants.

    A change in per cent, or a per cent of something else, may well be above 100.
    """
    if not _SHARE_OF_PEOPLE.match((measure.unit_of_measure or "").strip()):
        return ()
    numbers = (
        read_number(one.value)
        for of_class in measure.classes
        for category in of_class.categories
        for one in category.measurements
    )
    return (_(BEYOND_ALL),) if any(map(_is_beyond, numbers)) else ()


def threshold_note(text: str | None) -> str:
    """Return what is odd about a threshold in per cent; empty where nothing is."""
    return _("not between 0 and 100") if _is_beyond(read_number(text)) else ""


def _is_beyond(number: float | None) -> bool:
    return number is not None and not 0 <= number <= 100
