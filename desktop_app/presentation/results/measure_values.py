"""The values of a measure by class, category and group, with how many were analyzed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.languages import _
from desktop_app.presentation.results.analyzed import (
    AMOUNTS_ARE_OVERALL,
    are_overall,
    denominators,
    number_analyzed,
)
from desktop_app.presentation.results.group_table import GroupRow, group_tables
from desktop_app.presentation.results.groups import GroupColumns, OfGroup
from desktop_app.presentation.results.measurements import kind_words, measurement_words
from desktop_app.presentation.results.notes import TableNotes
from desktop_app.presentation.results.percentages import percentage_oddities
from desktop_app.presentation.results.texts import one_line
from desktop_app.presentation.section import Block, Paragraph
from desktop_app.study.base import label
from desktop_app.study.baseline import BaselineMeasure
from desktop_app.study.measures import Denom, MeasureCategory, MeasureClass
from desktop_app.study.outcome_measures import OutcomeMeasure

Measure = BaselineMeasure | OutcomeMeasure


def values_of(measure: Measure, denoms: Iterable[Denom]) -> Iterator[OfGroup]:
    """Yield everything in a measure and its denominators that names a group."""
    for denom in (*denoms, *(denom for one in measure.classes for denom in one.denoms)):
        yield from denom.counts
    for one in measure.classes:
        for category in one.categories:
            yield from category.measurements


def value_blocks(
    measure: Measure, columns: GroupColumns, overall: tuple[Denom, ...]
) -> tuple[Block, ...]:
    """Return what the values are, their table, and what is to be said of it.

    ``overall`` are the denominators where a class has none of its own; those of the measure
    itself are the first rows of the table.
    """
    notes = TableNotes()
    for oddity in (*columns.oddities, *percentage_oddities(measure)):
        notes.remark(oddity)
    values = _values_in(measure, columns, overall, notes)
    rows = tuple(values.rows())
    if not rows:
        return (Paragraph(_("The record states no values here."), is_quiet=True),)
    words = kind_words(measure, any(values.bases(one) for one in measure.classes))
    tables = group_tables(one_line(measure.title), values.heads, columns, rows)
    kind = (Paragraph(words, is_quiet=True),) if words else ()
    return (*kind, *tables, *notes.blocks())


def _values_in(
    measure: Measure, columns: GroupColumns, overall: tuple[Denom, ...], notes: TableNotes
) -> "_Values":
    stated = [one.denoms for one in measure.classes if one.denoms]
    has_amounts = any(not are_overall(denoms, overall) for denoms in stated)
    if stated and not has_amounts:
        notes.remark(_(AMOUNTS_ARE_OVERALL))
    return _Values(measure, columns, overall, notes, _heads(measure, has_amounts), has_amounts)


def _heads(measure: Measure, has_amounts: bool) -> tuple[str, ...]:
    """Return the headers of what the rows are about; rows without titles are the value itself."""
    has_classes = any(one.title for one in measure.classes)
    has_categories = any(category.title for one in measure.classes for category in one.categories)
    if has_classes and (has_categories or has_amounts):
        return _("Class"), _("Category")
    if has_classes or has_categories:
        return (_("Category"),)
    return (label(type(measure), "unit_of_measure"),)


@dataclass(frozen=True, slots=True)
class _Values:
    """Makes the rows of one measure; ``has_amounts`` where classes have denominators to show."""

    measure: Measure
    columns: GroupColumns
    overall: tuple[Denom, ...]
    notes: TableNotes
    heads: tuple[str, ...]
    has_amounts: bool

    def rows(self) -> Iterator[GroupRow]:
        """Yield how many were analyzed, and then class by class."""
        for denom in self.measure.denoms:
            yield self._amount("", denom, is_overall=True)
        for one in self.measure.classes:
            yield from self._class_rows(one)

    def bases(self, one: MeasureClass) -> dict[str | None, int]:
        """Return by group of how many the counts in a class are a share."""
        return denominators(self.measure, one.denoms or self.overall)

    def _class_rows(self, one: MeasureClass) -> Iterator[GroupRow]:
        title, bases = one_line(one.title), self.bases(one)
        if self.has_amounts:
            yield from (self._amount(title, denom) for denom in one.denoms)
        for category in one.categories:
            yield self._category_row(title, category, bases)
        if not one.categories and title:
            yield GroupRow(self._labels(title, ""), self.columns.cells((), str, self.notes))

    def _category_row(
        self, title: str, category: MeasureCategory, bases: dict[str | None, int]
    ) -> GroupRow:
        cells = self.columns.cells(
            category.measurements,
            lambda one: measurement_words(one, bases.get(one.group_id), self.notes),
            self.notes,
        )
        return GroupRow(self._labels(title, one_line(category.title)), cells)

    def _amount(self, title: str, denom: Denom, *, is_overall: bool = False) -> GroupRow:
        cells = self.columns.cells(denom.counts, lambda one: one_line(one.value), self.notes)
        label = number_analyzed(denom, is_overall=is_overall)
        return GroupRow(self._labels(title, label), cells)

    def _labels(self, title: str, category: str) -> tuple[str, ...]:
        plain = one_line(self.measure.unit_of_measure) or _("Value")
        if len(self.heads) == 2:
            return title, category or plain
        return (title or category or plain,)
