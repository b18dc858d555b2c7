"""What a registry made for tests holds, and what of it fits a question."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Json = dict[str, Any]
_AREAS = {
    "query.cond": ("conditionsModule", "conditionBrowseModule"),
    "query.intr": ("armsInterventionsModule", "interventionBrowseModule"),
    "query.locn": ("contactsLocationsModule",),
    "query.titles": ("identificationModule",),
    "query.id": ("identificationModule",),
    "query.term": (),
}
"""The modules in whose texts the words of a question are looked for; none: everywhere."""
_JOINING = {"AND", "OR", "NOT"}
_ADVANCED = re.compile(r"AREA\[(\w+)\]\s*(\([^)]*\)|\"[^\"]*\"|[\w:]+)")
_PHASES = {"0": "EARLY_PHASE1", "1": "PHASE1", "2": "PHASE2", "3": "PHASE3", "4": "PHASE4"}
_AGES = {"child": "CHILD", "adult": "ADULT", "older": "OLDER_ADULT"}
_SEXES = {"f": "FEMALE", "m": "MALE"}


@dataclass(frozen=True)
class Held:
    """A record as the registry has it, byte for byte."""

    content: bytes

    @cached_property
    def value(self) -> Json:
        value: Json = json.loads(self.content.decode("utf-8-sig"))
        return value

    @property
    def nct_id(self) -> str:
        return str(self._protocol("identificationModule").get("nctId", ""))

    @property
    def aliases(self) -> tuple[str, ...]:
        return tuple(self._protocol("identificationModule").get("nctIdAliases", ()))

    @property
    def status(self) -> str:
        return str(self._protocol("statusModule").get("overallStatus", ""))

    @property
    def phases(self) -> tuple[str, ...]:
        return tuple(self._protocol("designModule").get("phases", ()))

    @property
    def ages(self) -> tuple[str, ...]:
        return tuple(self._protocol("eligibilityModule").get("stdAges", ()))

    @property
    def sex(self) -> str:
        return str(self._protocol("eligibilityModule").get("sex", "ALL"))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The words of each area in which a question is looked for, folded."""
        modules = {
            name: module
            for section in self.value.values()
            if isinstance(section, dict)
            for name, module in section.items()
        }
        return {
            area: json.dumps(
                [modules.get(name) for name in names] if names else self.value, ensure_ascii=False
            ).casefold()
            for area, names in _AREAS.items()
        }

    def _protocol(self, module: str) -> Json:
        found: Json = self.value.get("protocolSection", {}).get(module, {})
        return found


class Holdings:
    """Records by their numbers, in the order in which they came; they may change all the time."""

    def __init__(self, contents: Iterable[bytes]) -> None:
        self._held: dict[str, Held] = {}
        for content in contents:
            self.put(content)

    def put(self, content: bytes) -> None:
        """Add a record, or a newer one in the place of another."""
        held = Held(content)
        self._held[held.nct_id] = held

    def remove(self, nct_id: str) -> None:
        """Withdraw a record."""
        del self._held[nct_id]

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[Held]:
        return iter(self._held.values())

    def get(self, nct_id: str) -> Held | None:
        """Return the record of a number, or of a former one."""
        found = self._held.get(nct_id)
        return found or next((held for held in self if nct_id in held.aliases), None)

    def fitting(self, asked: Mapping[str, str]) -> list[Held]:
        """Return the records that fit all that is asked for, as in the address of a request."""
        return [held for held in self if _fits(held, asked)]


def _fits(held: Held, asked: Mapping[str, str]) -> bool:
    for name, value in asked.items():
        if name in _AREAS and not _has_words(held.texts[name], value):
            return False
        if name == "filter.ids" and not {held.nct_id, *held.aliases} & _listed(value.upper()):
            return False
        if name == "filter.overallStatus" and held.status not in _listed(value):
            return False
        if name == "filter.advanced" and not _fits_advanced(held, value):
            return False
        if name == "aggFilters" and not _fits_options(held, value):
            return False
    return True


def _has_words(text: str, question: str) -> bool:
    words = re.findall(r"[^\s()\"]+", question)
    return all(word.casefold() in text for word in words if word not in _JOINING)


def _listed(value: str) -> set[str]:
    return {part.strip() for part in re.split(r"[|,]", value)}


def _fits_advanced(held: Held, value: str) -> bool:
    """Know of phases, ages and sexes alone; what else is asked fits."""
    for area, words in _ADVANCED.findall(value):
        wanted = set(re.findall(r"[\w]+", words)) - _JOINING
        values = {"Phase": held.phases, "StdAge": held.ages, "Sex": (held.sex,)}.get(area)
        if values is not None and not wanted & set(values):
            return False
    return True


def _fits_options(held: Held, value: str) -> bool:
    """Know of the options of the site's own page for a search."""
    for pair in re.split(r"[|,]", value):
        name, _, keys = pair.partition(":")
        if not _fits_option(held, name, keys.split()):
            return False
    return True


def _fits_option(held: Held, name: str, keys: list[str]) -> bool:
    match name:
        case "results":
            return held.value.get("hasResults", False) is (keys == ["with"])
        case "sex":
            return held.sex in {"ALL", *(_SEXES[key] for key in keys)}
        case "ages":
            return bool(set(held.ages) & {_AGES[key] for key in keys})
        case "phase":
            return bool(set(held.phases) & {_PHASES.get(key, "NA") for key in keys})
        case _:
            return True
