"""The names in a record, ready to be compared with those of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.values import part_of, parts_of, text_of, texts_of
from desktop_app.store.similar.plain_words import (
    PLAIN_NAME,
    official_name,
    plain_word,
    raw_words,
)
from desktop_app.store.similar.told import Told, told


@dataclass(frozen=True, slots=True)
class Names:
    """Names by what makes them comparable, each as it is written first.

    ``disease_terms`` are the MeSH terms of conditions and those above them, ``intervention_groups``
    are the names of one intervention each, its own name first.
    ``population`` holds codes of those for whom alone a study is: of one sex, children, the old.
    """

    told: Told
    disease_terms: tuple[str, ...]
    conditions: Mapping[str, str]
    keywords: Mapping[str, str]
    intervention_groups: tuple[Mapping[str, str], ...]
    interventions: Mapping[str, str]
    intervention_names: list[str]
    title_words: Mapping[str, str]
    sponsors: Mapping[str, str]
    officials: Mapping[str, str]
    phases: tuple[str, ...]
    population: tuple[str, ...]

    @classmethod
    def of(cls, raw: JsonObject) -> Names:
        """Return the names in a record in the registry's JSON."""
        one = told(raw)
        protocol = part_of(raw, "protocolSection")
        words = raw_words("\n".join(one.titles))
        return cls(
            told=one,
            disease_terms=(*one.condition_terms, *_ancestors(raw)),
            conditions=_comparable(one.conditions),
            keywords=_comparable(one.keywords),
            intervention_groups=tuple(_groups(protocol)),
            interventions=_comparable(one.interventions),
            intervention_names=one.interventions,
            title_words={plain_word(word): word for word in reversed(words)},
            sponsors=_comparable(one.sponsors),
            officials=_comparable(map(official_name, one.officials)),
            phases=_phases(protocol),
            population=_population(protocol),
        )


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
