"""The values of an outcome measure as a plot takes them, and which of them it has room for."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.result_pictures.numbers import read_number
from desktop_app.analysis.result_pictures.values import Value, ValueRow
from desktop_app.languages import _
from desktop_app.presentation.result_pictures.spreads import limits_of
from desktop_app.presentation.results.analyzed import denominators, whole_number
from desktop_app.presentation.results.groups import GroupColumns
from desktop_app.presentation.results.measurements import limits_words
from desktop_app.presentation.results.texts import ABSENT, one_line, percentage
from desktop_app.punctuation import listed, with_note
from desktop_app.study.measures import MeasureCategory, MeasureClass, Measurement
from desktop_app.study.outcome_measures import OutcomeMeasure

MOST_VALUES = 24


@dataclass(frozen=True, slots=True)
class Measured:
    """What one category of one class holds."""

    of_class: MeasureClass
    category: MeasureCategory
    measurements: tuple[Measurement, ...]


def all_measured(measure: OutcomeMeasure) -> tuple[Measured, ...]:
    """Return every category with values in the record's order."""
    return tuple(
        Measured(one, category, category.measurements)
        for one in measure.classes
        for category in one.categories
        if category.measurements
    )


def first_measured(all_of_them: tuple[Measured, ...]) -> tuple[Measured, ...]:
    """Return the categories that there is room for; the first one begins in any case."""
    shown: list[Measured] = []
    room = MOST_VALUES
    for one in all_of_them:
        if len(one.measurements) > room and shown:
            break
        shown.append(Measured(one.of_class, one.category, one.measurements[:room]))
        room -= len(one.measurements)
        if room <= 0:
            break
    return tuple(shown)


def value_rows(
    measure: OutcomeMeasure, shown: tuple[Measured, ...], columns: GroupColumns, is_around: bool
) -> Iterator[ValueRow]:
    """Yield the values row by row; with ``is_around`` a spread is a distance to either side."""
    for row in shown:
        bases = denominators(measure, row.of_class.denoms or measure.denoms)
        values = [
            _value(one, columns.places[one.group_id], bases.get(one.group_id), is_around)
            for one in row.measurements
        ]
        values.sort(key=lambda value: value.group)
        titles = (one_line(row.of_class.title), one_line(row.category.title))
        yield ValueRow(listed(titles), tuple(values))


def _value(one: Measurement, group: int, whole: int | None, is_around: bool) -> Value:
    number = read_number(one.value)
    words = _value_words(one, whole, is_around)
    if number is None:
        return Value(group, words, None)
    low, high = limits_of(one, number, is_around)
    return Value(group, words, number, low, high, whole)


def _value_words(one: Measurement, whole: int | None, is_around: bool) -> str:
    """Return a value as it is written: ``12.3 ± 4.5``, ``7 (2 to 9)``, ``12 of 340 (3.5 %)``."""
    value, spread = one_line(one.value) or ABSENT, one_line(one.spread)
    limits = limits_words(one)
    if spread:
        value = f"{value} ± {spread}" if is_around else with_note(value, spread)
    value = with_note(value, limits)
    count = whole_number(one.value)
    if whole is None or count is None or spread or limits:
        return value
    share = percentage(count, whole)
    # Translators: So many of all that were analyzed: 12 of 340.
    part = _("{count} of {whole}").format(count=value, whole=whole)
    return with_note(part, share)
