"""Lines of a registry page that may be the headings of its sections."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from desktop_app.readers.registry_page.sections import (
    HEADINGS,
    SHAPES,
    Section,
    is_helper_like,
    is_helper_of,
)
from desktop_app.readers.registry_page.text import line_key

LONGEST_HEADING = 60


class Sign(IntEnum):
    """How sure it is that a name is a heading; the values are weights."""

    BARE = 1
    SHAPE = 100
    LIKE_HELPER = 101
    HELPER = 102


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the heading of a section; ``section`` is None for unknown ones."""

    line: int
    heading: str
    section: Section | None
    sign: Sign


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page with the places of those that hold something.

    ``spaced`` tells whether empty lines part the elements, ``has_close_lines`` whether there are
    lines without an empty one between them; where there are none, a copy has parted all lines.
    """

    lines: tuple[str, ...]
    places: tuple[int, ...]
    spaced: bool
    has_close_lines: bool

    @classmethod
    def of(cls, lines: tuple[str, ...]) -> "PageLines":
        """Return the lines with their places."""
        places = tuple(place for place, line in enumerate(lines) if line)
        has_close_lines = any(here + 1 == below for here, below in pairwise(places))
        return cls(lines, places, _is_spaced(places), has_close_lines)

    @property
    def parts_paragraphs(self) -> bool:
        """Tell whether empty lines part paragraphs, and only they."""
        return self.spaced and self.has_close_lines

    def following(self, line: int, count: int) -> list[str]:
        """Return the next filled lines after a line."""
        first = bisect_left(self.places, line + 1)
        return [self.lines[place] for place in self.places[first : first + count]]

    def stands_alone(self, line: int) -> bool:
        """Tell whether a line is parted from its neighbours as far as the page parts elements."""
        around = self.lines[max(line - 1, 0) : line] + self.lines[line + 1 : line + 2]
        return not self.spaced or not any(around)


def heading_of(line: str) -> str:
    """Return the words of a line that may be a heading; a copy may have put ``#`` before it."""
    if line in HEADINGS:
        return line
    return line_key(line.lstrip("# \t\xa0")) if len(line) <= 2 * LONGEST_HEADING else ""


def find_candidates(page: PageLines) -> Iterator[Candidate]:
    for line in page.places:
        heading = heading_of(page.lines[line])
        section = HEADINGS.get(heading)
        if section:
            sign = _sign(page, line, section)
            if sign in (Sign.HELPER, Sign.LIKE_HELPER) or page.stands_alone(line):
                yield Candidate(line, heading, section, sign)


def _sign(page: PageLines, line: int, section: Section) -> Sign:
    shape = SHAPES.get(section)
    following = page.following(line, shape.reach if shape else 1)
    if following and is_helper_of(section, following[0]):
        return Sign.HELPER
    if following and is_helper_like(following[0]):
        return Sign.LIKE_HELPER
    # The shape's lines must come before the next heading, else they are another section's.
    for text in following:
        if shape and shape.pattern.match(text.lstrip()):
            return Sign.SHAPE
        if heading_of(text) in HEADINGS:
            break
    return Sign.BARE


def _is_spaced(places: Sequence[int]) -> bool:
    """Tell whether empty lines part the elements: a copy made in a browser often has none.

    The page itself has nearly as many empty lines as others; the tenth part leaves room for long
    lists, whose items stand close.
    """
    empty = places[-1] - places[0] + 1 - len(places) if places else 0
    return empty * 10 >= len(places)
