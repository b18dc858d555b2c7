"""What is said below a plot of values: what it leaves out, and what is odd."""

from collections.abc import Iterator

from desktop_app.analysis.result_pictures.numbers import read_number
from desktop_app.analysis.result_pictures.values import ValueRow
from desktop_app.languages import _, ngettext
from desktop_app.presentation.result_pictures.measured import Measured
from desktop_app.presentation.result_pictures.spreads import (
    has_odd_limits,
    reaches_around,
    spread_name,
)
from desktop_app.presentation.wording import grouped
from desktop_app.study.measures import Measurement
from desktop_app.study.outcome_measures import OutcomeMeasure


def value_notes(
    measure: OutcomeMeasure, shown: tuple[Measured, ...], rows: tuple[ValueRow, ...], total: int
) -> Iterator[str]:
    """Yield the notes; ``total`` is how many values the measure has in the record."""
    drawn = [one for row in shown for one in row.measurements]
    if len(drawn) < total:
        words = ngettext(
            "The first {shown} of {count} value are shown; all are in the table.",
            "The first {shown} of {count} values are shown; all are in the table.",
            total,
        )
        yield words.format(shown=len(drawn), count=grouped(total))
    if any(_has_unread_text(one) for one in drawn):
        yield _("What is not written as a number has no mark.")
    if not reaches_around(measure) and any(one.spread and not one.lower_limit for one in drawn):
        yield _("{spread}: not drawn.").format(spread=spread_name(measure) or _("The spread"))
    if any(
        has_odd_limits(one, number)
        for one in drawn
        if (number := read_number(one.value)) is not None
    ):
        yield _("The record states a value beyond its limits; such a limit is not drawn.")
    every = (value for row in rows for value in row.values)
    if any(value.whole is not None and (value.number or 0) > value.whole for value in every):
        yield _("The record states a count above the number analyzed.")


def _has_unread_text(one: Measurement) -> bool:
    if read_number(one.value) is None:
        return True
    texts = (one.spread, one.lower_limit, one.upper_limit)
    return any(text and read_number(text) is None for text in texts)
