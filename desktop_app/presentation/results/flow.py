"""Participant flow: who entered the study, passed its milestones, and left it and why."""

from collections.abc import Iterator

from desktop_app.languages import _
from desktop_app.presentation.result_figures import enrollment_figure, flow_figure
from desktop_app.presentation.results.group_table import GroupRow, group_tables
from desktop_app.presentation.results.groups import GroupColumns, group_columns, groups_section
from desktop_app.presentation.results.notes import TableNotes
from desktop_app.presentation.results.texts import ABSENT, one_line, shown_figures, text_sections
from desktop_app.presentation.section import Block, Paragraph, Section
from desktop_app.presentation.wording import NOT_STATED
from desktop_app.punctuation import labelled, with_note
from desktop_app.study.base import label
from desktop_app.study.participant_flow import (
    DropWithdraw,
    FlowMilestone,
    FlowPeriod,
    FlowStats,
    ParticipantFlowModule,
)
from desktop_app.study.study import ResultsSection


def flow_section(module: ParticipantFlowModule) -> Section | None:
    """Return the participant flow, or None where the record has none."""
    blocks: tuple[Block, ...] = (
        *_period_sections(module),
        *text_sections(
            ParticipantFlowModule, module, "recruitment_details", "pre_assignment_details"
        ),
        *groups_section(label(ParticipantFlowModule, "groups"), module.groups),
    )
    if not blocks:
        return None
    figures = shown_figures(flow_figure(module), enrollment_figure(module))
    title = label(ResultsSection, "participant_flow_module")
    return Section(title, (*figures, *_units(module), *blocks))


def _units(module: ParticipantFlowModule) -> tuple[Block, ...]:
    if not module.type_units_analyzed:
        return ()
    title = label(ParticipantFlowModule, "type_units_analyzed")
    words = _("{title}: {units}. Numbers are participants; numbers in brackets are these units.")
    said = words.format(title=title, units=module.type_units_analyzed)
    return (Paragraph(said, is_quiet=True),)


def _period_sections(module: ParticipantFlowModule) -> Iterator[Section]:
    columns = group_columns(module.groups, _all_stats(module))
    for period in module.periods:
        notes = TableNotes()
        for oddity in columns.oddities:
            notes.remark(oddity)
        tables = _period_tables(period, columns, notes)
        title = one_line(period.title) or _("Untitled period")
        yield Section(title, (*tables, *notes.blocks()))


def _all_stats(module: ParticipantFlowModule) -> Iterator[FlowStats]:
    for period in module.periods:
        for milestone in period.milestones:
            yield from milestone.achievements
        for reason in period.drop_withdraws:
            yield from reason.reasons


def _period_tables(
    period: FlowPeriod, columns: GroupColumns, notes: TableNotes
) -> tuple[Block, ...]:
    title = one_line(period.title)
    reached = [_row(one, one.achievements, columns, notes) for one in period.milestones]
    left = [_row(one, one.reasons, columns, notes) for one in period.drop_withdraws]
    why = label(FlowPeriod, "drop_withdraws")
    milestones = label(FlowPeriod, "milestones")
    tables = group_tables(labelled(milestones, title), (_("Milestone"),), columns, reached)
    head = labelled(why, _("reason"))
    reasons = group_tables(labelled(why, title), (head,), columns, left)
    return (*tables, *reasons) or (Paragraph(_("The record states no numbers."), is_quiet=True),)


def _row(
    step: FlowMilestone | DropWithdraw,
    stats: tuple[FlowStats, ...],
    columns: GroupColumns,
    notes: TableNotes,
) -> GroupRow:
    title = (one_line(step.type) or _(NOT_STATED)) + notes.mark(step.comment)
    return GroupRow((title,), columns.cells(stats, lambda one: _number(one, notes), notes))


def _number(stats: FlowStats, notes: TableNotes) -> str:
    number = one_line(stats.num_subjects)
    if stats.num_units:
        number = with_note(number or ABSENT, one_line(stats.num_units))
    return (number or ABSENT) + notes.mark(stats.comment)
