from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.store.finding.criteria_sides import sides
from desktop_app.store.finding.explaining import Explanation
from desktop_app.store.library import Library
from tests.store.synthetic import content, open_library, read_record

CRITERIA = """Inclusion Criteria:

* Adults with asthma

Exclusion Criteria:

* History of heart failure, or of a heart transplant
* Pregnant or breastfeeding women
"""


def made(number: int, **parts: Any) -> dict[str, Any]:
    value = content(number)
    protocol = value["protocolSection"]
    protocol["eligibilityModule"] = {"eligibilityCriteria": parts.pop("criteria", CRITERIA)}
    protocol["descriptionModule"]["briefSummary"] = parts.pop("summary", "A summary.")
    protocol["outcomesModule"] = {"primaryOutcomes": parts.pop("outcomes", [])}
    assert not parts
    return value


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    long = "Words without end. " * 40
    with open_library(tmp_path) as library:
        for value in (
            made(1),
            made(2, summary=f"{long}Naïve\n\nhearts that\\> fail, at home. {long}"),
            made(3, summary="Heart failure of men.", outcomes=[{"measure": "Failure"}]),
            made(4, criteria="Heart failure is not among the criteria."),
            made(5, summary="Those who suffer of diabetism."),
            made(6, summary="Diabetic adults."),
        ):
            library.add(read_record(value))
        yield library


def explained(library: Library, number: int, query: str) -> Explanation:
    nct_id = f"NCT{number:08d}"
    return library.explain([nct_id], query)[nct_id]


def marked(found: Explanation) -> list[str]:
    return [found.text[start : start + length] for start, length in found.marks]


def test_words_that_only_exclude_are_told(library: Library) -> None:
    found = explained(library, 1, "heart failure ")
    assert found.label == "Exclusion criteria"
    assert marked(found) == ["heart", "failure", "heart"]
    assert found.only_excluded == ("heart", "failure")
    assert explained(library, 1, '"heart failure"').only_excluded == ("heart failure",)
    assert explained(library, 1, "pregnan").only_excluded == ("pregnan",)
    assert explained(library, 1, "asthma pregnant ").only_excluded == ("pregnant",)


def test_another_form_of_a_word_that_was_begun_is_marked(library: Library) -> None:
    found = {one.nct_id for one in library.search("diabetis").summaries}
    assert found == {"NCT00000005", "NCT00000006"}
    assert marked(explained(library, 5, "diabetis")) == ["diabetism"]
    assert marked(explained(library, 6, "diabetis")) == ["Diabetic"]


def test_words_that_stand_elsewhere_too_are_not_warned_of(library: Library) -> None:
    found = explained(library, 3, "heart failure ")
    assert found.label == "Brief summary"
    assert found.text == "Heart failure of men."
    assert found.only_excluded == ()
    assert explained(library, 3, '"heart failure"').only_excluded == ()
    assert explained(library, 1, "asthma ").only_excluded == ()
    assert explained(library, 4, "heart ").only_excluded == ()
    assert explained(library, 4, "heart ").label == "Eligibility"
    assert explained(library, 1, "criteria:heart ").only_excluded == ()


def test_a_long_text_is_cut_around_the_words_and_says_so(library: Library) -> None:
    found = explained(library, 2, "naive heart ")
    assert marked(found) == ["Naïve", "hearts"]
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) < 200
    assert "hearts that> fail" in found.text


def test_a_phrase_is_marked_as_one(library: Library) -> None:
    assert marked(explained(library, 3, '"heart failure"')) == ["Heart failure"]


def test_without_words_there_is_nothing_to_explain(library: Library) -> None:
    ids = [f"NCT{number:08d}" for number in range(1, 6)]
    assert library.explain(ids, "status:recruiting") == {}
    assert library.explain(ids, "") == {}
    assert library.explain(ids, "-heart") == {}
    assert library.explain(["NCT99999999", "x"], "heart") == {}


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Inclusion:\n* a\nExclusion:\n* b", "Exclusion:\n* b"),
        ("INCLUSION CRITERIA\na\nEXCLUSION CRITERIA\nb", "EXCLUSION CRITERIA\nb"),
        ("Key Exclusion Criteria:\n\n* b", "Key Exclusion Criteria:\n\n* b"),
        ("Exclusion Criteria: b\nInclusion Criteria: a", "Exclusion Criteria: b\n"),
        ("Non-inclusion criteria:\nb", "Non-inclusion criteria:\nb"),
        ("Inclusion and exclusion criteria:\na", ""),
        ("* Meets no exclusion criteria\n* a", ""),
        ("* Exclusion of pregnancy by a test", ""),
        ("Inclusion\n* up to 150 kg Exclusion Criteria\n* b", " Exclusion Criteria\n* b"),
        ("* consent. Exclusion Criteria: b Inclusion criteria: a", " Exclusion Criteria: b"),
        ("Phase 1 Key Exclusion Criteria\n* b", "Phase 1 Key Exclusion Criteria\n* b"),
        ("The exclusion criteria are as follows:\nb", "The exclusion criteria are as follows:\nb"),
        ("EXCLUSION CRITIERIA:\nb", "EXCLUSION CRITIERIA:\nb"),
        ("Patients who meet no exclusion criteria\n* a", ""),
        ("* history, no exclusion criteria", ""),
        ("a", ""),
        ("", ""),
    ],
)
def test_only_headings_tell_who_cannot_take_part(text: str, excluded: str) -> None:
    assert sides(text)[1] == excluded
    assert sorted("".join(sides(text))) == sorted(text)
