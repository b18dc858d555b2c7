"""What the sidebar lists, line by line; knows nothing of widgets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.analysis.folding import fold
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.store.facets.packing import Facet
from desktop_app.ui.library.filters.chosen_filters import Choice
from desktop_app.ui.library.filters.facet_lines import FACETS, FacetSection
from desktop_app.ui.library.scopes import Scope
from desktop_app.ui.library.sidebar.places import Place, Places

_SECTIONS = {
    "tags": N_("Tags"),
    "collections": N_("Collections"),
    "searches": N_("Saved searches"),
    "registry_searches": N_("Registry searches"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section: that of a filter or of one of the others."""

    name: str


@dataclass(frozen=True, slots=True)
class More:
    """The values of a filter that are not listed."""

    facet: Facet


Meaning = Scope | Choice | Heading | More
FIRST_FACET = Heading(FACETS[0].value)


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says; ``is_chosen`` is None for what has no box."""

    meaning: Meaning
    label: str
    count: int | None = None
    is_chosen: bool | None = None
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A line, and those that fold below it."""

    line: Line
    below: tuple[Line, ...] = ()


def sidebar_sections(
    places: Places, facets: Sequence[FacetSection], words: str, *, are_due: bool = False
) -> tuple[Section, ...]:
    """Return all lines; where there are words to find, the parts in whose names they occur.

    ``are_due`` tells that the counts of the filters are those of an earlier search.
    """
    parts = _parts(places)
    if words:
        parts = _narrowed(parts, fold(words))
    sections = map(_facet_section, facets)
    return (*parts, *(map(_without_counts, sections) if are_due else sections))


def _parts(places: Places) -> Iterator[Section]:
    for place in places.lines:
        yield Section(_place_line(place))
    for name, label in _SECTIONS.items():
        held: tuple[Place, ...] = getattr(places, name)
        if held:
            yield Section(Line(Heading(name), _(label)), tuple(map(_place_line, held)))
    if places.trash is not None:
        yield Section(_place_line(places.trash))


def _narrowed(parts: Iterator[Section], folded: str) -> Iterator[Section]:
    for part in parts:
        below = tuple(line for line in part.below if folded in fold(line.label))
        if below or folded in fold(part.line.label):
            yield replace(part, below=below or part.below)


def _place_line(place: Place) -> Line:
    return Line(place.scope, place.scope.label, place.count, colour=place.colour)


def _without_counts(section: Section) -> Section:
    return replace(section, below=tuple(replace(line, count=None) for line in section.below))


def _facet_section(section: FacetSection) -> Section:
    lines = [Line(line.choice, line.label, line.count, line.is_chosen) for line in section.lines]
    if section.left_out:
        words = ngettext("{count} more …", "{count} more …", section.left_out)
        label = words.format(count=grouped(section.left_out))
        lines.append(Line(More(section.facet), label))
    return Section(Line(Heading(section.facet.value), section.label), tuple(lines))
