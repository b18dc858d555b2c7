"""Texts of a record as paragraphs of whole sentences, so that none is ever cut in the middle."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.presentation.brief.content import Passage
from desktop_app.study.markup import MarkupText, TextBlock, TextList, TextParagraph

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-z])|[。！？](?=\S)")
"""The end of a sentence, with the space behind it; what follows does not begin in lower case."""

_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“‘/])"
    r"(?:e\.g|i\.e|vs|etc|cf|ca|approx|resp|incl|excl|max|min|est|viz|al|eq|dept|univ|assoc|ed|eds"
    r"|dr|prof|mr|mrs|ms|st|jr|sr|inc|ltd|co|corp|gmbh|no|nos|nr|fig|figs|tab|vol|pp?|ch|sec|art"
    r"|ph\.d|m\.d|m\.sc|b\.sc|u\.s|u\.s\.a|u\.k|e\.u|a\.m|p\.m|i\.v|s\.c|i\.m|p\.o|b\.i\.d|q\.d"
    r"|t\.i\.d|(?-i:(?:[^\W\d_a-z]\.)*[^\W\d_a-z]))\Z",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 6
_NUMBERED = re.compile(r"(?:^|\s)\(?\d{1,3}\Z")


def sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph; ``joined`` gives it back, but for its white space.

    In doubt it does not split: abbreviations, initials and list numbers end no sentence.
    """
    parts: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if _is_end(text, start, match):
            parts.append(text[start : match.end()])
            start = match.end()
    parts.append(text[start:])
    return tuple(cleaned for part in parts if (cleaned := " ".join(part.split())))


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    before = text[max(start, match.start() - 16) : match.start()]
    last = before[before.rfind(" ") + 1 :]
    if match[0][1:2] in ('"', "”") or (len(last) > _LONGEST_ABBREVIATION and last.isalpha()):
        return True
    if _ABBREVIATION.search(last):
        return False
    return not (_NUMBERED.search(before) and not text[start : match.start()].strip("( 0123456789"))


def joined(parts: Iterable[str]) -> str:
    """Return sentences as a paragraph; no space stands behind an ideographic full stop."""
    text = ""
    for part in parts:
        text += part if not text or text[-1] in "。！？" else f" {part}"
    return text


def passage(text: MarkupText | None) -> Passage:
    """Return a text of the record; lists become paragraphs that begin with their marks."""
    if not text:
        return Passage()
    return Passage(tuple(parts for line in _lines(text) if (parts := sentences(line))))


def plain_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text of the record that are not empty."""
    return tuple(cleaned for line in text.split("\n") if (cleaned := " ".join(line.split())))


def _lines(text: MarkupText) -> Iterator[str]:
    if "\n" not in text.source and text.source[:1].isalpha():
        yield text.plain
        return
    for block in text.blocks:
        yield from _block_lines(block)


def _block_lines(block: TextBlock) -> Iterator[str]:
    match block:
        case TextParagraph(text):
            yield from text.split("\n")
        case TextList(_, items):
            for item in items:
                mark = "• " if item.marker in "*-+" else f"{item.marker} "
                for inner in item.blocks:
                    for line in _block_lines(inner):
                        yield mark + line
                        mark = ""
