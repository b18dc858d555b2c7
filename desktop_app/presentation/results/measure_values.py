"""The values of a measure by class, category and group, with how many were analyzed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.presentation.results.analyzed import (
    AMOUNTS_ARE_OVERALL,
    amounts,
    denominators,
    number_analyzed,
)
from desktop_app.presentation.results.group_table import GroupRow, group_tables
from desktop_app.presentation.results.groups import GroupColumns, OfGroup
from desktop_app.presentation.results.measurements import kind_words, measurement_words
from desktop_app.presentation.results.notes import TableNotes
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
    table = _Values(measure, columns, overall, TableNotes())
    rows = table.rows()
    if not rows:
        return (Paragraph("The record states no values here.", is_quiet=True),)
    for oddity in columns.oddities:
        table.notes.remark(oddity)
    words = kind_words(measure, table.has_shares)
    tables = group_tables(one_line(measure.title), table.heads, columns, rows)
    kind = (Paragraph(words, is_quiet=True),) if words else ()
    return (*kind, *tables, *table.notes.blocks())


@dataclass(slots=True)
class _Values:
    """Makes the rows of one measure."""

    measure: Measure
    columns: GroupColumns
    overall: tuple[Denom, ...]
    notes: TableNotes
    has_shares: bool = False
    heads: tuple[str, ...] = ()
    are_amounts_shown: bool = False

    def rows(self) -> list[GroupRow]:
        """Return all rows, and settle the headers of their labels."""
        classes = self.measure.classes
        stated = [one for one in classes if one.denoms]
        self.are_amounts_shown = any(amounts(one.denoms) != amounts(self.overall) for one in stated)
        if stated and not self.are_amounts_shown:
            self.notes.remark(AMOUNTS_ARE_OVERALL)
        self.heads = self._heads()
        rows = [self._amount("", denom, "Overall ") for denom in self.measure.denoms]
        for one in classes:
            rows += self._class_rows(one)
        return rows

    def _heads(self) -> tuple[str, ...]:
        classes = self.measure.classes
        has_classes = any(one.title for one in classes)
        has_categories = any(category.title for one in classes for category in one.categories)
        if has_classes and (has_categories or self.are_amounts_shown):
            return "Class", "Category"
        if has_classes or has_categories:
            return ("Category",)
        return (label(type(self.measure), "unit_of_measure"),)

    def _class_rows(self, one: MeasureClass) -> Iterator[GroupRow]:
        title = one_line(one.title)
        if self.are_amounts_shown:
            yield from (self._amount(title, denom) for denom in one.denoms)
        bases = denominators(self.measure, one.denoms or self.overall)
        for category in one.categories:
            yield self._category_row(title, category, bases)
        if not one.categories and title:
            yield GroupRow(self._labels(title, ""), self.columns.cells((), str, self.notes))

    def _category_row(
        self, title: str, category: MeasureCategory, bases: dict[str | None, int]
    ) -> GroupRow:
        self.has_shares = self.has_shares or bool(bases)
        cells = self.columns.cells(
            category.measurements,
            lambda one: measurement_words(one, bases.get(one.group_id), self.notes),
            self.notes,
        )
        return GroupRow(self._labels(title, one_line(category.title)), cells)

    def _amount(self, title: str, denom: Denom, lead: str = "") -> GroupRow:
        cells = self.columns.cells(denom.counts, lambda one: one_line(one.value), self.notes)
        return GroupRow(self._labels(title, number_analyzed(denom, lead)), cells)

    def _labels(self, title: str, category: str) -> tuple[str, ...]:
        """Return the labels under the heads; a row without any is that of the value itself."""
        if len(self.heads) == 2:
            return title, category or self._plain()
        return (title or category or self._plain(),)

    def _plain(self) -> str:
        return one_line(self.measure.unit_of_measure) or "Value"
