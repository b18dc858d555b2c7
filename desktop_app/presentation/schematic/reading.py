"""The schematic in words, in the order in which it is read."""

from collections.abc import Iterator

from desktop_app.analysis.schematic import (
    Course,
    Goals,
    Junction,
    Lane,
    Population,
    Schematic,
)

_COURSES = {
    Course.CROSSOVER: "The {} are drawn as lanes that cross, dashed.",
    Course.GRID: "The {} are drawn by which interventions they combine.",
    Course.STEPS: "The {} are drawn as numbered steps, joined by dashed lines.",
}


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
        yield "Population not stated"
        return
    yield f"Population: {'; '.join(population.conditions) or 'conditions not stated'}"
    yield from population.lines


def _junction(junction: Junction) -> str:
    return ", ".join((junction.title, *junction.lines))


def _course(schematic: Schematic) -> Iterator[str]:
    sentence = _COURSES.get(schematic.course)
    if sentence and len(schematic.lanes) > 1:
        yield sentence.format(schematic.lane_names[1])
    if schematic.crossing:
        title, *lines = schematic.crossing
        yield f"{title}: {', '.join(lines)}"


def _lane(lane: Lane, number: int, schematic: Schematic) -> str:
    one = schematic.lane_names[0].capitalize()
    count = len(schematic.lanes)
    name = f"{one} {number} of {count}: " if count > 1 else f"{one}: "
    title = f"{name}{lane.title}" if count > 1 or lane.is_stated else lane.title
    kind = f" ({lane.kind})" if lane.kind else ""
    given = "; ".join((*lane.given, lane.remark) if lane.remark else lane.given)
    return f"{title}{kind}: {given}" if given else f"{title}{kind}"


def _goals(goals: Goals) -> Iterator[str]:
    yield goals.name
    for goal in goals.goals:
        yield f"{goal.measure} ({goal.time_frame})"
