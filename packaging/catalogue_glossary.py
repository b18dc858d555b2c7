"""Checks the glossary of a language against the English one."""

import json
from collections.abc import Iterator
from typing import Any

from catalogue_texts import CHECKOUT

from desktop_app.presentation.glossary import folded

_LONGEST = 500
_ENDS = (".", "。")


def glossary_faults(language: str) -> tuple[str, ...]:
    """Return a sentence for everything that is wrong with the glossary of a language."""
    path = CHECKOUT / "resources" / "glossary" / f"{language}.json"
    if not path.exists():
        return (f"{path.name} is not there.",)
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return (f"{path.name} is not JSON: {error}.",)
    english = json.loads(path.with_name("en.json").read_text(encoding="utf-8"))
    return (
        *_faults_of_head(given, english, language),
        *_faults_of_terms(given["terms"], english["terms"]),
        *_faults_of_sections(given["sections"], english["sections"]),
    )


def _faults_of_head(given: Any, english: Any, language: str) -> Iterator[str]:
    if given["language"] != language:
        yield f"Its language is {given['language']!r}."
    if given["version"] != english["version"]:
        yield f"It is of version {given['version']}, and the English one of {english['version']}."


def _faults_of_terms(given: list[Any], english: list[Any]) -> Iterator[str]:
    ids, wanted = [one["id"] for one in given], [one["id"] for one in english]
    yield from (f"The term {one} is missing." for one in wanted if one not in ids)
    yield from (f"The term {one} is not in the English glossary." for one in set(ids) - {*wanted})
    owners: dict[str, str] = {}
    for one in given:
        labels = (one["term"], *one["also"])
        if not all(label.strip() for label in labels):
            yield f"A label of {one['id']} is empty."
        for label in labels:
            if owners.setdefault(folded(label), one["id"]) != one["id"]:
                yield f"{label!r} is a label of {owners[folded(label)]} and of {one['id']}."
        if not one["text"].endswith(_ENDS) or len(one["text"]) > _LONGEST:
            yield f"The text of {one['id']} is no sentence or too long."


def _faults_of_sections(given: dict[str, str], english: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong; the titles are the English ones, which the catalogue translates."""
    yield from (f"The section {one!r} is missing." for one in english if one not in given)
    yield from (f"There is no section {one!r} in English." for one in given if one not in english)
    yield from (f"The line of {one!r} is empty." for one, line in given.items() if not line.strip())


def check(language: str) -> int:
    """Print what is wrong; return 1 where anything is."""
    faults = glossary_faults(language)
    print("\n".join(faults) or "Nothing is wrong with it.")
    return 1 if faults else 0
