"""Reads elements of a record in the registry's JSON; what is of an odd type counts as absent."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from desktop_app.readers.json_values import JsonObject
from desktop_app.study.dates import PartialDate

_EMPTY: JsonObject = {}
_DAY_LENGTH = len("2024-05-01")
_MOST_DIGITS = 400
"""Of a count; what has thousands is none, and refused as a number by Python."""


def part_of(raw: JsonObject, name: str) -> JsonObject:
    """Return a part of a record; an empty one where it is absent."""
    value = raw.get(name)
    return value if isinstance(value, dict) else _EMPTY


def parts_of(raw: JsonObject, name: str) -> Sequence[JsonObject]:
    """Return the parts in a list."""
    value = raw.get(name)
    if not isinstance(value, list):
        return ()
    return [one for one in value if isinstance(one, dict)]


def text_of(raw: JsonObject, name: str) -> str:
    """Return a text; an empty one where it is absent."""
    value = raw.get(name)
    return value if isinstance(value, str) else ""


def texts_of(raw: JsonObject, name: str) -> Sequence[str]:
    """Return the texts in a list."""
    value = raw.get(name)
    if not isinstance(value, list):
        return ()
    return [one for one in value if isinstance(one, str)]


def count_of(raw: JsonObject, name: str) -> int | None:
    """Return a count, however it is written."""
    value: Any = raw.get(name)
    if isinstance(value, str):
        digits = value.strip()
        is_count = len(digits) <= _MOST_DIGITS and digits.isascii() and digits.isdecimal()
        return int(digits) if is_count else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def date_of(raw: JsonObject, name: str) -> str | None:
    """Return a date in the registry's form; None where there is none or no calendar has it."""
    text = text_of(raw, name)
    if not text:
        return None
    try:
        if len(text) == _DAY_LENGTH and text[4] == text[7] == "-" and text.isascii():
            # Nearly all of them.
            date.fromisoformat(text)
            return text
        return str(PartialDate.parse(text))
    except ValueError:
        return None
