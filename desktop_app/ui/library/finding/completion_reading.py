"""Reads what a search can go on with, off the GUI thread; knows nothing of windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.store.library import Library
from desktop_app.ui.tasks import Progress

if TYPE_CHECKING:
    from desktop_app.store.queries.completing import Completion


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be put into the box: the whole text then, where the cursor is, and its meaning."""

    text: str
    cursor: int
    written: str
    label: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be put in place of what is in the box."""

    typed: str
    offers: tuple[Offer, ...]


def read_offers(
    text: str, cursor: int, is_asked: bool, library: Library, _progress: Progress
) -> Offers:
    """Return what can stand where the cursor is; names of fields only where ``is_asked``."""
    found = _nearest_first(text, library.completions(text, cursor))
    offers = [
        _offer(text, one.start, one.length, one.text, one.label)
        for one in found
        if is_asked or not one.text.endswith(":")
    ]
    if is_asked and not found and not text[:cursor].rstrip().endswith(":"):
        offers = _fields(text, cursor)
    # What is there already needs no offer.
    return Offers(text, tuple(one for one in offers if one.text != text))


def _nearest_first(text: str, found: Sequence[Completion]) -> list[Completion]:
    """Return values that begin as what was typed before those in which it occurs."""

    def is_far(one: Completion) -> bool:
        typed = text[one.start : one.start + one.length].strip('"').casefold()
        return not any(name.casefold().startswith(typed) for name in (one.text, one.label))

    return sorted(found, key=is_far)


def _fields(text: str, cursor: int) -> list[Offer]:
    """Return all fields, to be put where the cursor is."""
    from desktop_app.store.queries.fields import FIELDS

    gap = "" if not text[:cursor].strip() or text[:cursor].endswith((" ", "(", "-")) else " "
    return [_offer(text, cursor, 0, f"{gap}{field.name}:", field.label) for field in FIELDS]


def _offer(text: str, start: int, length: int, put: str, label: str) -> Offer:
    is_value = not put.endswith(":")
    rest = text[start + length :]
    ending = " " if is_value and not rest.startswith((" ", ",", ")")) else ""
    before = text[:start] + put + ending
    return Offer(before + rest, len(before), put.strip(), label)
