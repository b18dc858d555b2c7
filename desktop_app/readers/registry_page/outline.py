"""The sections of a registry page with their lines."""

from bisect import bisect_left
from dataclasses import dataclass

from desktop_app.readers.registry_page.candidates import Candidate, PageLines, Sign
from desktop_app.readers.registry_page.headings import choose_headings
from desktop_app.readers.registry_page.sections import RUNNING_TEXT, Section


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section: its heading and its lines, without the page's own sentence.

    ``begin`` is the line of the heading, ``section`` None for an unknown or repeated heading.
    ``spaced`` tells whether its empty lines part paragraphs, but not the items of a list.
    ``helper`` is a sentence that was taken for the page's own though it is not a known one.
    """

    section: Section | None
    heading: str
    begin: int
    lines: tuple[str, ...]
    spaced: bool
    helper: str = ""


def outline(page: PageLines, start: int) -> tuple[PageSection, ...]:
    """Return the sections of the page from the line ``start`` on, in the order of the page."""
    heads = choose_headings(page, start)
    ends = [*(head.line for head in heads), len(page.lines)][1:]
    has_helpers = sum(head.sign is Sign.HELPER for head in heads) >= 3
    return tuple(_cut(page, head, end, has_helpers) for head, end in zip(heads, ends, strict=True))


def _cut(page: PageLines, head: Candidate, end: int, has_helpers: bool) -> PageSection:
    """Return the section under a heading, without the page's own sentence.

    A sentence of unknown wording is left out of running text only where the page has its
    sentences elsewhere and more text follows: an author's text may be one such sentence.
    """
    first = bisect_left(page.places, head.line + 1)
    body = [place for place in page.places[first : first + 2] if place < end]
    begin, helper = head.line + 1, ""
    if body and head.sign is Sign.HELPER:
        begin = body[0] + 1
    elif body and head.sign is Sign.LIKE_HELPER:
        is_own = head.section not in RUNNING_TEXT or (has_helpers and len(body) > 1)
        if is_own:
            begin, helper = body[0] + 1, page.lines[body[0]]
    lines = page.lines[begin:end]
    return PageSection(head.section, head.heading, head.line, lines, page.parts_paragraphs, helper)
