"""Which of the lines that may be headings are headings.

A heading is the name of a section alone on a line. Authors write such lines as well ("Study
Design", "References"), so a name alone does not settle it:

1. A name with the page's own sentence after it is the heading. The first one counts; the same
   heading with the same sentence again begins a section of its own, which is kept apart.
2. For a section that has none, a name counts if its place agrees with the order of the sections
   around it and, where empty lines part the elements, if it stands between empty lines. Of what
   is left, the longest row in the order of the page is taken; names followed by what the section
   begins with weigh more than any number of bare ones. Of equals, the last counts, since what
   precedes it is likely an author's text; but for running text the first, since it is that
   text itself which may name it again.
3. Names of sections without a known place count where the entries of the section around them
   are over, and not within running text. On pages without any of the page's own sentences they
   count there too if they are followed by what the section begins with.
4. A line of a few words that is no known name, followed by a sentence in the page's manner, is
   the heading of an unknown section.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.readers.registry_page.candidates import (
    LONGEST_HEADING,
    Candidate,
    PageLines,
    Sign,
    find_candidates,
    heading_of,
)
from desktop_app.readers.registry_page.sections import (
    MARKS,
    ORDER,
    RUNNING_TEXT,
    Section,
    is_about_studies,
    is_helper_like,
)

_UNKNOWN_HEADING = re.compile(r"[A-Z][^.;:,?!]*\Z")


def choose_headings(page: PageLines, start: int) -> list[Candidate]:
    """Return the headings from the line ``start`` on, in the order of the page."""
    candidates = [c for c in find_candidates(page) if c.line >= start]
    chosen, repeated = _choose_certain(candidates)
    chosen += _choose_ordered(candidates, chosen)
    chosen += _choose_others(page, candidates, chosen)
    taken = {candidate.line for candidate in (*chosen, *repeated)}
    unknown = [c for c in _unknown_headings(page, chosen, start) if c.line not in taken]
    return sorted((*chosen, *repeated, *unknown), key=lambda candidate: candidate.line)


def _choose_certain(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Return the first heading of each section with a sentence, and those that come again."""
    chosen: dict[Section | None, Candidate] = {}
    repeated = []
    for candidate in candidates:
        known = chosen.get(candidate.section)
        if candidate.sign >= Sign.LIKE_HELPER and (known is None or known.sign < candidate.sign):
            chosen[candidate.section] = candidate
        elif candidate.sign is Sign.HELPER:
            repeated.append(Candidate(candidate.line, candidate.heading, None, candidate.sign))
    return list(chosen.values()), repeated


def _choose_ordered(
    candidates: Iterable[Candidate], certain: Sequence[Candidate]
) -> list[Candidate]:
    """Return the headings without a sentence whose place agrees with the page's order."""
    found = {candidate.section for candidate in certain}
    anchors = sorted((c.line, ORDER[c.section]) for c in certain if c.section in ORDER)
    gaps: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.section in ORDER and candidate.section not in found:
            gap = bisect_left(anchors, (candidate.line, 0))
            before = anchors[gap - 1][1] if gap else -1
            after = anchors[gap][1] if gap < len(anchors) else len(ORDER)
            if before < ORDER[candidate.section] < after:
                gaps.setdefault(gap, []).append(candidate)
    rows = {c.section: c for gap in gaps.values() for c in _heaviest_row(gap)}
    return list(rows.values())


def _heaviest_row(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the heaviest row of candidates that follows the page's order."""
    weights = [0] * (len(ORDER) + 1)
    rows: list[tuple[Candidate, int] | None] = [None] * (len(ORDER) + 1)
    links: dict[int, tuple[Candidate, int] | None] = {}
    for candidate in candidates:
        section = candidate.section
        if section is None:
            continue
        rank = ORDER[section] + 1
        before = max(range(rank), key=weights.__getitem__)
        weight = weights[before] + candidate.sign
        # A later one of equal weight takes the place of an earlier one, but for running text.
        if weight > weights[rank] or (weight == weights[rank] and section not in RUNNING_TEXT):
            weights[rank] = weight
            links[candidate.line] = rows[before]
            rows[rank] = (candidate, rank)
    heaviest = rows[max(range(len(weights)), key=weights.__getitem__)]
    result = []
    while heaviest:
        result.append(heaviest[0])
        heaviest = links[heaviest[0].line]
    return result


def _choose_others(
    page: PageLines, candidates: Iterable[Candidate], chosen: Sequence[Candidate]
) -> list[Candidate]:
    """Return headings without a sentence of the sections that have no known place."""
    found = {candidate.section for candidate in chosen}
    has_sentences = any(candidate.sign >= Sign.LIKE_HELPER for candidate in chosen)
    entries = Entries.of(page, chosen)
    result: dict[Section | None, Candidate] = {}
    for candidate in candidates:
        if candidate.section in ORDER or candidate.section in found | result.keys():
            continue
        in_text = entries.section_at(candidate.line) in RUNNING_TEXT
        at_end = entries.are_over_at(candidate.line)
        if candidate.sign is Sign.SHAPE:
            is_heading = not in_text or at_end or not has_sentences
        else:
            is_heading = at_end
        if is_heading:
            result[candidate.section] = candidate
    return list(result.values())


def _unknown_headings(
    page: PageLines, chosen: Sequence[Candidate], start: int
) -> Iterator[Candidate]:
    entries = Entries.of(page, chosen)
    for line, below in pairwise(page.places):
        sentence, text = page.lines[below], page.lines[line]
        if line < start or len(text) > LONGEST_HEADING or not is_helper_like(sentence):
            continue
        heading = heading_of(text)
        stands_out = page.stands_alone(line) and not entries.go_on_after(line)
        if stands_out and _UNKNOWN_HEADING.match(heading) and is_about_studies(sentence):
            yield Candidate(line, heading, None, Sign.LIKE_HELPER)


@dataclass(frozen=True, slots=True)
class Entries:
    """The sections chosen so far, each with the line of the last mark of an entry in it.

    What looks like a heading before such a mark is a part of the entry: a name, a label.
    """

    heads: tuple[int, ...]
    sections: tuple[Section | None, ...]
    last_marks: dict[int, int]

    @classmethod
    def of(cls, page: PageLines, chosen: Iterable[Candidate]) -> "Entries":
        """Find the marks in the sections that the chosen headings begin."""
        ordered = sorted(chosen, key=lambda candidate: candidate.line)
        heads = tuple(candidate.line for candidate in ordered)
        sections = tuple(candidate.section for candidate in ordered)
        marks: dict[int, int] = {}
        for place, (head, end) in enumerate(pairwise((*heads, len(page.lines)))):
            pattern = MARKS.get(sections[place])
            if pattern:
                last = _last_match(pattern, page.lines, head, end)
                marks |= {place: last} if last else {}
        return cls(heads, sections, marks)

    def section_at(self, line: int) -> Section | None:
        """Return the section that a line is in; None before the first."""
        place = bisect_left(self.heads, line) - 1
        return self.sections[place] if place >= 0 else None

    def go_on_after(self, line: int) -> bool:
        """Tell whether the section that a line is in has a mark after that line."""
        return self.last_marks.get(bisect_left(self.heads, line) - 1, -1) > line

    def are_over_at(self, line: int) -> bool:
        """Tell whether the section that a line is in may end there.

        Running text may go on for ever, but the criteria end with the lines on age and sex.
        """
        if self.section_at(line) in RUNNING_TEXT:
            return -1 < self.last_marks.get(bisect_left(self.heads, line) - 1, -1) < line
        return not self.go_on_after(line)


def _last_match(pattern: re.Pattern[str], lines: Sequence[str], head: int, end: int) -> int | None:
    backwards = range(end - 1, head, -1)
    return next((line for line in backwards if pattern.match(lines[line].lstrip())), None)
