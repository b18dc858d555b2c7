"""The most frequent adverse events by group."""

from collections.abc import Iterator

from desktop_app.analysis.result_pictures.events import EventPanel, EventPlot, EventRow, EventShare
from desktop_app.analysis.result_pictures.symbols import MOST_SYMBOLS
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.results.groups import GroupColumns, group_columns
from desktop_app.presentation.results.texts import ABSENT, one_line, percentage
from desktop_app.presentation.wording import NOT_STATED, grouped
from desktop_app.punctuation import labelled, listed_long, with_note
from desktop_app.study.adverse_events import AdverseEvent, AdverseEventsModule, EventStats
from desktop_app.study.base import label

MOST_SERIOUS = 8
MOST_OTHER = 12
_AXIS_TITLE = N_("Participants affected (% of those at risk)")
_NO_SHARE = N_(
    "No share is drawn where a number is missing, nobody is at risk, or more are affected than are"
    " at risk."
)


def event_plot(module: AdverseEventsModule) -> EventPlot | None:
    """Return the plot, or None where no share of any group is known."""
    events = (*module.serious_events, *module.other_events)
    columns = group_columns(module.event_groups, (one for event in events for one in event.stats))
    panels = (
        _panel("serious_events", module.serious_events, columns, MOST_SERIOUS),
        _panel("other_events", module.other_events, columns, MOST_OTHER),
    )
    drawn = tuple(panel for panel in panels if panel)
    if not drawn:
        return None
    is_told_apart = len(columns.titles) <= MOST_SYMBOLS
    notes = (*_notes(columns, drawn), *columns.oddities)
    return EventPlot(columns.titles, drawn, _(_AXIS_TITLE), is_told_apart, notes)


def _panel(
    name: str, events: tuple[AdverseEvent, ...], columns: GroupColumns, most: int
) -> EventPanel | None:
    # Where nobody of any group was affected there is nothing that is frequent.
    ranked = sorted(
        ((highest, event) for event in events if (highest := _highest(event))),
        key=lambda one: -one[0],
    )
    if not ranked:
        return None
    shown = tuple(_row(event, columns) for _, event in ranked[:most])
    title = label(AdverseEventsModule, name)
    is_tie = len(ranked) > most and ranked[most][0] == ranked[most - 1][0]
    return EventPanel(labelled(title, _how_many(len(shown), len(events), is_tie)), shown)


def kinds_of_event(count: int) -> str:
    """Return how many kinds of event there are."""
    words = ngettext("{count} kind of event", "{count} kinds of event", count)
    return words.format(count=grouped(count))


def _how_many(shown: int, total: int, is_tie: bool) -> str:
    if shown == total:
        return kinds_of_event(total)
    words = ngettext(
        "{shown} most frequent of {count} kind of event",
        "{shown} most frequent of {count} kinds of event",
        total,
    )
    said = words.format(shown=shown, count=grouped(total))
    return listed_long((said, _("others are as frequent as the last") if is_tie else ""))


def _highest(event: AdverseEvent) -> float:
    return max((_percent(one) or 0.0 for one in event.stats), default=0.0)


def _row(event: AdverseEvent, columns: GroupColumns) -> EventRow:
    shares = tuple(
        EventShare(columns.places[one.group_id], _percent(one), _words(one)) for one in event.stats
    )
    return EventRow(one_line(event.term) or _(NOT_STATED), shares)


def _percent(one: EventStats) -> float | None:
    affected, at_risk = one.num_affected, one.num_at_risk
    if affected is None or not at_risk or not 0 <= affected <= at_risk:
        return None
    return 100 * affected / at_risk


def _words(one: EventStats) -> str:
    affected, at_risk = one.num_affected, one.num_at_risk
    if affected is None or at_risk is None:
        return "/".join(ABSENT if number is None else str(number) for number in (affected, at_risk))
    share = percentage(affected, at_risk)
    return with_note(f"{affected}/{at_risk}", share)


def _notes(columns: GroupColumns, panels: tuple[EventPanel, ...]) -> Iterator[str]:
    if len(columns.titles) > MOST_SYMBOLS:
        count = len(columns.titles)
        words = ngettext(
            "One circle for each of {count} group; which is which is told in words and in the"
            " table.",
            "One circle for each of {count} groups; which is which is told in words and in the"
            " table.",
            count,
        )
        yield words.format(count=count)
    if len({_tenths(panel) for panel in panels}) > 1:
        yield _("The axes of serious and other events differ.")
    shares = (one for panel in panels for row in panel.rows for one in row.shares)
    if any(one.percent is None for one in shares):
        yield _(_NO_SHARE)


def _tenths(panel: EventPanel) -> int:
    return round(panel.rows[0].highest * 10)


def event_words(plot: EventPlot) -> Iterator[str]:
    """Yield what the plot shows, kind by kind."""
    yield plot.axis_title
    for panel in plot.panels:
        yield panel.title
        for row in panel.rows:
            shares = listed_long(f"{plot.groups[one.group]} {one.words}" for one in row.shares)
            yield labelled(row.term, shares)
    yield from plot.notes
