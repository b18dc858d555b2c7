"""How the groups passed through the study."""

from collections.abc import Iterator

from desktop_app.analysis.result_pictures.flow_boxes import said_of
from desktop_app.analysis.result_pictures.flows import Count, Flow, Period, Step, StepKind
from desktop_app.analysis.result_pictures.numbers import read_number
from desktop_app.languages import N_, _
from desktop_app.presentation.results.groups import GroupColumns, group_columns
from desktop_app.presentation.results.texts import ABSENT, one_line
from desktop_app.presentation.wording import NOT_STATED
from desktop_app.punctuation import listed_long, with_note
from desktop_app.study.base import label
from desktop_app.study.participant_flow import (
    FlowPeriod,
    FlowStats,
    ParticipantFlowModule,
)

_STEPS = {
    "STARTED": (N_("Started"), StepKind.STARTED),
    "COMPLETED": (N_("Completed"), StepKind.COMPLETED),
    "NOT COMPLETED": (N_("Not completed"), StepKind.LEFT),
}
"""The steps that the registry asks for in every period; all others are the record's own."""
_COMPACT = N_(
    "Completed / started: a bar is as long as the number who started, and filled for those who"
    " completed. Other steps, and reasons for leaving, are in the table."
)
_TINT = N_("The tinted part of a box is the share of those who started.")
_MILESTONES = N_("Other milestones stand beside the line in the order of the record's list.")
_LONG_TITLE = 120
"""Titles of groups are whole beside the picture; a note says enough of them to know which."""
_NOUGHTS = N_("Reasons with a count of 0 are left out.")


def flow_of(module: ParticipantFlowModule) -> Flow | None:
    """Return the flow, or None where the record states no numbers."""
    columns = group_columns(module.groups, _all_stats(module))
    periods = tuple(_period(one, columns) for one in module.periods)
    periods = tuple(period for period in periods if period.steps)
    if not periods or not columns.titles:
        return None
    notes = (*_notes(module, columns.titles, periods), *columns.oddities)
    return Flow(columns.titles, periods, tuple(_column_notes(periods)), (_(_COMPACT),), notes)


def _column_notes(periods: tuple[Period, ...]) -> Iterator[str]:
    yield _(_TINT)
    if any(step.kind is StepKind.REACHED for one in periods for step in one.steps):
        yield _(_MILESTONES)
    if any(count.number == 0 for one in periods for step in one.reasons for count in step.counts):
        yield _(_NOUGHTS)


def _all_stats(module: ParticipantFlowModule) -> Iterator[FlowStats]:
    for period in module.periods:
        for milestone in period.milestones:
            yield from milestone.achievements
        for reason in period.drop_withdraws:
            yield from reason.reasons


def _period(period: FlowPeriod, columns: GroupColumns) -> Period:
    steps = [_step(one.type, one.achievements, columns) for one in period.milestones]
    reasons = [_step(one.type, one.reasons, columns) for one in period.drop_withdraws]
    if reasons and not any(step.kind is StepKind.LEFT for step in steps):
        unstated = (Count(ABSENT),) * len(columns.titles)
        steps.append(Step(label(FlowPeriod, "drop_withdraws"), StepKind.LEFT, unstated))
    return Period(one_line(period.title), tuple(steps), tuple(reasons))


def _step(type: str | None, stats: tuple[FlowStats, ...], columns: GroupColumns) -> Step:
    name = one_line(type)
    known = _STEPS.get(name.upper())
    words, kind = (_(known[0]), known[1]) if known else (name or _(NOT_STATED), StepKind.REACHED)
    found: list[list[FlowStats]] = [[] for _title in columns.titles]
    for one in stats:
        found[columns.places[one.group_id]].append(one)
    return Step(words, kind, tuple(_count(ones) for ones in found))


def _count(stats: list[FlowStats]) -> Count:
    """Return the count of a group; several are all told, and none of them is drawn."""
    words = listed_long(_words(one) for one in stats) or ABSENT
    number = read_number(stats[0].num_subjects) if len(stats) == 1 else None
    return Count(words, number)


def _words(one: FlowStats) -> str:
    number = one_line(one.num_subjects) or ABSENT
    return with_note(number, one_line(one.num_units))


def _notes(
    module: ParticipantFlowModule, titles: tuple[str, ...], periods: tuple[Period, ...]
) -> Iterator[str]:
    if module.type_units_analyzed:
        units = one_line(module.type_units_analyzed)
        words = _("Numbers are participants, and in brackets units: {units}.")
        yield words.format(units=units)
    for period in periods:
        yield from _oddities(period, titles)


def _oddities(period: Period, titles: tuple[str, ...]) -> Iterator[str]:
    for step in (*period.steps, *period.reasons):
        if any(count.number is not None and count.number < 0 for count in step.counts):
            yield _("The record states fewer than none for {step}.").format(step=step.name)
    started = period.step(StepKind.STARTED)
    if started is None:
        return
    for step in period.steps:
        for title, whole, part in zip(titles, started.counts, step.counts, strict=True):
            if whole.number is not None and part.number is not None and part.number > whole.number:
                name = title if len(title) <= _LONG_TITLE else f"{title[:_LONG_TITLE]}…"
                yield _(
                    "{group}: the record states {count} for {step}, and {started_count} for"
                    " {started}."
                ).format(
                    group=name,
                    count=part.words,
                    step=step.name,
                    started_count=whole.words,
                    started=started.name,
                )


def flow_words(flow: Flow) -> Iterator[str]:
    """Yield what the diagram shows, group by group in each period."""
    for period in flow.periods:
        if period.title:
            yield period.title
        for group, title in enumerate(flow.groups):
            steps = listed_long(said_of(step, group) for step in period.steps)
            reasons = listed_long(said_of(reason, group) for reason in period.reasons)
            words = _("{label}: {value}.")
            if reasons:
                words = _("{label}: {value}. Reasons: {reasons}.")
            yield words.format(label=title, value=steps, reasons=reasons)
    yield from flow.notes
