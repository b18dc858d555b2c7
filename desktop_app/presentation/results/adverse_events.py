"""Adverse events: how they were collected, totals by group, and the tables of all events."""

from collections.abc import Iterator

from desktop_app.languages import _
from desktop_app.presentation.fields import stated
from desktop_app.presentation.result_figures import event_figure
from desktop_app.presentation.result_pictures.events import kinds_of_event
from desktop_app.presentation.results.event_table import event_blocks
from desktop_app.presentation.results.groups import group_titles, groups_section
from desktop_app.presentation.results.notes import TableNotes
from desktop_app.presentation.results.percentages import threshold_note
from desktop_app.presentation.results.shares import affected_words
from desktop_app.presentation.results.texts import one_line, shown_figures, text_sections
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section, Table
from desktop_app.study.adverse_events import AdverseEvent, AdverseEventsModule, EventGroup
from desktop_app.study.base import label
from desktop_app.study.study import ResultsSection


def event_sections(module: AdverseEventsModule) -> Iterator[Section]:
    """Yield the summary, the serious and the other events; nothing where the record has none."""
    if not module.model_fields_set:
        return
    yield _summary(module)
    yield _events(_title("serious_events"), module.serious_events, module.event_groups)
    yield _events(_title("other_events"), module.other_events, module.event_groups)


def _title(name: str) -> str:
    return label(AdverseEventsModule, name)


def _summary(module: AdverseEventsModule) -> Section:
    model = AdverseEventsModule
    fields = (
        stated(label(model, "time_frame"), one_line(module.time_frame)),
        _threshold(module),
    )
    return Section(
        label(ResultsSection, "adverse_events_module"),
        (
            FieldList(fields),
            *_totals(module.event_groups),
            *shown_figures(event_figure(module)),
            *text_sections(model, module, "description", "all_cause_mortality_comment"),
            *groups_section(label(model, "event_groups"), module.event_groups),
        ),
    )


def _threshold(module: AdverseEventsModule) -> Field:
    text = module.frequency_threshold
    title = label(AdverseEventsModule, "frequency_threshold")
    return stated(title, one_line(text), threshold_note(text))


def _totals(groups: tuple[EventGroup, ...]) -> tuple[Block, ...]:
    if not groups:
        return (Paragraph(_("The record states no groups."), is_quiet=True),)
    notes = TableNotes()
    rows = tuple(
        (title, *_group_totals(group, notes))
        for title, group in zip(group_titles(groups), groups, strict=True)
    )
    columns = (
        _("Group"),
        _("All-Cause Mortality"),
        _title("serious_events"),
        _title("other_events"),
    )
    meaning = Paragraph(_("Participants affected / at risk (percentage)"), is_quiet=True)
    return (meaning, Table(columns, rows, _("Totals by group")), *notes.blocks())


def _group_totals(group: EventGroup, notes: TableNotes) -> Iterator[str]:
    yield affected_words(group.deaths_num_affected, group.deaths_num_at_risk, notes)
    yield affected_words(group.serious_num_affected, group.serious_num_at_risk, notes)
    yield affected_words(group.other_num_affected, group.other_num_at_risk, notes)


def _events(
    title: str, events: tuple[AdverseEvent, ...], groups: tuple[EventGroup, ...]
) -> Section:
    if not events:
        nothing = Paragraph(_("The record lists no such events."), is_quiet=True)
        return Section(title, (nothing,))
    return Section(
        title,
        event_blocks(title, events, groups),
        note=kinds_of_event(len(events)),
    )
