"""The text of a registry page: from bytes to lines, and from lines back to paragraphs."""

import codecs
import re
from collections.abc import Iterable, Sequence

# Only what a browser or an editor leaves at the edge of a line. Control characters that Python
# also counts as space are the record's data.
_EDGES = " \t\xa0"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LIST_LINE = re.compile(r"[ \t]*(?:[*•·]|\d{1,9}[.)])[ \t]|[ \t]{2,}\S")
_BULLET = re.compile(r"[*•·][ \t]+(?=\S)")
_LONGEST_KEY = 400


def decode_page(content: bytes) -> tuple[str, str]:
    """Return the text and the encoding of which some bytes are not, empty where all are."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode(content.removeprefix(mark), encoding)
    return _decode(content, "utf-8")


def _decode(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        return content.decode(encoding), ""
    except UnicodeDecodeError:
        return content.decode(encoding, errors="replace"), encoding.upper()


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines without space at their ends; a line of space alone is empty."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(line.rstrip(_EDGES) for line in unified.split("\n"))


def line_key(line: str) -> str:
    """Return a line as the page's own words are compared; empty for lines too long to be such."""
    return " ".join(line.split()) if len(line) <= _LONGEST_KEY else ""


def filled(lines: Iterable[str]) -> list[str]:
    """Return the lines that hold something, without space at either end."""
    return [line.strip(_EDGES) for line in lines if line]


def list_items(lines: Iterable[str]) -> list[str]:
    """Return one item a line; a bullet that a copy put before it goes."""
    items = filled(lines)
    return [line[match.end() :] if (match := _BULLET.match(line)) else line for line in items]


def prose(lines: Sequence[str], spaced: bool) -> str:
    """Return running text as CommonMark: the page's words and list marks as they are.

    Runs of empty lines become one. Where the page has lost its empty lines, each line was a
    paragraph or an item of a list, and the empty lines between paragraphs are put back.
    """
    kept = _without_common_indent(lines)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)) if spaced else _respaced(kept)
    return text.strip("\n").strip(_EDGES)


def _without_common_indent(lines: Sequence[str]) -> list[str]:
    if any(line and line[0] not in _EDGES for line in lines):
        return list(lines)
    common = min(
        (line[: len(line) - len(line.lstrip(_EDGES))] for line in lines if line),
        key=len,
        default="",
    )
    if not all(line.startswith(common) for line in lines if line):
        return list(lines)
    return [line[len(common) :] for line in lines]


def _respaced(lines: Sequence[str]) -> str:
    parts: list[str] = []
    in_list = False
    for line in lines:
        if line:
            is_item = _LIST_LINE.match(line) is not None
            parts += ["\n" if is_item and in_list else "\n\n", line]
            in_list = is_item
    return "".join(parts)
