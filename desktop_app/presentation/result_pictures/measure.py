"""The values of an outcome measure as a plot, where they are numbers that share an axis."""

from collections.abc import Iterator

from desktop_app.analysis.result_pictures.numbers import is_drawable, read_number
from desktop_app.analysis.result_pictures.values import Value, ValuePlot, ValueRow
from desktop_app.presentation.result_pictures.spreads import (
    has_odd_limits,
    limits_of,
    reaches_around,
    spread_name,
)
from desktop_app.presentation.results.analyzed import denominators, whole_number
from desktop_app.presentation.results.groups import GroupColumns, group_columns
from desktop_app.presentation.results.measure_values import values_of
from desktop_app.presentation.results.measurements import limits_words
from desktop_app.presentation.results.texts import ABSENT, one_line, percentage
from desktop_app.presentation.wording import count_of, in_words
from desktop_app.study.measures import MeasureCategory, MeasureClass, Measurement
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.result_enumerations import MeasureParam

MOST_VALUES = 24
_COUNTED = (MeasureParam.NUMBER, MeasureParam.COUNT_OF_PARTICIPANTS, MeasureParam.COUNT_OF_UNITS)


def value_plot(measure: OutcomeMeasure) -> ValuePlot | None:
    """Return the plot, or None where the numbers do not allow one."""
    columns = group_columns(measure.groups, values_of(measure, measure.denoms))
    rows = tuple(_rows(measure, columns))
    shown = _first_rows(rows)
    if not shown or not _allow_a_plot(shown):
        return None
    notes = (*_notes(measure, rows, shown), *columns.oddities)
    are_bars = _are_counts(measure, shown)
    return ValuePlot(columns.titles, shown, _axis_title(measure), are_bars, notes)


def _rows(measure: OutcomeMeasure, columns: GroupColumns) -> Iterator[ValueRow]:
    is_around = reaches_around(measure)
    for one in measure.classes:
        bases = denominators(measure, one.denoms or measure.denoms)
        for category in one.categories:
            values = [
                _value(item, columns.places[item.group_id], bases.get(item.group_id), is_around)
                for item in category.measurements
            ]
            values.sort(key=lambda value: value.group)
            if values:
                yield ValueRow(_row_label(one, category), tuple(values))


def _row_label(one: MeasureClass, category: MeasureCategory) -> str:
    return ", ".join(filter(None, (one_line(one.title), one_line(category.title))))


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
        value += f" ± {spread}" if is_around else f" ({spread})"
    if limits:
        value += f" ({limits})"
    if whole is None or spread or limits:
        return value
    count = whole_number(one.value)
    share = percentage(count, whole) if count is not None else ""
    return f"{value} of {whole}" + (f" ({share})" if share else "")


def _first_rows(rows: tuple[ValueRow, ...]) -> tuple[ValueRow, ...]:
    """Return the rows that there is room for; the first one begins in any case."""
    shown: list[ValueRow] = []
    room = MOST_VALUES
    for row in rows:
        if len(row.values) > room and shown:
            break
        shown.append(ValueRow(row.label, row.values[:room]))
        room -= len(row.values)
        if room <= 0:
            break
    return tuple(shown)


def _allow_a_plot(rows: tuple[ValueRow, ...]) -> bool:
    values = [value for row in rows for value in row.values if value.number is not None]
    if not is_drawable(number for value in values for number in value.numbers):
        return False
    return len(values) > 1 or any(
        len(value.numbers) > 1 or value.whole is not None for value in values
    )


def _are_counts(measure: OutcomeMeasure, rows: tuple[ValueRow, ...]) -> bool:
    values = [value for row in rows for value in row.values]
    return measure.param_type in _COUNTED and not any(
        len(value.numbers) > 1 or (value.number or 0) < 0 for value in values
    )


def _axis_title(measure: OutcomeMeasure) -> str:
    """Return what stands below the axis: ``Mean ± Standard Deviation · mmHg``."""
    kind, spread = in_words(measure.param_type), spread_name(measure)
    if spread and reaches_around(measure):
        kind = f"{kind or 'Value'} ± {spread}"
    elif spread and any(
        one.lower_limit or one.upper_limit or one.spread for one in _measurements(measure)
    ):
        kind = f"{kind or 'Value'} ({spread})"
    return " · ".join(filter(None, (kind, one_line(measure.unit_of_measure))))


def _measurements(measure: OutcomeMeasure) -> Iterator[Measurement]:
    for one in measure.classes:
        for category in one.categories:
            yield from category.measurements


def _notes(
    measure: OutcomeMeasure, rows: tuple[ValueRow, ...], shown: tuple[ValueRow, ...]
) -> Iterator[str]:
    total = sum(len(row.values) for row in rows)
    first = sum(len(row.values) for row in shown)
    if first < total:
        yield f"The first {first} of {count_of(total, 'value')} are shown; all are in the table."
    values = [value for row in shown for value in row.values]
    if any(value.number is None for value in values) or _has_unread_spread(measure):
        yield "What is not written as a number has no mark."
    yield from _spread_notes(measure)
    if any(value.whole is not None and (value.number or 0) > value.whole for value in values):
        yield "The record states a count above the number analyzed."


def _has_unread_spread(measure: OutcomeMeasure) -> bool:
    return any(
        text and read_number(text) is None
        for one in _measurements(measure)
        for text in (one.spread, one.lower_limit, one.upper_limit)
    )


def _spread_notes(measure: OutcomeMeasure) -> Iterator[str]:
    is_around = reaches_around(measure)
    stated = list(_measurements(measure))
    if not is_around and any(one.spread and not one.lower_limit for one in stated):
        yield f"{spread_name(measure) or 'The spread'}: not drawn."
    if any(
        has_odd_limits(one, number)
        for one in stated
        if (number := read_number(one.value)) is not None
    ):
        yield "The record states a value beyond its limits; such a limit is not drawn."


def plot_words(plot: ValuePlot) -> Iterator[str]:
    """Yield what the plot shows, value by value."""
    if plot.axis_title:
        yield plot.axis_title
    for row in plot.rows:
        for value in row.values:
            names = (row.label, plot.groups[value.group])
            yield f"{', '.join(filter(None, names))}: {value.words}"
    yield from plot.notes
