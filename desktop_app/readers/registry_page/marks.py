"""Lines with a label and a value (``Sponsor Role lead``, ``Role: STUDY_DIRECTOR``)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.readers.registry_page.text import line_key
from desktop_app.readers.registry_page.values import find_code
from desktop_app.study.codes import Code

_CODE_LIKE = re.compile(r"(?:[A-Z][A-Z0-9_/]*|[a-z]+|-)\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label with its value, which may be empty."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines, empty ones among them, and the mark that ends them; None after the last mark."""

    lines: tuple[str, ...]
    mark: Mark | None


Token = str | Mark
MarkNames = Mapping[str, type[Code] | None]
"""The labels of a section; with an enumeration where the value is a code."""


def read_tokens(lines: Sequence[str], names: MarkNames) -> list[Token]:
    """Return the lines with those that are marks read; a value may stand on the next line."""
    tokens: list[Token] = []
    rest = iter(enumerate(lines))
    for place, line in rest:
        mark = _read_mark(line, names)
        if mark and not mark.value:
            skipped, value = _value_below(lines, place, mark.name, names)
            mark = Mark(mark.name, value)
            for _ in range(skipped):
                next(rest)
        tokens.append(mark or line)
    return tokens


def segments(tokens: Sequence[Token], names: Sequence[str] = ()) -> Iterator[Segment]:
    """Yield the lines between marks; other marks than those named are lines as well."""
    lines: list[str] = []
    for token in tokens:
        if isinstance(token, Mark) and (not names or token.name in names):
            yield Segment(tuple(lines), token)
            lines = []
        else:
            lines.append(token if isinstance(token, str) else f"{token.name}: {token.value}")
    yield Segment(tuple(lines), None)


def _read_mark(line: str, names: MarkNames) -> Mark | None:
    """Read a mark: a label alone, a label with a colon, or a label and a code.

    A label and other words are a line of text that happens to begin with the label's words.
    """
    words = line.strip()
    for name, enumeration in names.items():
        if not words.startswith(name):
            continue
        rest = words[len(name) :]
        value = rest.strip()
        if not value or rest.startswith(":"):
            return Mark(name, rest.removeprefix(":").strip())
        if enumeration and rest[0].isspace() and _is_code_like(enumeration, value):
            return Mark(name, value)
    return None


def _is_code_like(enumeration: type[Code], value: str) -> bool:
    known = find_code(enumeration, value) is not None
    return known or (len(value) <= 60 and _CODE_LIKE.match(line_key(value)) is not None)


def _value_below(lines: Sequence[str], place: int, name: str, names: MarkNames) -> tuple[int, str]:
    """Return the value under a label alone, and how many lines it is away; 0 for none.

    For coded values only a known term counts: the label may be empty, and the next line an entry.
    """
    enumeration = names[name]
    for distance, line in enumerate(lines[place + 1 : place + 4], start=1):
        if line:
            is_value = find_code(enumeration, line) if enumeration else not _read_mark(line, names)
            return (distance, line.strip()) if is_value else (0, "")
    return 0, ""
