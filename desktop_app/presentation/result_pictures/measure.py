"""An outcome measure as a plot, where its values are numbers that share an axis."""

from collections.abc import Iterator

from desktop_app.analysis.result_pictures.numbers import is_drawable
from desktop_app.analysis.result_pictures.values import ValuePlot, ValueRow
from desktop_app.languages import _
from desktop_app.presentation.result_pictures.measured import (
    Measured,
    all_measured,
    first_measured,
    value_rows,
)
from desktop_app.presentation.result_pictures.spreads import reaches_around, spread_name
from desktop_app.presentation.result_pictures.value_notes import value_notes
from desktop_app.presentation.results.groups import group_columns
from desktop_app.presentation.results.measure_values import values_of
from desktop_app.presentation.results.percentages import percentage_oddities
from desktop_app.presentation.results.texts import one_line
from desktop_app.presentation.wording import in_words
from desktop_app.punctuation import labelled, listed, with_note
from desktop_app.study.measures import Measurement
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.result_enumerations import MeasureParam

_COUNTED = (MeasureParam.NUMBER, MeasureParam.COUNT_OF_PARTICIPANTS, MeasureParam.COUNT_OF_UNITS)


def value_plot(measure: OutcomeMeasure) -> ValuePlot | None:
    """Return the plot, or None where the numbers do not allow one."""
    every = all_measured(measure)
    shown = first_measured(every)
    columns = group_columns(measure.groups, values_of(measure, measure.denoms))
    rows = tuple(value_rows(measure, shown, columns, reaches_around(measure)))
    if not _allow_a_plot(rows):
        return None
    total = sum(len(row.measurements) for row in every)
    odd = (*columns.oddities, *percentage_oddities(measure))
    notes = (*value_notes(measure, shown, rows, total), *odd)
    are_bars = _are_counts(measure, rows)
    return ValuePlot(columns.titles, rows, _axis_title(measure, shown), are_bars, notes)


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


def _axis_title(measure: OutcomeMeasure, shown: tuple[Measured, ...]) -> str:
    """Return what stands below the axis: ``Mean ± Standard Deviation · mmHg``."""
    kind, spread = in_words(measure.param_type), spread_name(measure)
    if spread and reaches_around(measure):
        kind = f"{kind or _('Value')} ± {spread}"
    elif spread and any(_has_spread(one) for row in shown for one in row.measurements):
        kind = with_note(kind or _("Value"), spread)
    return " · ".join(filter(None, (kind, one_line(measure.unit_of_measure))))


def _has_spread(one: Measurement) -> bool:
    return bool(one.spread or one.lower_limit or one.upper_limit)


def plot_words(plot: ValuePlot) -> Iterator[str]:
    """Yield what the plot shows, value by value."""
    if plot.axis_title:
        yield plot.axis_title
    for row in plot.rows:
        for value in row.values:
            names = (row.label, plot.groups[value.group])
            yield labelled(listed(names), value.words)
    yield from plot.notes
