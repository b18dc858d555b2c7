import pytest

from desktop_app.analysis.criteria.groups import is_group_label, is_note, names_group, says_nothing
from desktop_app.analysis.criteria.headings import Side, is_plain, label_side, sentence_side

INCLUSION = Side.INCLUSION
EXCLUSION = Side.EXCLUSION
UNSORTED = Side.UNSORTED


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Inclusion Criteria:", INCLUSION),
        ("Exclusion criteria :", EXCLUSION),
        ("Exclusion Criteria：", EXCLUSION),
        ("Inclusion\u00a0Criteria:", INCLUSION),
        ("Inclusion criteria-", INCLUSION),
        ("Exclusion criteria.", EXCLUSION),
        ("EXCLUSION CRITERIA", EXCLUSION),
        ("Exclusion Criterion:", EXCLUSION),
        ("EXCLUSION CRITIERIA:", EXCLUSION),
        ("IncInclusion criteria:", INCLUSION),
        ("IINCLUSION CRITERIA:", INCLUSION),
        ("Inclusion:", INCLUSION),
        ("Inclusion", INCLUSION),
        ("Excluded:", EXCLUSION),
        ("Exclusions:", EXCLUSION),
        ("Other exclusions", EXCLUSION),
        ("Cancer-Specific Exclusions:", EXCLUSION),
        ("Key Inclusion Criteria", INCLUSION),
        ("Main exclusion criteria", EXCLUSION),
        ("Partner Inclusion Criteria:", INCLUSION),
        ("SUBJECT EXCLUSION CRITERIA:", EXCLUSION),
        ("List of inclusion criteria:", INCLUSION),
        ("Pre-inclusion criteria :", INCLUSION),
        ("Non-inclusion criteria", EXCLUSION),
        ("Non inclusion criteria:", EXCLUSION),
        ("Exclusion Criteria (Non inclusion criteria) :", EXCLUSION),
        ('Criteria for non-inclusion in the "control" group:', EXCLUSION),
        ("Criteria for inclusion", INCLUSION),
        ("Ineligibility criteria:", EXCLUSION),
        ("Non-eligibility Criteria", EXCLUSION),
        ("Withdrawal criteria:", UNSORTED),
        ("Elimination Criteria", UNSORTED),
        ("Inclusion Criteria (Cohort 1):", INCLUSION),
        ("Inclusion Criteria (the protocol may hold more):", INCLUSION),
        ("General inclusion criteria for all cohorts", INCLUSION),
        ("Additional Exclusion Criteria For Sub-Study 2 Part B", EXCLUSION),
        ("Exclusion Criteria - Cohort Expansion Phase:", EXCLUSION),
        ("EXCLUSION CRITERIA for G1, G2 and G3.", EXCLUSION),
        ("Exclusion Criteria (include amongst others):", EXCLUSION),
        ("Cohort C (1L ESCC) - Specific Inclusion Criteria:", INCLUSION),
        ("Inclusion/Exclusion Criteria:", UNSORTED),
        ("Inclusion and exclusion criteria", UNSORTED),
        ("No inclusion / Exclusion Criteria:", UNSORTED),
        ("Eligibility criteria", UNSORTED),
        ("Treatment eligibility", UNSORTED),
        ("Post-transplant eligibility and exclusion criteria", UNSORTED),
    ],
)
def test_label_names_its_side(text: str, side: Side) -> None:
    assert label_side(text) is side


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Age over 18",
        "DISEASE CHARACTERISTICS:",
        "Laboratory tests performed prior to inclusion.",
        "Patient in an exclusion period determined by another study.",
        "Not fulfilling inclusion criteria",
        "Other protocol-defined inclusion/exclusion criteria may apply.",
        "Patient meets the inclusion criteria for trial entry",
        "Pregnancy is not a criterion for exclusion.",
        "Men and women are included",
        "Total chronic occlusions.",
        "Exclusion Criteria: pregnancy",
        "Exclusion Criteria - pregnancy",
        "Inclusion " * 200,
    ],
)
def test_words_about_inclusion_are_no_label(text: str) -> None:
    assert label_side(text) is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Patients will be excluded if:", EXCLUSION),
        ("Subjects meeting any of the following criteria will be excluded", EXCLUSION),
        ("The subject must be excluded from participating if the subject:", EXCLUSION),
        ("Women were ineligible if they:", EXCLUSION),
        ("A subject will not be eligible if any of the following apply:", EXCLUSION),
        ("To be eligible, patients should not meet any of the following criteria:", EXCLUSION),
        ("Patients with any of the following characteristics will be excluded:", EXCLUSION),
        ("The presence of any of the following will exclude a subject:", EXCLUSION),
        ("Participants are eligible if they:", INCLUSION),
        ("Subjects must satisfy all inclusion criteria:", INCLUSION),
        (
            "Patients eligible for inclusion in this study must meet all of these criteria:",
            INCLUSION,
        ),
    ],
)
def test_sentence_about_all_participants_names_its_side(text: str, side: Side) -> None:
    assert sentence_side(text) is side


@pytest.mark.parametrize(
    "text",
    [
        "Patients must meet all of the following:",
        "Patients with brain metastases are eligible if:",
        "Participants on anticoagulants are excluded if:",
        "Women of childbearing potential must:",
        "Adequate organ function as indicated by:",
        "All inclusion and exclusion criteria apply to the following:",
    ],
)
def test_sentence_about_some_or_without_a_side_names_none(text: str) -> None:
    assert sentence_side(text) is None


def test_item_of_a_list_must_be_a_plainer_label() -> None:
    assert label_side("INCLUSION CRITERIA:", marked=True) is INCLUSION
    assert label_side("Exclusion criteria in line with the labelling", marked=True) is None


def test_plain_heading_says_only_its_side() -> None:
    assert is_plain("- INCLUSION CRITERIA:")
    assert not is_plain("Key Inclusion Criteria:")


def test_group_label_has_a_sign_of_a_group() -> None:
    assert is_group_label("CONTROL GROUP")
    assert is_group_label("Patients with type 1 diabetes", paragraph=True)
    assert not is_group_label("Patients over 18 years")
    assert not is_group_label("Pregnancy")
    assert not is_group_label("patients on steroids", paragraph=True)


def test_criterion_with_exceptions_names_no_group() -> None:
    assert names_group("Cohort A:")
    assert names_group(
        "Participants who are in the expansion part must meet all of the rules below:"
    )
    assert not names_group(
        "Treatment with systemic immunosuppressive medication within two weeks before the first"
        " dose, with the following exceptions:"
    )


def test_joining_words_notes_and_footnotes_are_no_criteria() -> None:
    assert is_note("and/or")
    assert is_note("Note: see the protocol.")
    assert is_note("*at screening")
    assert is_note("Other protocol-defined inclusion/exclusion criteria may apply.")
    assert not is_note("Notable haemorrhage")
    assert not is_note("Other cancers")


def test_saying_that_there_are_none_is_told_from_naming_nothing_of_a_kind() -> None:
    assert says_nothing("None.")
    assert says_nothing("No eligibility criteria")
    assert says_nothing("---")
    assert not says_nothing("No asthma")
