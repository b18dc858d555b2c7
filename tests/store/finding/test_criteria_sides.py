"""The quick look at criteria agrees with the careful arranging that the Eligibility tab shows."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from desktop_app.analysis.criteria import CriteriaGroup, Criterion, arrange_criteria
from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.content import raw_record
from desktop_app.store.finding.criteria_sides import sides
from desktop_app.study.markup import MarkupText
from tests.real_records import needs_records, record_files

_WORD = re.compile(r"[^\W\d_]{2,}")


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text.lower())}


def _texts(groups: Iterable[CriteriaGroup]) -> Iterator[str]:
    for group in groups:
        yield from (*group.titles, *group.lead)
        yield from (text for criterion in group.criteria for text in _of(criterion))


def _of(criterion: Criterion) -> Iterator[str]:
    yield criterion.text
    for child in criterion.children:
        yield from _of(child)


def _only_excluded(text: str) -> tuple[set[str], set[str]]:
    """Returns the words that only exclude, by the careful arranging and by the quick look."""
    careful = arrange_criteria(MarkupText(text))
    excluded = _words(_texts(careful.exclusion))
    excluded -= _words(_texts((*careful.inclusion, *careful.unsorted)))
    allowed, out = sides(text)
    return excluded, _words([out]) - _words([allowed])


def _criteria(raw: JsonObject | None) -> str:
    module: Any = (raw or {}).get("protocolSection", {}).get("eligibilityModule", {})
    return str(module.get("eligibilityCriteria", ""))


@needs_records
def test_both_agree_on_nearly_all_words_of_real_records() -> None:
    words = wrong = 0
    for file in record_files("ctgov_json", "*.json", step=5):
        text = _criteria(raw_record(file.read_bytes()))
        careful, quick = _only_excluded(text)
        words += len(_words([text]))
        wrong += len(careful ^ quick)
    assert wrong < words * 0.005, f"{wrong} of {words}"


@needs_records
def test_a_heading_within_a_criterion_is_found() -> None:
    (file,) = record_files("ctgov_json", "NCT01912872.json")
    assert "pregnant" in _only_excluded(_criteria(raw_record(file.read_bytes())))[1]


def test_hostile_texts_are_looked_through() -> None:
    for text in (
        " " * 60_000 + "exclusion",
        "a " * 30_000 + "exclusion criteria",
        "clusion" * 9_000,
    ):
        assert "".join(sides(text)) == text
