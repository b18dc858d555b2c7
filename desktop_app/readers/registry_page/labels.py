"""Sections of labels with the value below each: basic information, study design, ages and sex."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from desktop_app.readers.registry_page.notes import PageNotes
from desktop_app.readers.registry_page.text import filled, line_key, prose
from desktop_app.readers.registry_page.values import find_code, put, read_code, stated
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import DateType, EnrollmentType

_SPACE = "[ \t\xa0]"
ReadValue = Callable[[str, str, PageNotes], Any]


@dataclass(frozen=True, slots=True)
class Element:
    """Where a label's value goes, and how it is read; None for running text."""

    path: str
    read: ReadValue | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with the lines under it; the label is empty for lines before the first one."""

    label: str
    lines: tuple[str, ...]


def coded(enumeration: type[Code]) -> ReadValue:
    """Return the reader of a code."""
    return partial(read_code, enumeration)


def words(text: str, path: str, notes: PageNotes) -> str | None:
    """Return a text as it stands; a dash is nothing."""
    return None if stated(text) is None else text


def read_labelled(
    lines: Sequence[str],
    labels: Mapping[str, Element],
    heading: str,
    spaced: bool,
    record: dict[str, Any],
    notes: PageNotes,
) -> None:
    """Read every label of a section into the record; what is left is set apart.

    So is a label that comes again: the first one counts.
    """
    read: set[str] = set()
    for entry in read_entries(lines, tuple(labels)):
        element = labels.get(entry.label)
        if element is None or element.path in read:
            notes.set_apart(heading, [line for line in (entry.label, *entry.lines) if line])
            continue
        read.add(element.path)
        if element.read is None:
            text = prose(entry.lines, spaced)
            put(record, element.path, words(text, element.path, notes))
        else:
            value, *rest = _values(entry)
            put(record, element.path, element.read(value, element.path, notes))
            notes.set_apart(entry.label, rest)


def read_entries(lines: Sequence[str], labels: tuple[str, ...]) -> Iterator[Entry]:
    """Yield the labels in their order; a value may stand on the label's line as well."""
    label, under = "", list[str]()
    for line in lines:
        found, value = split_label(line, labels)
        if found:
            yield Entry(label, tuple(under))
            label, under = found, [value] if value else []
        else:
            under.append(line)
    yield Entry(label, tuple(under))


def split_label(line: str, labels: tuple[str, ...]) -> tuple[str, str]:
    """Part a line into label and value; the label is empty where the line has none."""
    match = _label_pattern(labels).match(line)
    return (line_key(match[1]), match[2]) if match else ("", "")


def _values(entry: Entry) -> list[str]:
    """Return the value and further lines; a kind below its date or count belongs to it."""
    value, *rest = filled(entry.lines) or [""]
    if rest and (find_code(DateType, rest[0]) or find_code(EnrollmentType, rest[0])):
        return [f"{value} {rest[0]}", *rest[1:]]
    return [value, *rest]


@cache
def _label_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    # After a single space only a code, a number or an answer counts as a value: other words make
    # it a sentence that begins with the words of a label.
    by_length = sorted(labels, key=len, reverse=True)
    names = "|".join(re.escape(label).replace(r"\ ", f"{_SPACE}+") for label in by_length)
    value = rf"(?:{_SPACE}|\d|[A-Z][A-Z0-9_/, ]*\Z|Yes\Z|No\Z)"
    end = rf"(?:{_SPACE}*:|(?={_SPACE}{value})|\Z)"
    return re.compile(rf"{_SPACE}*({names}){end}{_SPACE}*(.*)\Z", re.DOTALL)
