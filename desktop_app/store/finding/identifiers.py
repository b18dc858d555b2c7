"""Identifiers of studies in what a person pastes: numbers of any registry, or of the sponsor.

They come with odd dashes, spaces and case, within sentences and addresses of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import apsw

from desktop_app.store.finding.texts import StudyTexts
from desktop_app.store.summaries import current_version
from desktop_app.store.words import WordForms
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.study.trial_numbers import DASHES, GAP, trial_numbers

if TYPE_CHECKING:
    from desktop_app.readers.json_values import JsonObject

_NCT = re.compile(rf"(?<![^\W_])NCT{GAP}0*(\d{{1,8}})(?!\d)", re.IGNORECASE)
# Anything else with a digit in it: numbers of sponsors and grants.
_ANY = re.compile(r"[^\W_](?:[\w./()-]*[^\W_])?")
_PARTS_OF_EU = re.compile(r"(\d{4})(\d{6})(\d\d)(\d\d)?\Z")
_LONGEST = 4_000
_MOST = 40
_ROWS = 40
_SHORTEST = 4
_WHOLE = 60


def find_identifier(
    connection: apsw.Connection, forms: WordForms, texts: StudyTexts, text: str
) -> tuple[str, ...]:
    """Return the studies whose identifiers stand in a text, in its order."""
    found: dict[str, None] = {}
    for number, candidate in _candidates(text):
        numbers = (
            _of_number(connection, number)
            if number is not None
            else _of_identifier(connection, forms, texts, candidate)
        )
        found |= dict.fromkeys(map(format_nct_id, numbers))
    return tuple(found)


def _candidates(text: str) -> list[tuple[int | None, str]]:
    """Return NCT numbers, and what may be other identifiers, in the order of the text."""
    plain = text[:_LONGEST].translate(DASHES)
    placed: dict[int, tuple[int | None, str]] = {
        match.start(): (int(match[1]), match[0]) for match in _NCT.finditer(plain)
    }
    for one in trial_numbers(plain):
        placed.setdefault(one.start, (None, one.text))
    stripped = plain.strip()
    if not placed and len(stripped) <= _WHOLE and _has_digit(stripped):
        placed[0] = (None, stripped)
    for match in _ANY.finditer(plain):
        if len(compact(match[0])) >= _SHORTEST and _has_digit(match[0]):
            placed.setdefault(match.start(), (None, match[0]))
    return [placed[at] for at in sorted(placed)][:_MOST]


def compact(identifier: str) -> str:
    """Return an identifier as identifiers are compared: letters and digits alone."""
    return "".join(one for one in identifier.translate(DASHES).upper() if one.isalnum())


def _of_number(connection: apsw.Connection, number: int) -> Iterator[int]:
    version = current_version(connection, number)
    if version is not None:
        yield int(connection.execute("SELECT nct_number FROM version WHERE id = ?", (version,)).get)


def _of_identifier(
    connection: apsw.Connection, forms: WordForms, texts: StudyTexts, identifier: str
) -> list[int]:
    """Return the studies of that number, or else those in whose numbers it stands."""
    wanted = compact(identifier)
    if len(wanted) < _SHORTEST:
        return []
    same, within = [], []
    for row, number in _with_words(connection, forms, identifier, wanted):
        known = _identifiers(texts.record(row) or {})
        if wanted in map(compact, known):
            same.append(number)
        elif wanted in {compact(one) for text in known for one in _known_forms(text)}:
            within.append(number)
    return same or within


def _with_words(
    connection: apsw.Connection, forms: WordForms, identifier: str, wanted: str
) -> list[tuple[int, int]]:
    """Return rows and numbers of studies with the words of an identifier among theirs."""
    eu = _PARTS_OF_EU.match(wanted)
    spellings = [identifier, wanted, re.sub(r"(?<=[^\W\d_])(?=\d)", " ", identifier)]
    spellings += [" ".join(part for part in eu.groups() if part)] if eu else []
    alternatives = []
    for spelling in dict.fromkeys(spellings):
        words = [f'"{forms.stem(word)}"' for word in forms.words(spelling)]
        alternatives += [f"({' AND '.join(words)})"] if words else []
    if not alternatives:
        return []
    match = f"{{identifiers}} : ({' OR '.join(dict.fromkeys(alternatives))})"
    found = connection.execute(
        "SELECT study.row, study.nct_number FROM study_text CROSS JOIN study "
        "ON study.row = study_text.rowid WHERE study_text MATCH ? "
        "ORDER BY study_text.rowid DESC LIMIT ?",
        (match, _ROWS),
    )
    return [(row, number) for row, number in found]


def _identifiers(raw: JsonObject) -> list[str]:
    from desktop_app.store.finding.passages import passages

    return [one.text for one in passages(raw) if one.column == "identifiers"]


def _known_forms(text: str) -> Iterator[str]:
    """Yield what stands in an identifier such as ``EudraCT: 2019-001234-10``."""
    yield from (one.text for one in trial_numbers(text.translate(DASHES)))


def _has_digit(text: str) -> bool:
    return any(one.isdigit() for one in text)
