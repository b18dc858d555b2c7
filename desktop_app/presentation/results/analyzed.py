"""How many were analyzed, and of how many a count is a share."""

from collections.abc import Iterable

from desktop_app.languages import N_, _
from desktop_app.presentation.results.texts import one_line
from desktop_app.punctuation import with_note
from desktop_app.study.baseline import BaselineMeasure
from desktop_app.study.measures import Denom
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.result_enumerations import MeasureParam

AMOUNTS_ARE_OVERALL = N_("The number analyzed that is stated for these rows is the overall number.")
_PARTICIPANTS = "Participants"
_MOST_DIGITS = 15


def number_analyzed(denom: Denom, *, is_overall: bool = False) -> str:
    """Return the label of a row of denominators: ``Overall Number Analyzed (Eyes)``."""
    words = _("Overall Number Analyzed") if is_overall else _("Number Analyzed")
    return with_note(words, one_line(denom.units))


def are_overall(denoms: Iterable[Denom], overall: Iterable[Denom]) -> bool:
    """Tell whether denominators say no more than the overall ones do."""
    return _amounts(denoms) == _amounts(overall)


def _amounts(denoms: Iterable[Denom]) -> list[tuple[str | None, list[tuple[str | None, ...]]]]:
    return [(one.units, [(count.group_id, count.value) for count in one.counts]) for one in denoms]


def denominators(
    measure: BaselineMeasure | OutcomeMeasure, denoms: Iterable[Denom]
) -> dict[str | None, int]:
    """Return by group of how many its counts are a share; empty where values are no such counts."""
    units = _counted_units(measure)
    for denom in denoms:
        if units and denom.units == units:
            return {
                count.group_id: number
                for count in denom.counts
                if (number := whole_number(count.value)) is not None
            }
    return {}


def _counted_units(measure: BaselineMeasure | OutcomeMeasure) -> str | None:
    if measure.calculate_pct is False:
        return None
    if measure.param_type == MeasureParam.COUNT_OF_PARTICIPANTS:
        return _PARTICIPANTS
    if measure.param_type == MeasureParam.COUNT_OF_UNITS:
        return measure.denom_units_selected
    return None


def whole_number(text: str | None) -> int | None:
    """Return a number that is written in plain digits, else None."""
    if text and len(text) <= _MOST_DIGITS and text.isascii() and text.isdigit():
        return int(text)
    return None
