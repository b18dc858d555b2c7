"""The schematic in words, in the order in which it is read."""

from collections.abc import Iterator

from desktop_app.analysis.named import Named
from desktop_app.analysis.schematic import (
    Course,
    Goals,
    Junction,
    Lane,
    Population,
    Schematic,
)
from desktop_app.languages import N_, _
from desktop_app.punctuation import labelled, listed, listed_long, with_note

_COURSES = {
    Course.CROSSOVER: N_("The arms are drawn as lanes that cross, dashed."),
    Course.GRID: N_("The arms are drawn by which interventions they combine."),
    Course.STEPS: N_("The arms are drawn as numbered steps, joined by dashed lines."),
}
"""Of arms alone: other lanes stand side by side."""


def reading_of(schematic: Schematic) -> tuple[str, ...]:
    """Return lines that leave out nothing of the picture, and shorten nothing."""
    return tuple(" ".join(line.split()) for line in _lines(schematic))


def _lines(schematic: Schematic) -> Iterator[str]:
    if schematic.caption:
        yield schematic.caption
    yield from _population(schematic.population)
    if schematic.junction:
        yield _junction(schematic.junction)
    yield from _course(schematic)
    for number, lane in enumerate(schematic.lanes, 1):
        yield _lane(lane, number, schematic)
    if schematic.goals:
        yield from _goals(schematic.goals)
    yield from schematic.notes


def _population(population: Population) -> Iterator[str]:
    if not population.conditions and not population.lines:
        yield _("Population not stated")
        return
    conditions = listed_long(population.conditions) or _("conditions not stated")
    yield labelled(_("Population"), conditions)
    yield from population.lines


def _junction(junction: Junction) -> str:
    return listed((junction.title, *junction.lines))


def _course(schematic: Schematic) -> Iterator[str]:
    sentence = _COURSES.get(schematic.course)
    if sentence and len(schematic.lanes) > 1:
        yield _(sentence)
    if schematic.crossing:
        title, *lines = schematic.crossing
        yield labelled(title, listed(lines))


def _lane(lane: Lane, number: int, schematic: Schematic) -> str:
    count = len(schematic.lanes)
    title = lane.title
    if count > 1 or lane.is_stated:
        title = labelled(_lane_name(schematic.lanes_are, number, count), lane.title)
    titled = with_note(title, lane.kind)
    given = listed_long((*lane.given, lane.remark))
    return labelled(titled, given) if given else titled


def _lane_name(named: Named, number: int, count: int) -> str:
    """Return which lane it is: ``Arm 2 of 3``, or what it is where there is one alone."""
    match named:
        case Named.ARM:
            words = _("Arm {number} of {count}") if count > 1 else _("Arm")
        case Named.GROUP:
            words = _("Group {number} of {count}") if count > 1 else _("Group")
        case Named.INTERVENTION:
            words = _("Intervention {number} of {count}") if count > 1 else _("Intervention")
    return words.format(number=number, count=count)


def _goals(goals: Goals) -> Iterator[str]:
    yield goals.name
    for goal in goals.goals:
        yield with_note(goal.measure, goal.time_frame)
