"""The lines of a criteria text, with what their layout tells."""

from dataclasses import dataclass

TAB_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words in it: ``text`` in markup, without its indent, in columns.

    ``after_gap`` tells whether an empty line, or nothing, stands before it.
    """

    indent: int
    text: str
    after_gap: bool


def read_lines(source: str) -> list[Line]:
    """Return the lines that hold anything."""
    lines = []
    after_gap = True
    for raw in source.split("\n"):
        text = raw.strip()
        if text:
            lines.append(Line(_indent(raw), text, after_gap))
        after_gap = not text
    return lines


def _indent(raw: str) -> int:
    blank = raw[: len(raw) - len(raw.lstrip())]
    return len(blank.expandtabs(TAB_WIDTH))
