"""Studies that are tied to one by what the records state: numbers and identifiers."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.values import part_of, parts_of, text_of, texts_of
from desktop_app.store.similar.plain_words import raw_words
from desktop_app.study.nct_numbers import parse_nct_number

# Begins with letters of one case, which are searched for many times as fast.
_NUMBER = re.compile(r"nct(?<![a-z0-9_]nct)[\s:#-]{0,2}(\d{8})(?!\d)", re.ASCII)
_APART = "\0"
"""Between texts, so that no number begins in one and ends in the next."""
_SECTIONS = ("protocolSection", "resultsSection", "annotationSection", "documentSection")
_SHORTEST_IDENTIFIER, _FEWEST_DIGITS = 7, 4


def numbers_named(raw: JsonObject) -> set[int]:
    """Return the NCT numbers of the other studies that a record names.

    Those that its source page lists are not among them: the page says them, and not the record.
    """
    texts = chain.from_iterable(_texts(raw.get(section)) for section in _SECTIONS)
    found = {int(number) for number in _NUMBER.findall(_APART.join(texts).lower())}
    return found - own_numbers(raw) - {0}


def own_numbers(raw: JsonObject) -> set[int]:
    """Return the NCT number of a record, and those that it had before."""
    identification = part_of(part_of(raw, "protocolSection"), "identificationModule")
    texts = (text_of(identification, "nctId"), *texts_of(identification, "nctIdAliases"))
    return {parse_nct_number(text) or 0 for text in texts} - {0}


def identifiers(raw: JsonObject) -> dict[str, str]:
    """Return the identifiers by which a record can be told in other registers, as written.

    The keys are comparable. Short ones are left out: many sponsors count their studies from 1.
    """
    identification = part_of(part_of(raw, "protocolSection"), "identificationModule")
    own = text_of(part_of(identification, "orgStudyIdInfo"), "id")
    others = [text_of(one, "id") for one in parts_of(identification, "secondaryIdInfos")]
    found: dict[str, str] = {}
    for written in (own, *others):
        comparable = " ".join(raw_words(written))
        if _tells(comparable):
            found.setdefault(comparable, written.strip())
    return found


def _tells(comparable: str) -> bool:
    joined = comparable.replace(" ", "")
    is_number_of_study = joined.startswith("nct") and joined[3:].isdecimal()
    digits = sum(letter.isdecimal() for letter in joined)
    return (
        len(joined) >= _SHORTEST_IDENTIFIER
        and digits >= _FEWEST_DIGITS > 0
        and (not is_number_of_study)
    )


def _texts(value: object) -> Iterator[str]:
    waiting: list[Iterable[object]] = [(value,)]
    while waiting:
        for one in waiting.pop():
            if isinstance(one, str):
                yield one
            elif isinstance(one, dict):
                waiting.append(one.values())
            elif isinstance(one, list):
                waiting.append(one)
