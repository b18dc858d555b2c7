"""Baseline characteristics: who the participants were at the start."""

from collections.abc import Iterator

from desktop_app.languages import _
from desktop_app.presentation.results.analyzed import number_analyzed
from desktop_app.presentation.results.group_table import GroupRow, group_tables
from desktop_app.presentation.results.groups import group_columns, groups_section
from desktop_app.presentation.results.measure_values import value_blocks, values_of
from desktop_app.presentation.results.notes import TableNotes
from desktop_app.presentation.results.texts import (
    fields_of,
    one_line,
    text_field,
    text_sections,
)
from desktop_app.presentation.section import Block, Field, FieldList, Section
from desktop_app.presentation.wording import yes_no
from desktop_app.study.base import label
from desktop_app.study.baseline import BaselineCharacteristicsModule, BaselineMeasure
from desktop_app.study.study import ResultsSection


def baseline_section(module: BaselineCharacteristicsModule) -> Section | None:
    """Return the baseline characteristics, or None where the record has none."""
    model = BaselineCharacteristicsModule
    units = fields_of(text_field(model, "type_units_analyzed", module.type_units_analyzed))
    blocks: tuple[Block, ...] = (
        *((FieldList(units),) if units else ()),
        *text_sections(model, module, "population_description"),
        *_overall(module),
        *(_measure_section(measure, module) for measure in module.measures),
        *groups_section(label(model, "groups"), module.groups),
    )
    if not blocks:
        return None
    return Section(label(ResultsSection, "baseline_characteristics_module"), blocks)


def _overall(module: BaselineCharacteristicsModule) -> Iterator[Section]:
    """Yield how many were analyzed, for all measures that state no other number."""
    if not module.denoms:
        return
    title = label(BaselineCharacteristicsModule, "denoms")
    counts = [count for denom in module.denoms for count in denom.counts]
    columns = group_columns(module.groups, counts)
    notes = TableNotes()
    for oddity in columns.oddities:
        notes.remark(oddity)
    rows = [
        GroupRow(
            (number_analyzed(denom),),
            columns.cells(denom.counts, lambda one: one_line(one.value), notes),
        )
        for denom in module.denoms
    ]
    yield Section(title, (*group_tables(title, (_("Units"),), columns, rows), *notes.blocks()))


def _measure_section(measure: BaselineMeasure, module: BaselineCharacteristicsModule) -> Section:
    columns = group_columns(module.groups, values_of(measure, measure.denoms))
    fields = _about(measure)
    return Section(
        one_line(measure.title) or _("Untitled characteristic"),
        (
            *((FieldList(fields),) if fields else ()),
            *value_blocks(measure, columns, measure.denoms or module.denoms),
        ),
    )


def _about(measure: BaselineMeasure) -> tuple[Field, ...]:
    model = BaselineMeasure
    percent = yes_no(measure.calculate_pct)
    return fields_of(
        text_field(model, "description", measure.description),
        text_field(model, "population_description", measure.population_description),
        text_field(model, "denom_units_selected", measure.denom_units_selected),
        Field(label(model, "calculate_pct"), percent) if percent else None,
    )
