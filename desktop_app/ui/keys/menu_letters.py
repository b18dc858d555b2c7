"""The letters of menus: those that the texts propose, others where two in one menu have the same.

A translator sees a text at a time, and a command stands in several menus.
"""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QMenu, QMenuBar

Key = TypeVar("Key", bound=Hashable)
_BEHIND = re.compile(r"\(&(\w)\)")
"""How texts are marked whose own signs no key writes: ``打开(&O)…``."""
_MARKED = re.compile(r"&(\w)")
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def part_letters(bar: QMenuBar, menus: Iterable[QMenu]) -> None:
    """Let every entry of a menu, and every menu of the bar, answer to a letter of its own."""
    groups = [[one for one in part.actions() if one.text()] for part in (bar, *menus)]
    texts = {entry: entry.text() for group in groups for entry in group}
    for entry, text in distinct_letters(texts, groups).items():
        if text != texts[entry]:
            entry.setText(text)


def distinct_letters(
    texts: Mapping[Key, str], groups: Collection[Collection[Key]]
) -> dict[Key, str]:
    """Return the texts marked so that no two of a group have the same letter.

    Those that first propose a letter keep it. Where none is left, a text has no mark.
    """
    taken_beside = _taken_beside(texts, groups)

    def takes(key: Key, letter: str) -> bool:
        is_free = bool(letter) and not any(letter in taken for taken in taken_beside[key])
        for taken in taken_beside[key] if is_free else ():
            taken.add(letter)
        return is_free

    result = dict(texts)
    for key in [key for key, text in texts.items() if not takes(key, _letter_of(text))]:
        marked = _otherwise_marked(texts[key])
        result[key] = next(
            (one for one in marked if takes(key, _letter_of(one))), _unmarked(texts[key])
        )
    return result


def _taken_beside(
    keys: Iterable[Key], groups: Collection[Collection[Key]]
) -> dict[Key, list[set[str]]]:
    """Return for each key a set of letters for each group that it is in, empty as yet."""
    result: dict[Key, list[set[str]]] = {key: [] for key in keys}
    for group in groups:
        taken: set[str] = set()
        for key in group:
            result[key].append(taken)
    return result


def _letter_of(text: str) -> str:
    found = _MARKED.search(text.replace("&&", ""))
    return found[1].lower() if found else ""


def _unmarked(text: str) -> str:
    return _BEHIND.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&&")


def _otherwise_marked(text: str) -> Iterator[str]:
    """Yield a text marked at each of its letters, those that begin words first."""
    if _BEHIND.search(text):
        yield from (_BEHIND.sub(f"(&{letter.upper()})", text) for letter in _LATIN)
        return
    plain = _unmarked(text)
    places = [place for place, sign in enumerate(plain) if sign.lower() in _LATIN]
    begins = [place for place in places if place == 0 or not plain[place - 1].isalnum()]
    for place in (*begins, *(one for one in places if one not in begins)):
        yield f"{plain[:place]}&{plain[place:]}"
