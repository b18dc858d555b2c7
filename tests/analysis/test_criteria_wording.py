"""No word of a criteria text is lost, added or moved, whatever the text."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.criteria import Criterion, arrange_criteria, in_source_order
from desktop_app.readers.ctgov_xml import read_ctgov_xml
from desktop_app.study.markup import MarkupText
from tests.real_records import needs_records, record_files

LINES = st.sampled_from(
    [
        "Inclusion Criteria:",
        "Exclusion Criteria: none",
        "* Exclusion criteria:",
        "Inclusion/Exclusion",
        "Cohort A:",
        "Patients must meet all of the following:",
        "Patients are excluded if:",
        "* item",
        "  * item:",
        "    1. item",
        "3\\. item 4. item 5. item",
        "a) item",
        "b) item i) item",
        "ii. item",
        "(1) item",
        "• o Item",
        "\\--item",
        "\\-",
        "8.1 Item",
        "OR",
        "Note: a word",
        "   words after a list",
        "words. Exclusion Criteria: words",
        "\\> 9\\*10\\^7",
        "",
        "\t\u00a0",
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=30), max_size=25).map("\n".join)


def letters(text: str) -> str:
    return "".join(text.split())


def assert_nothing_lost(text: MarkupText) -> None:
    pairs = in_source_order(arrange_criteria(text))
    assert letters("".join(marker + words for marker, words in pairs)) == letters(text.plain)


def real_texts() -> Iterator[MarkupText]:
    for path in record_files("ctgov_json", "*.json"):
        study = json.loads(path.read_bytes().decode("utf-8-sig"))
        protocol = study.get("protocolSection", {})
        text = protocol.get("eligibilityModule", {}).get("eligibilityCriteria")
        if text:
            yield MarkupText(text)


def legacy_texts() -> Iterator[MarkupText]:
    for path in record_files("ctgov_xml", "*.xml"):
        study, _ = read_ctgov_xml(path.read_bytes())
        text = study.protocol_section.eligibility_module.eligibility_criteria
        if text:
            yield text


@given(TEXTS)
def test_no_word_is_lost_added_or_moved(text: str) -> None:
    assert_nothing_lost(MarkupText(text))


@given(TEXTS)
def test_numbers_are_unique_and_count_up(text: str) -> None:
    criteria = arrange_criteria(MarkupText(text))
    for letter, groups in zip(
        "IEC", (criteria.inclusion, criteria.exclusion, criteria.unsorted), strict=True
    ):
        numbers = [item.number for group in groups for item in group.criteria]
        assert numbers == [f"{letter}-{count}" for count in range(1, len(numbers) + 1)]


@needs_records
def test_no_word_of_real_records_is_lost() -> None:
    texts = [*real_texts(), *legacy_texts()]
    assert len(texts) > 1500
    for text in texts:
        assert_nothing_lost(text)


@needs_records
def test_nearly_all_real_records_are_sorted_whole() -> None:
    arranged = [arrange_criteria(text) for text in real_texts()]
    whole = [each for each in arranged if each.inclusion and not each.unsorted]
    assert len(whole) / len(arranged) > 0.95


def depth(criteria: tuple[Criterion, ...]) -> int:
    return 1 + max((depth(item.children) for item in criteria), default=-1)


def test_very_deep_lists_are_flattened_and_nothing_is_lost() -> None:
    text = MarkupText("\n".join("  " * level + f"* level {level}" for level in range(300)))
    assert_nothing_lost(text)
    assert 30 < depth(arrange_criteria(text).unsorted[0].criteria) < 60


@pytest.mark.parametrize(
    "text",
    [
        "Inclusion Criteria:\n\n" + "* a b\n" * 50_000,
        "\n" * 100_000 + "a",
        "a\n" * 100_000,
        "x " * 500_000,
        "x" * 1_000_000,
        "Inclusion Criteria:" + " " * 1_000_000 + "a",
        "1. a " * 200_000,
        " ".join(f"{number}. a" for number in range(1, 100_000)),
        "\\" * 1_000_000,
        "-" * 1_000_000,
        "(" * 1_000_000,
        "Inclusion Criteria: " * 50_000,
        "Cohort A:\n\n" * 20_000,
        "\n".join(" " * level + "* a" for level in range(2_000)),
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text_is_arranged_whole(text: str) -> None:
    assert_nothing_lost(MarkupText(text))
