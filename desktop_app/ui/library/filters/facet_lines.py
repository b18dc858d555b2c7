"""Which values of the filters are listed, with their counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.analysis.folding import fold
from desktop_app.store.facets.packing import Facet
from desktop_app.ui.library.filters.chosen_filters import Choice, Filters
from desktop_app.ui.library.filters.facet_words import facet_label, in_order, value_label
from desktop_app.ui.library.filters.year_spans import year_spans

FACETS = (
    *(Facet.STATUS, Facet.PHASE, Facet.STUDY_TYPE, Facet.AGE_GROUP, Facet.SEX, Facet.COUNTRY),
    *(Facet.SPONSOR_CLASS, Facet.RESULTS, Facet.START_YEAR),
)
"""In the order in which they are listed."""
_FEW = frozenset(FACETS) - {Facet.COUNTRY, Facet.START_YEAR}
_MOST_LISTED = 10
_LEAST_LEFT_OUT = 3

Counts = Mapping[Facet, Mapping[str, int]]
"""How many studies there are of each value."""


@dataclass(frozen=True, slots=True)
class FacetLine:
    """A value as it is listed."""

    choice: Choice
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetSection:
    """The values of a filter that are listed, and how many are not."""

    facet: Facet
    label: str
    lines: tuple[FacetLine, ...]
    left_out: int


def facet_sections(
    counts: Counts, filters: Filters, opened: frozenset[Facet], words: str, this_year: int
) -> tuple[FacetSection, ...]:
    """Return what is listed of each filter; ``opened`` are those of which all is to be listed.

    ``words`` narrow to the values, or the filters, in whose names they occur.
    """
    made = (_section(facet, counts, filters, opened, words, this_year) for facet in FACETS)
    return tuple(section for section in made if section.lines)


def with_zeros(counts: Counts, known: Counts) -> Counts:
    """Return counts with 0 for each value that the whole library knows, where they are few."""
    return {
        facet: {**dict.fromkeys(known.get(facet, ()) if facet in _FEW else (), 0), **values}
        for facet, values in counts.items()
    }


def _section(
    facet: Facet,
    counts: Counts,
    filters: Filters,
    opened: frozenset[Facet],
    words: str,
    this_year: int,
) -> FacetSection:
    known = dict(counts.get(facet, {}))
    if facet is Facet.START_YEAR:
        known = year_spans(known, this_year)
    known = {value: count for value, count in known.items() if count or facet in _FEW}
    chosen = filters.values(facet)
    known |= {value: 0 for value in chosen if value not in known}
    lines = [_line((facet, value), known[value], filters) for value in in_order(facet, known)]
    label = facet_label(facet)
    if words and fold(words) not in fold(label):
        lines = [line for line in lines if fold(words) in fold(line.label)]
    shown = lines if words or facet in opened else _few(lines)
    return FacetSection(facet, label, tuple(shown), len(lines) - len(shown))


def _line(choice: Choice, count: int, filters: Filters) -> FacetLine:
    return FacetLine(choice, value_label(choice), count, choice in filters)


def _few(lines: list[FacetLine]) -> list[FacetLine]:
    """Return the first lines and those that are chosen, where there are many more."""
    if len(lines) <= _MOST_LISTED + _LEAST_LEFT_OUT or lines[0].choice[0] is Facet.STATUS:
        return lines
    return [line for place, line in enumerate(lines) if place < _MOST_LISTED or line.is_chosen]
