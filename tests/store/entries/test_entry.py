import json
import random
import re
from typing import Any

import pytest

from desktop_app.store.entries.entry import WHOLE, entry_of
from desktop_app.store.entries.starts import study_starts
from desktop_app.store.entries.words import NO_WORDS
from desktop_app.study import completeness
from tests.real_records import needs_records, record_files
from tests.store.synthetic import content

_WORD = re.compile(r"[^\W_]+")


def test_the_modules_of_whole_records_are_those_of_the_model() -> None:
    assert tuple(WHOLE.values()) == completeness.WHOLE


def texts_in(value: Any, name: str = "") -> list[str]:
    if isinstance(value, dict):
        return [text for key, one in value.items() for text in texts_in(one, key)]
    if isinstance(value, list):
        return [text for one in value for text in texts_in(one, name)]
    return [value] if isinstance(value, str) and name not in NO_WORDS else []


@needs_records
def test_every_text_of_real_records_is_found_but_figures_and_dates() -> None:
    for file in record_files("ctgov_json", step=5):
        raw = json.loads(file.read_bytes())
        entry = entry_of(raw)
        assert entry is not None
        found = set(_WORD.findall(" ".join(entry.texts).lower()))
        for section in raw.values():
            if isinstance(section, dict):
                section.pop("adverseEventsModule", None)
        lost = set(_WORD.findall(" ".join(texts_in(raw)).lower())) - found
        assert not {word for word in lost if not re.fullmatch(r"(og|bg|fg|eg)\d+", word)}, file


def test_beginnings_have_a_guard_against_the_stemmer() -> None:
    entry = entry_of(content(identification={"acronym": "Éclair-GAS"}))
    assert entry is not None
    assert {"é0", "éc0", "écl0", "g0", "ga0", "gas0"} <= set(entry.starts.split())
    assert study_starts({}, ("",) * 8) == ""


@pytest.mark.parametrize("seed", range(40))
def test_nothing_that_a_record_holds_is_an_error(seed: int) -> None:
    chance = random.Random(seed)
    odd: list[Any] = [None, True, 7, 1.5, "text", [], {}, [None], [{"a": 1}], {"b": [2]}]

    def spoilt(value: Any) -> Any:
        if chance.random() < 0.15:
            return chance.choice(odd)
        if isinstance(value, dict):
            return {key: spoilt(one) for key, one in value.items()}
        if isinstance(value, list):
            return [spoilt(one) for one in value]
        return value

    raw = content(contactsLocationsModule={"locations": [{"city": "Malmö", "country": "Sweden"}]})
    raw["derivedSection"] = {"conditionBrowseModule": {"meshes": [{"term": "Asthma"}]}}
    protocol = {name: spoilt(module) for name, module in raw["protocolSection"].items()}
    protocol["identificationModule"] = {"nctId": "NCT00000001", "briefTitle": chance.choice(odd)}
    entry = entry_of({"protocolSection": protocol, "derivedSection": spoilt(raw["derivedSection"])})
    assert entry is not None
    assert entry.nct_number == 1


@pytest.mark.parametrize("digits", [400, 401, 5_000, 100_000])
def test_a_count_of_thousands_of_digits_raises_nothing(digits: int) -> None:
    value = content()
    value["protocolSection"]["designModule"]["enrollmentInfo"] = {"count": "9" * digits}
    entry = entry_of(value)
    assert entry is not None
    assert (entry.summary.enrollment_count is None) == (digits > 400)
