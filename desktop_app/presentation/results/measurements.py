"""A value with its spread and limits, and what these are."""

from desktop_app.languages import N_, _, pgettext
from desktop_app.presentation.results.analyzed import whole_number
from desktop_app.presentation.results.notes import TableNotes
from desktop_app.presentation.results.texts import ABSENT, one_line, percentage
from desktop_app.presentation.wording import in_words
from desktop_app.punctuation import labelled, listed_long, with_note
from desktop_app.study.base import label
from desktop_app.study.baseline import BaselineMeasure
from desktop_app.study.measures import Measurement
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.result_enumerations import MeasureDispersionType

NO_SHARE = N_("No percentage is computed where a count is not within the number analyzed.")


def kind_words(measure: BaselineMeasure | OutcomeMeasure, has_shares: bool) -> str:
    """Return what the values are, with what stands in brackets: ``Mean (Standard Deviation)``."""
    spread = one_line(in_words(measure.dispersion_type))
    parts = [in_words(measure.param_type)]
    if measure.dispersion_type == MeasureDispersionType.NA:
        parts.append(labelled(label(type(measure), "dispersion_type"), spread))
    elif spread:
        parts[0] = with_note(parts[0] or _("Value"), spread)
    elif has_shares:
        parts[0] = with_note(parts[0], _("percentage of the number analyzed"))
    return " · ".join(filter(None, [*parts, one_line(measure.unit_of_measure)]))


def measurement_words(one: Measurement, base: int | None, notes: TableNotes) -> str:
    """Return a value as a cell shows it: ``12.3 (4.5)``, ``7 (2 to 9)``, ``12 (3.5 %)``."""
    value = one_line(one.value) or ABSENT
    beside = listed_long((one_line(one.spread), limits_words(one)))
    if not beside and base is not None:
        beside = _share(one.value, base, notes)
    return with_note(value, beside) + notes.mark(one.comment)


def limits_words(one: Measurement) -> str:
    """Return the limits of a value: ``1.2 to 3.4``."""
    return range_words(one.lower_limit, one.upper_limit)


def range_words(lower: str | None, upper: str | None) -> str:
    """Return two limits, of which one or both may be missing."""
    if lower and upper:
        # Translators: Two limits of a value: 1.2 to 3.4.
        words = pgettext("limits of a value", "{lower} to {upper}")
        return words.format(lower=one_line(lower), upper=one_line(upper))
    if lower:
        return pgettext("limits of a value", "from {lower}").format(lower=one_line(lower))
    if not upper:
        return ""
    return pgettext("limits of a value", "up to {upper}").format(upper=one_line(upper))


def _share(value: str | None, base: int, notes: TableNotes) -> str:
    count = whole_number(value)
    if count is None:
        return ""
    share = percentage(count, base)
    if not share:
        notes.remark(_(NO_SHARE))
    return share
