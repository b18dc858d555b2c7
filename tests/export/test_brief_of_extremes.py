"""Briefs of records beyond all measure: one page all the same, which says what it leaves out."""

import re
from datetime import date
from typing import Any

import pytest

from desktop_app.export.paper import Paper
from tests.export.briefs import brief_bytes
from tests.export.pdf_reading import read_page, squeezed
from tests.studies import study_with

TODAY = date(2026, 11, 22)
SENTENCE = "This sentence tells why it is done. "


def places(count: int) -> dict[str, Any]:
    contact = {"name": "Ann", "role": "CONTACT", "phone": "12"}
    return {
        "locations": [
            {"facility": f"Clinic {n}", "country": f"Country {n % 300}", "contacts": [contact]}
            for n in range(count)
        ]
    }


def arms(count: int) -> dict[str, Any]:
    labels = [f"Arm {n}" for n in range(count)]
    return {
        "armGroups": [
            {"label": label, "type": "EXPERIMENTAL", "description": SENTENCE * 3}
            for label in labels
        ],
        "interventions": [{"type": "DRUG", "name": "X", "armGroupLabels": labels}],
    }


def criteria(count: int) -> dict[str, Any]:
    item = "* adults who can consent to a study of some kind\n"
    return {
        "eligibilityCriteria": f"Inclusion Criteria:\n\n{item * count}"
        f"\nExclusion Criteria:\n\n{item * count}"
    }


def outcomes(count: int) -> dict[str, Any]:
    return {
        "primaryOutcomes": [
            {"measure": f"M {n} {SENTENCE}", "timeFrame": "1 day"} for n in range(count)
        ]
    }


EXTREMES: dict[str, tuple[dict[str, Any], str]] = {
    "sites": ({"contactsLocationsModule": places(20_000)}, r"\d+of20\S?000sitesshown"),
    "arms": ({"armsInterventionsModule": arms(5_000)}, r"\d+morearms"),
    "criteria": ({"eligibilityModule": criteria(30_000)}, r"\d+moresentencesinthefullrecord"),
    "outcomes": ({"outcomesModule": outcomes(10_000)}, r"\d+moreprimaryoutcomes"),
    "summary": ({"descriptionModule": {"briefSummary": SENTENCE * 30_000}}, r"moresentences"),
    "no full stop": ({"descriptionModule": {"briefSummary": "on and " * 150_000}}, "1moresentence"),
    "a word": ({"descriptionModule": {"briefSummary": "w" * 100_000}}, "1moresentence"),
}


@pytest.mark.parametrize(("modules", "said"), EXTREMES.values(), ids=EXTREMES.keys())
def test_an_extreme_record_fits_and_says_how_much_is_left_out(
    modules: dict[str, Any], said: str
) -> None:
    content, report = brief_bytes(study_with(**modules), "ab", paper=Paper.A4, today=TODAY)
    page = read_page(content)
    assert page.page_count == 1
    assert min(page.sizes) >= 7.5
    assert re.search(said, page.words)
    assert report.shortened
    assert squeezed("Shortened: " + ", ".join(report.shortened)) in page.words


def test_everything_at_once_fits() -> None:
    everything = study_with(
        contactsLocationsModule=places(3_000),
        armsInterventionsModule=arms(1_000),
        eligibilityModule=criteria(5_000),
        outcomesModule=outcomes(3_000),
        descriptionModule={"briefSummary": SENTENCE * 9_000},
        conditionsModule={"conditions": [f"Condition {n}" for n in range(9_000)]},
    )
    content, report = brief_bytes(everything, "ab", paper=Paper.LETTER, today=TODAY)
    page = read_page(content)
    assert page.page_count == 1
    assert {"what and why", "eligibility criteria", "sites", "arms", "conditions"} <= set(
        report.shortened
    )
    assert "Notstated" in page.words
