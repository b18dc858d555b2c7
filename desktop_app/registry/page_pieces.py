"""A page of studies taken apart one by one, so that no other thread waits for long."""

import json
import re
from typing import Any

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")
_STUDIES = "studies"


def page_pieces(content: bytes) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the studies of a page, and what else stands on it.

    Raises ValueError where it is no JSON, or not a page: an object with a list of objects.
    """
    text = content.decode("utf-8")
    studies: list[dict[str, Any]] | None = None
    rest: dict[str, Any] = {}
    at = _after(text, 0, "{")
    while not text.startswith("}", at):
        name, at = _value(text, at)
        at = _after(text, at, ":")
        if name == _STUDIES:
            studies, at = _studies(text, at)
        else:
            rest[name], at = _value(text, at)
        at = _behind_item(text, at, "}")
    if studies is None or _blank(text, at + 1) != len(text):
        raise ValueError("not a page of studies")
    return studies, rest


def _studies(text: str, at: int) -> tuple[list[dict[str, Any]], int]:
    found = []
    at = _after(text, at, "[")
    while not text.startswith("]", at):
        study, at = _value(text, at)
        if not isinstance(study, dict):
            raise ValueError("not a study")
        found.append(study)
        at = _behind_item(text, at, "]")
    return found, at + 1


def _value(text: str, at: int) -> tuple[Any, int]:
    value, at = _DECODER.raw_decode(text, at)
    return value, _blank(text, at)


def _behind_item(text: str, at: int, end: str) -> int:
    """Return where the next item begins, or the end stands."""
    at = _blank(text, at)
    if text.startswith(end, at):
        return at
    at = _after(text, at, ",")
    if text.startswith(end, at):
        raise ValueError("a comma with nothing behind it")
    return at


def _after(text: str, at: int, mark: str) -> int:
    at = _blank(text, at)
    if not text.startswith(mark, at):
        raise ValueError(f"no {mark} where one is wanted")
    return _blank(text, at + 1)


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at
