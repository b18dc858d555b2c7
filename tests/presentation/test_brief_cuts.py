from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.bounds import bounded
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.brief.cuts import cut, sizes
from desktop_app.presentation.brief.described import descriptions
from desktop_app.presentation.brief.order import EVERYTHING, STEPS, Cuts
from desktop_app.presentation.brief.shortenings import shortenings
from tests.studies import study_with

ARMS = {
    "armGroups": [
        {"label": "A", "type": "EXPERIMENTAL", "description": "One a. Two a. Three a."},
        {"label": "B", "type": "EXPERIMENTAL", "description": "One b."},
    ],
    "interventions": [
        {"type": "DRUG", "name": "X", "description": "One x. Two x.", "armGroupLabels": ["A", "B"]}
    ],
}
CRITERIA = (
    "Inclusion Criteria:\n\n* adults\n* parts:\n\n  * one\n  * two\n\nExclusion Criteria:\n\n"
    "* pregnant\n* ill"
)


def brief_with(**modules: Any) -> Brief:
    return brief_of(study_with(**modules), date(2026, 11, 22))


def full_brief() -> Brief:
    return brief_with(
        identificationModule={
            "nctId": "NCT01234567",
            "briefTitle": "Brief",
            "officialTitle": "one two three four five",
        },
        descriptionModule={"briefSummary": "One is. Two is. Three is."},
        armsInterventionsModule=ARMS,
        conditionsModule={"conditions": ["C1", "C2", "C3"]},
        eligibilityModule={"eligibilityCriteria": CRITERIA},
        contactsLocationsModule={"locations": [{"facility": f"F{n}"} for n in range(5)]},
        outcomesModule={"primaryOutcomes": [{"measure": "M1"}, {"measure": "M2"}]},
    )


def test_a_whole_brief_names_no_shortening() -> None:
    brief = cut(full_brief(), Cuts())
    assert brief == full_brief()
    assert shortenings(brief) == ()


def test_sizes_count_what_the_brief_holds() -> None:
    held = sizes(full_brief())
    assert (held.summary, held.openings, held.descriptions, held.sites) == (3, 2, 4, 5)
    assert (held.outcomes, held.arms, held.lists, held.title_words) == (2, 2, 3, 5)
    assert held.criteria == 4


@pytest.mark.parametrize(
    ("element", "amount", "named"),
    [
        ("summary", 2, "what and why"),
        ("descriptions", 2, "descriptions of arms and interventions"),
        ("openings", 0, "descriptions of arms and interventions"),
        ("criteria", 1, "eligibility criteria"),
        ("sites", 3, "sites"),
        ("outcomes", 1, "primary outcomes"),
        ("arms", 1, "arms"),
        ("given", 0, "interventions of an arm"),
        ("lists", 2, "conditions"),
        ("title_words", 4, "official title"),
    ],
)
def test_what_is_cut_is_named(element: str, amount: int, named: str) -> None:
    assert shortenings(cut(full_brief(), Cuts(**{element: amount}))) == (named,)


def test_every_element_of_the_cuts_has_a_step_down_to_nothing() -> None:
    assert {field.name for field in fields(Cuts)} == {step.element for step in STEPS}
    for field in fields(Cuts):
        steps = [step for step in STEPS if step.element == field.name]
        assert steps[-1].least == 0
        assert all(earlier.least == later.most for earlier, later in pairwise(steps))


def test_the_order_of_shortening_is_the_stated_one() -> None:
    first = list(dict.fromkeys(step.element for step in STEPS))
    stated = ["summary", "descriptions", "criteria", "sites", "lists", "title_words"]
    assert first[: len(stated) + 1] == ["axis", *stated]


def sentence_counts(brief: Brief) -> list[int]:
    return [one.sentence_count for one in descriptions(brief.treatments)]


def test_descriptions_share_their_sentences() -> None:
    assert sentence_counts(cut(full_brief(), Cuts(descriptions=2))) == [2, 1, 1]
    assert sentence_counts(cut(full_brief(), Cuts(descriptions=1))) == [1, 1, 1]


def test_every_arm_keeps_what_it_gets_when_the_rest_of_the_descriptions_goes() -> None:
    assert sentence_counts(cut(full_brief(), Cuts(descriptions=0))) == [1, 1, 0]


def test_what_arms_get_is_shown_of_all_of_them_or_of_none() -> None:
    assert sentence_counts(cut(full_brief(), Cuts(openings=2))) == [3, 1, 2]
    assert sentence_counts(cut(full_brief(), Cuts(openings=1))) == [0, 0, 0]


def test_an_intervention_speaks_for_an_arm_that_is_not_described() -> None:
    arms: dict[str, Any] = {
        "armGroups": [{"label": "A"}, {"label": "B", "description": "Dosing: see\nTen b. Two b."}],
        "interventions": [
            {"type": "DRUG", "name": "X", "description": "One x. Two x.", "armGroupLabels": ["A"]},
            {"type": "DRUG", "name": "Y", "description": "One y. Two y.", "armGroupLabels": ["B"]},
        ],
    }
    brief = brief_with(armsInterventionsModule=arms)
    assert sentence_counts(cut(brief, Cuts(descriptions=0))) == [0, 1, 1, 0]


def test_an_announcement_is_not_what_an_arm_gets() -> None:
    arms = {"armGroups": [{"label": "A", "description": "Part 1:\n\nTen mg. Daily."}]}
    shown = cut(brief_with(armsInterventionsModule=arms), Cuts(descriptions=0)).treatments
    assert shown.arms.items[0].description.paragraphs == (("Part 1:",), ("Ten mg.",))


def test_a_list_never_ends_with_the_announcement_of_its_items() -> None:
    text = (
        "Inclusion Criteria:\n\n* one\n\nGroup A:\n\n* two\n* three\n\nExclusion Criteria:\n\n* x"
    )
    brief = brief_with(eligibilityModule={"eligibilityCriteria": text})
    assert [line.text for line in brief.criteria.inclusion.lines][:2] == ["one", "Group A:"]
    shown = cut(brief, Cuts(criteria=2)).criteria.inclusion
    assert [line.text for line in shown.lines] == ["one"]
    assert [line.text for line in shown.left_out] == ["Group A:", "two", "three"]


def test_only_the_official_title_is_cut_within_and_at_whole_words() -> None:
    titles = cut(full_brief(), Cuts(title_words=3)).titles
    assert titles.official == "one two three …"
    assert titles.is_official_cut


def test_a_criterion_too_long_to_show_or_leave_out_as_one_comes_in_sentences() -> None:
    text = "Inclusion Criteria:\n\n* " + "It is so long a sentence that it fills a line. " * 12
    brief = brief_with(eligibilityModule={"eligibilityCriteria": text})
    lines = brief.criteria.inclusion.lines
    assert len(lines) == 12
    assert [line.number for line in lines] == ["I-1", *[""] * 11]


def test_bounds_leave_an_ordinary_brief_alone() -> None:
    assert bounded(full_brief()) == full_brief()


def test_names_longer_than_the_registry_allows_are_cut_and_named() -> None:
    brief = bounded(
        brief_with(
            identificationModule={"nctId": "NCT01234567", "briefTitle": "word " * 900},
            sponsorCollaboratorsModule={"leadSponsor": {"name": "name " * 900}},
        )
    )
    assert brief.cut == ("title", "sponsor")
    assert brief.titles.brief.endswith("word …")
    assert len(brief.titles.brief) <= 1002


def test_a_summary_beyond_a_page_is_bounded_but_counted() -> None:
    brief = bounded(brief_with(descriptionModule={"briefSummary": "This is one. " * 9000}))
    assert brief.summary.sentence_count < 1000
    assert brief.summary.sentence_count + brief.summary.left_out == 9000
    assert EVERYTHING > 9000
