"""Parses one JSON document of limited size into plain values."""

import json
import math
import re
from typing import Any

from pydantic_core import from_json

from desktop_app.errors import RecordFormatError
from desktop_app.languages import N_, _
from desktop_app.readers.noted import Note
from desktop_app.readers.reading import Oddity

JsonObject = dict[str, Any]
_HALF = re.compile("[\ud800-\udfff]")
_LONGEST_INTEGER = 18
"""Digits; no count of the registry is longer, and it fits what a database can hold."""


def parse_json(content: bytes) -> tuple[Any, list[Oddity]]:
    """Return the value of a document in UTF-8, and what was odd in its writing.

    The quick parser refuses what only looks like JSON; the patient one reads it after all: half
    characters, numbers of thousands of digits, bytes that are not UTF-8. Raises
    RecordFormatError where there is no value. Nesting is to be limited by the caller.
    """
    try:
        value = from_json(content, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        return _parse_patiently(content)
    return value, []


def _parse_patiently(content: bytes) -> tuple[Any, list[Oddity]]:
    oddities: list[Oddity] = []
    text = content.decode("utf-8", "replace")
    if "\ufffd" in text:
        oddities.append(Oddity("", Note(N_("bytes that are not UTF-8 are shown as �"))))
    try:
        value = json.loads(text, parse_int=_integer, parse_float=_number, strict=False)
    except json.JSONDecodeError as error:
        words = _("It is not complete JSON: {fault} at line {line}, column {column}.")
        raise RecordFormatError(
            words.format(fault=error.msg, line=error.lineno, column=error.colno)
        ) from error
    except RecursionError as error:
        raise RecordFormatError(_("It is JSON that is nested too deep.")) from error
    return _without_half_characters(value, oddities), oddities


def _integer(digits: str) -> int | str:
    """Return an integer, or its digits where it is no number that anybody counted."""
    return int(digits) if len(digits) <= _LONGEST_INTEGER else digits


def _number(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits


def _without_half_characters(value: Any, oddities: list[Oddity]) -> Any:
    if isinstance(value, str):
        return _whole_characters(value, oddities)
    if isinstance(value, list):
        return [_without_half_characters(one, oddities) for one in value]
    if isinstance(value, dict):
        return {
            _whole_characters(key, oddities): _without_half_characters(one, oddities)
            for key, one in value.items()
        }
    return value


def _whole_characters(text: str, oddities: list[Oddity]) -> str:
    whole = _HALF.sub("\ufffd", text)
    if whole != text:
        half = Note(N_("a half of a character (a lone surrogate) is shown as �"))
        oddities.append(Oddity("", half))
    return whole
