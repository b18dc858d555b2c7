"""Writes blocks as the registry's markup, with the escapes that its API uses."""

import re
from collections.abc import Sequence

from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.text import LaidOutBlock, read_layout, read_lines
from desktop_app.study.markup import MarkupText

_SPECIAL = re.compile(r"([\\&*<>\[\]^_`|~])")
_LOOKS_LIKE_BLOCK = re.compile(r"([-+](?=-*(?:\s|\Z))|#(?=#{0,5}\s)|\d{1,9}(?=[.)](?:\s|\Z)))")


def textblock(part: Part, tag: str) -> MarkupText | None:
    """Return the text of an element that holds a ``textblock``."""
    holder = part.part(tag)
    inner = holder.part("textblock")
    return _as_markup(read_layout((inner or holder).raw_text))


def markup(part: Part, tag: str) -> MarkupText | None:
    """Return the text of a plain element that the registry's API holds as markup."""
    return own_markup(part.part(tag))


def own_markup(part: Part) -> MarkupText | None:
    """Return the text of an element itself."""
    return _as_markup(read_lines(part.raw_text))


def write_markup(blocks: Sequence[LaidOutBlock]) -> str:
    """Return blocks as CommonMark: items of a list stand close, all else is a line apart."""
    lines: list[str] = []
    open_items: list[str] = []
    for block in blocks:
        level = block.depth - 1 if block.marker else block.depth
        sibling = open_items[level] if level < len(open_items) else ""
        del open_items[level:]
        if lines and not _same_list(sibling, block.marker):
            lines.append("")
        lines.append(_line(block, " " * sum(len(marker) + 1 for marker in open_items)))
        if block.marker:
            open_items.append(block.marker)
    return "\n".join(lines)


def escape(text: str) -> str:
    """Return a paragraph with all escaped that would otherwise be read as markup."""
    escaped = _SPECIAL.sub(r"\\\1", text)
    start = _LOOKS_LIKE_BLOCK.match(escaped)
    if start is None:
        return escaped
    # Of a number, its dot or bracket is what makes it a list.
    number = start[0] if start[0].isdigit() else ""
    return f"{number}\\{escaped[len(number) :]}"


def _line(block: LaidOutBlock, margin: str) -> str:
    text = escape(" ".join(block.words))
    return f"{margin}{block.marker} {text}" if block.marker else margin + text


def _same_list(marker: str, other: str) -> bool:
    return bool(marker and other) and (marker == "*") == (other == "*")


def _as_markup(blocks: Sequence[LaidOutBlock]) -> MarkupText | None:
    return MarkupText(write_markup(blocks)) if blocks else None
