"""The names in a record, ready to be compared with those of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.values import part_of, parts_of, text_of, texts_of
from desktop_app.store.similar.plain_words import (
    PLAIN_NAME,
    official_name,
    plain_word,
    raw_words,
)
from desktop_app.store.similar.told import Told, told


class Names:
    """Names by what makes them comparable, each as it is written first.

    Each kind is made ready when it is asked for: most are compared only where others differ.
    """

    def __init__(self, raw: JsonObject) -> None:
        """Take the names in a record in the registry's JSON."""
        self.told: Told = told(raw)
        self._raw = raw
        self._protocol = part_of(raw, "protocolSection")

    @cached_property
    def disease_terms(self) -> tuple[str, ...]:
        """The MeSH terms of conditions and those above them."""
        return (*self.told.condition_terms, *_ancestors(self._raw))

    @cached_property
    def conditions(self) -> Mapping[str, str]:
        """Conditions."""
        return _comparable(self.told.conditions)

    @cached_property
    def keywords(self) -> Mapping[str, str]:
        """Keywords."""
        return _comparable(self.told.keywords)

    @cached_property
    def intervention_groups(self) -> tuple[Mapping[str, str], ...]:
        """The names of one intervention each, its own name first."""
        return tuple(_groups(self._protocol))

    @cached_property
    def interventions(self) -> Mapping[str, str]:
        """Interventions by all of their names."""
        return _comparable(self.told.interventions)

    @cached_property
    def title_words(self) -> Mapping[str, str]:
        """The words of the titles."""
        words = raw_words("\n".join(self.told.titles))
        return {plain_word(word): word for word in reversed(words)}

    @cached_property
    def sponsors(self) -> Mapping[str, str]:
        """The lead sponsor and collaborators."""
        return _comparable(self.told.sponsors)

    @cached_property
    def officials(self) -> Mapping[str, str]:
        """Persons, and no offices, who are responsible for the study as a whole."""
        return _comparable(map(official_name, self.told.officials))

    @cached_property
    def phases(self) -> tuple[str, ...]:
        """Codes of phases."""
        return _phases(self._protocol)

    @cached_property
    def population(self) -> tuple[str, ...]:
        """Codes of those for whom alone the study is: of one sex, children, the old."""
        return _population(self._protocol)


def _comparable(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(PLAIN_NAME[name], name)
    found.pop("", None)
    return found


def _ancestors(raw: JsonObject) -> list[str]:
    browse = part_of(part_of(raw, "derivedSection"), "conditionBrowseModule")
    return [text_of(one, "term") for one in parts_of(browse, "ancestors")]


def _groups(protocol: JsonObject) -> list[dict[str, str]]:
    interventions = parts_of(part_of(protocol, "armsInterventionsModule"), "interventions")
    return [
        _comparable((text_of(one, "name"), *texts_of(one, "otherNames"))) for one in interventions
    ]


def _phases(protocol: JsonObject) -> tuple[str, ...]:
    phases = texts_of(part_of(protocol, "designModule"), "phases")
    return tuple(phase for phase in phases if phase != "NA")


def _population(protocol: JsonObject) -> tuple[str, ...]:
    eligibility = part_of(protocol, "eligibilityModule")
    sex, ages = text_of(eligibility, "sex"), tuple(texts_of(eligibility, "stdAges"))
    narrow = ages if ages in (("CHILD",), ("OLDER_ADULT",)) else ()
    return (*((sex,) if sex in ("FEMALE", "MALE") else ()), *narrow)
