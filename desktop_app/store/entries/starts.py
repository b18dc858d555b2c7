"""The beginnings of the words that name a study, for the first letters that a person types.

A beginning of one to three letters is looked up as one token, which is far quicker than merging
the many thousands of words that begin so. Only what names a study counts here: its numbers,
titles, conditions, interventions, sponsors and places.
"""

import re
import unicodedata
from collections.abc import Iterable

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.values import part_of, parts_of, text_of, texts_of
from desktop_app.store.start_tokens import LONGEST_START, START_GUARD

_WORD = re.compile(r"[^\W_]+")
_BROWSE = ("conditionBrowseModule", "interventionBrowseModule")


def study_starts(raw: JsonObject) -> str:
    """Return the tokens of all beginnings, with spaces between them."""
    text = "\n".join(_names(part_of(raw, "protocolSection"), part_of(raw, "derivedSection")))
    if not text.isascii():
        # A letter and its accent are one character, so that three letters are three.
        text = unicodedata.normalize("NFC", text)
    three = {word[:LONGEST_START] for word in _WORD.findall(text.lower())}
    two = {start[:2] for start in three}
    starts = three | two | {start[:1] for start in two}
    return f"{START_GUARD} ".join(starts) + START_GUARD if starts else ""


def _names(protocol: JsonObject, derived: JsonObject) -> Iterable[str]:
    identification = part_of(protocol, "identificationModule")
    yield from _identifiers(identification)
    for name in ("briefTitle", "officialTitle", "acronym"):
        yield text_of(identification, name)
    conditions = part_of(protocol, "conditionsModule")
    yield from texts_of(conditions, "conditions")
    yield from texts_of(conditions, "keywords")
    for intervention in parts_of(part_of(protocol, "armsInterventionsModule"), "interventions"):
        yield text_of(intervention, "name")
        yield from texts_of(intervention, "otherNames")
    for browse in _BROWSE:
        module = part_of(derived, browse)
        for term in (*parts_of(module, "meshes"), *parts_of(module, "ancestors")):
            yield text_of(term, "term")
    yield from _sponsors(part_of(protocol, "sponsorCollaboratorsModule"))
    yield from _places(parts_of(part_of(protocol, "contactsLocationsModule"), "locations"))


def _identifiers(identification: JsonObject) -> Iterable[str]:
    yield text_of(identification, "nctId")
    yield from texts_of(identification, "nctIdAliases")
    yield text_of(part_of(identification, "orgStudyIdInfo"), "id")
    for other in parts_of(identification, "secondaryIdInfos"):
        yield text_of(other, "id")


def _sponsors(module: JsonObject) -> Iterable[str]:
    yield text_of(part_of(module, "leadSponsor"), "name")
    for collaborator in parts_of(module, "collaborators"):
        yield text_of(collaborator, "name")


def _places(locations: Iterable[JsonObject]) -> set[str]:
    return {text_of(place, name) for place in locations for name in ("city", "country")}
