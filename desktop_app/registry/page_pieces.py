"""A page of studies taken apart one by one, so that no other thread waits for long."""

import json
import re
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")
_STUDIES = "studies"


class NoPage(Exception):
    """Raised where what is well written is no page of studies."""


def page_pieces(
    content: bytes, take: Callable[[dict[str, Any]], T]
) -> tuple[list[T], dict[str, Any]]:
    """Return what is taken of each study of a page, and what else stands on it.

    Raises ValueError where it is no JSON, and NoPage where it is no object with such a list.
    """
    text = content.decode("utf-8")
    if not text.lstrip().startswith("{"):
        json.loads(text)
        raise NoPage
    studies: list[T] | None = None
    rest: dict[str, Any] = {}
    at = _after(text, 0, "{")
    while not text.startswith("}", at):
        name, at = _name(text, at)
        if name == _STUDIES:
            studies, at = _studies(text, at, take)
        else:
            rest[name], at = _value(text, at)
        at = _behind_item(text, at, "}")
    if _blank(text, at + 1) != len(text):
        raise ValueError("something behind the end")
    if studies is None:
        raise NoPage
    return studies, rest


def _studies(text: str, at: int, take: Callable[[dict[str, Any]], T]) -> tuple[list[T], int]:
    if not text.startswith("[", at):
        raise NoPage
    found = []
    at = _after(text, at, "[")
    while not text.startswith("]", at):
        study, at = _value(text, at)
        if not isinstance(study, dict):
            raise NoPage
        found.append(take(study))
        at = _behind_item(text, at, "]")
    return found, at + 1


def _name(text: str, at: int) -> tuple[str, int]:
    """Return a name, and where its value begins."""
    name, at = _value(text, at)
    if not isinstance(name, str):
        raise ValueError("a name that is no text")
    return name, _after(text, at, ":")


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
