"""Undoes the layout of texts: lines wrapped at about 100 columns, lists shown by indentation.

A block begins after a blank line. The registry sets list items two columns in, their marker
(``-`` and two spaces, or a number) ending five columns in, and every deeper list five further.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_BULLET = re.compile(r"-  +(?=\S)")
_NUMBER = re.compile(r"(\d{1,4}\.) +(?=\S)")
_LIST_STEP = 5


@dataclass(slots=True)
class LaidOutBlock:
    """A paragraph or a list item.

    ``depth`` counts the lists around it, 0 for a paragraph of the text itself; ``marker`` is ``*``
    or a number such as ``3.``, and empty for a paragraph.
    """

    depth: int
    marker: str
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    text: str
    begins_block: bool


def read_layout(text: str) -> list[LaidOutBlock]:
    """Return the blocks of a ``textblock``; every word of it is in one of them."""
    lines = list(_lines(text))
    base = _base_indent(lines, text)
    blocks: list[LaidOutBlock] = []
    columns: list[int] = []
    for line in lines:
        marker, width = _marker(line, base)
        if not (line.begins_block or marker == "*"):
            blocks[-1].words += line.text.split()
            continue
        column = line.indent + width
        while columns and (columns[-1] >= column if marker else columns[-1] > column):
            columns.pop()
        if marker:
            columns.append(column)
        blocks.append(LaidOutBlock(len(columns), marker, line.text[width:].split()))
    return blocks


def read_lines(text: str) -> list[LaidOutBlock]:
    """Return the paragraphs of a plain element, in which every line of the author is one.

    A line that is indented continues the one before: only the registry's own wrapping indents.
    """
    blocks: list[LaidOutBlock] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        if blocks and line[0].isspace():
            blocks[-1].words += line.split()
        else:
            blocks.append(LaidOutBlock(0, "", line.split()))
    return blocks


def _lines(text: str) -> Iterator[_Line]:
    after_blank = True
    for raw in re.split(r"\r\n|\r|\n", text.expandtabs()):
        stripped = raw.strip()
        if stripped:
            yield _Line(len(raw) - len(raw.lstrip()), stripped, after_blank)
        after_blank = not stripped


def _marker(line: _Line, base: int) -> tuple[str, int]:
    """Return the list marker of a line and its width, or nothing.

    A number that the author wrote at the margin is a word of a paragraph, as in the registry's
    other forms.
    """
    if bullet := _BULLET.match(line.text):
        return "*", bullet.end()
    number = _NUMBER.match(line.text) if line.begins_block else None
    if number and line.indent + number.end() >= base + _LIST_STEP:
        return number[1], number.end()
    return "", 0


def _base_indent(lines: list[_Line], text: str) -> int:
    """Return the column of the text's own paragraphs.

    Where all is lists, the end tag tells: it stands two columns before the paragraphs.
    """
    # The first line may stand right behind the start tag, and then says nothing.
    placed = lines if text[:1] in ("\n", "\r", " ") else lines[1:]
    least = min((line.indent for line in placed), default=0)
    starts = [line for line in placed if line.begins_block and line.indent == least]
    if any(not (_BULLET.match(line.text) or _NUMBER.match(line.text)) for line in starts):
        return least
    last = re.split(r"\r\n|\r|\n", text)[-1]
    return min(least, len(last) + 2) if not last.strip() else least
