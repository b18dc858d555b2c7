"""The beginnings of the words that name a study, for the first letters that a person types.

A beginning of one to three letters is looked up as one token, which is far quicker than merging
the many thousands of words that begin so. Only what names a study counts here: its numbers,
titles, conditions, interventions, sponsors and places.
"""

import re
import unicodedata

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.columns import COLUMNS
from desktop_app.store.entries.values import part_of, parts_of, text_of, texts_of
from desktop_app.store.entries.words import Texts
from desktop_app.store.start_tokens import LONGEST_START, START_GUARD

_WORD = re.compile(r"[^\W_]+")
_APART = str.maketrans({code: " " for code in range(128) if not chr(code).isalnum()})
_NAMING_COLUMNS = COLUMNS.index("conditions") + 1
"""The first columns, which hold numbers, titles and conditions, name a study."""


def study_starts(raw: JsonObject, texts: Texts) -> str:
    """Return the tokens of all beginnings, with spaces between them.

    ``texts`` are the words of the study, of which those of some columns name it.
    """
    protocol, derived = part_of(raw, "protocolSection"), part_of(raw, "derivedSection")
    names = [*texts[:_NAMING_COLUMNS], *_interventions(protocol, derived)]
    names += _sponsors(part_of(protocol, "sponsorCollaboratorsModule"))
    names += _places(part_of(protocol, "contactsLocationsModule"))
    three = {word[:LONGEST_START] for word in _words("\n".join(names))}
    two = {start[:2] for start in three}
    starts = three | two | {start[:1] for start in two}
    return f"{START_GUARD} ".join(starts) + START_GUARD if starts else ""


def _words(text: str) -> list[str]:
    if text.isascii():
        # Nearly all of them, and twice as quick.
        return text.lower().translate(_APART).split()
    # A letter and its accent are one character, so that three letters are three.
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def _interventions(protocol: JsonObject, derived: JsonObject) -> list[str]:
    names: list[str] = []
    for intervention in parts_of(part_of(protocol, "armsInterventionsModule"), "interventions"):
        names.append(text_of(intervention, "name"))
        names += texts_of(intervention, "otherNames")
    module = part_of(derived, "interventionBrowseModule")
    names += [text_of(term, "term") for term in parts_of(module, "meshes")]
    names += [text_of(term, "term") for term in parts_of(module, "ancestors")]
    return names


def _sponsors(module: JsonObject) -> list[str]:
    others = [text_of(one, "name") for one in parts_of(module, "collaborators")]
    return [text_of(part_of(module, "leadSponsor"), "name"), *others]


def _places(module: JsonObject) -> set[str]:
    locations = parts_of(module, "locations")
    cities = {text_of(place, "city") for place in locations}
    return cities | {text_of(place, "country") for place in locations}
