from collections.abc import Iterator

from desktop_app.analysis.criteria import (
    Criteria,
    CriteriaGroup,
    Criterion,
    arrange_criteria,
    in_source_order,
)
from desktop_app.study.markup import MarkupText


def arrange(text: str) -> Criteria:
    return arrange_criteria(MarkupText(text))


def walk(criteria: tuple[Criterion, ...]) -> Iterator[tuple[str, str]]:
    for criterion in criteria:
        yield criterion.number, criterion.text
        yield from walk(criterion.children)


def numbered(groups: tuple[CriteriaGroup, ...]) -> list[tuple[str, str]]:
    return [pair for group in groups for pair in walk(group.criteria)]


def test_two_lists_under_plain_headings_become_two_numbered_sides() -> None:
    criteria = arrange(
        "Inclusion Criteria:\n\n* Adults\n* HbA1c \\> 7 %\n\nExclusion Criteria:\n\n1. Pregnancy"
    )
    assert criteria == Criteria(
        inclusion=(
            CriteriaGroup(
                "",
                (),
                (Criterion("I-1", "Adults", "*"), Criterion("I-2", "HbA1c > 7 %", "*")),
                ("Inclusion Criteria:",),
                0,
            ),
        ),
        exclusion=(
            CriteriaGroup(
                "", (), (Criterion("E-1", "Pregnancy", "1."),), ("Exclusion Criteria:",), 1
            ),
        ),
    )
    assert (criteria.inclusion_count, criteria.exclusion_count, criteria.unsorted_count) == (
        2,
        1,
        0,
    )


def test_nothing_stated_gives_nothing() -> None:
    assert arrange("") == Criteria()
    assert arrange(" \n\n ") == Criteria()


def test_text_without_headings_is_unsorted() -> None:
    criteria = arrange("Adults with asthma.\n\n* Pregnant women are excluded")
    assert numbered(criteria.unsorted) == [
        ("C-1", "Adults with asthma."),
        ("C-2", "Pregnant women are excluded"),
    ]
    assert (criteria.inclusion, criteria.exclusion) == ((), ())


def test_text_before_the_first_heading_is_unsorted() -> None:
    criteria = arrange("Up to 40 will be enrolled.\n\nInclusion Criteria:\n\n* Adults")
    assert numbered(criteria.unsorted) == [("C-1", "Up to 40 will be enrolled.")]
    assert numbered(criteria.inclusion) == [("I-1", "Adults")]


def test_headings_for_both_sides_leave_the_list_unsorted() -> None:
    criteria = arrange("Inclusion/Exclusion Criteria:\n\n* Adults\n* No asthma")
    assert criteria.unsorted[0].heading == "Inclusion/Exclusion Criteria:"
    assert criteria.unsorted_count == 2


def test_headings_of_old_cancer_records_make_unsorted_groups() -> None:
    criteria = arrange(
        "DISEASE CHARACTERISTICS:\n\n* Breast cancer\n\nPATIENT CHARACTERISTICS:\n\nAge:\n\n"
        "* 18 and over\n\nPRIOR CONCURRENT THERAPY:\n\n* None"
    )
    assert [group.heading for group in criteria.unsorted] == [
        "DISEASE CHARACTERISTICS:",
        "PATIENT CHARACTERISTICS:\nAge:",
        "PRIOR CONCURRENT THERAPY:",
    ]
    assert [number for number, _ in numbered(criteria.unsorted)] == ["C-1", "C-2", "C-3"]


def test_nesting_is_kept_and_numbered_with_stops() -> None:
    criteria = arrange(
        "Inclusion Criteria:\n\n1. Organ function:\n\n   * Liver:\n\n     * ALT\n   * Kidney\n"
        "2. Consent"
    )
    assert numbered(criteria.inclusion) == [
        ("I-1", "Organ function:"),
        ("I-1.1", "Liver:"),
        ("I-1.1.1", "ALT"),
        ("I-1.2", "Kidney"),
        ("I-2", "Consent"),
    ]


def test_numbers_go_on_over_groups_of_a_side() -> None:
    criteria = arrange(
        "Inclusion Criteria:\n\nCohort A:\n\n* Adults\n\nCohort B:\n\n* Children\n* Assent"
    )
    assert [group.heading for group in criteria.inclusion] == ["Cohort A:", "Cohort B:"]
    assert [number for number, _ in numbered(criteria.inclusion)] == ["I-1", "I-2", "I-3"]


def test_heading_as_an_item_of_the_list_switches_the_side() -> None:
    criteria = arrange("* INCLUSION CRITERIA:\n* Adults\n* Exclusion Criteria:\n* Pregnancy")
    assert numbered(criteria.inclusion) == [("I-1", "Adults")]
    assert numbered(criteria.exclusion) == [("E-1", "Pregnancy")]
    assert criteria.exclusion[0].titles == ("* Exclusion Criteria:",)


def test_items_under_a_heading_item_move_up_to_the_side() -> None:
    criteria = arrange(
        "1. Inclusion criteria:\n\n   * Adults\n2. Exclusion criteria:\n\n   * None yet"
    )
    assert numbered(criteria.inclusion) == [("I-1", "Adults")]
    assert numbered(criteria.exclusion) == [("E-1", "None yet")]


def test_heading_typed_with_a_dash_is_a_heading() -> None:
    criteria = arrange("-INCLUSION CRITERIA:\n\nAdults")
    assert numbered(criteria.inclusion) == [("I-1", "Adults")]


def test_subheading_stays_on_its_side_unless_it_names_the_other() -> None:
    criteria = arrange(
        "Exclusion Criteria:\n\n* A\n\nMedical conditions:\n\n* B\n\n"
        "Participants are eligible if they:\n\n* C"
    )
    assert [group.heading for group in criteria.exclusion] == ["", "Medical conditions:"]
    assert numbered(criteria.inclusion) == [("I-1", "C")]


def test_heading_over_both_sides_is_shown_on_each() -> None:
    criteria = arrange(
        "Inclusion Criteria:\n\n* A\n\nExclusion Criteria:\n\n* B\n\nCONTROLS:\n\n"
        "Inclusion Criteria:\n\n* C\n\nExclusion Criteria:\n\n* D"
    )
    assert [group.heading for group in criteria.inclusion] == ["", "CONTROLS:"]
    assert [group.heading for group in criteria.exclusion] == ["", "CONTROLS:"]
    assert criteria.exclusion[1].titles == ("Exclusion Criteria:",)


def test_sentence_before_the_first_list_is_a_lead() -> None:
    criteria = arrange(
        "Inclusion Criteria:\n\nPatients must meet all of the following:\n\n* Adults"
    )
    assert criteria.inclusion[0].lead == ("Patients must meet all of the following:",)
    assert criteria.inclusion_count == 1


def test_paragraphs_of_a_side_without_a_list_are_criteria() -> None:
    criteria = arrange("Inclusion Criteria:\n\nAdults.\n\nConsent.")
    assert numbered(criteria.inclusion) == [("I-1", "Adults."), ("I-2", "Consent.")]
    assert [item.marker for item in criteria.inclusion[0].criteria] == ["", ""]


def test_sentence_after_a_list_is_a_criterion_and_a_note_is_not() -> None:
    criteria = arrange(
        "Exclusion Criteria:\n\n* A\n\nPregnant women cannot take part.\n\nNote: others may apply."
    )
    assert numbered(criteria.exclusion) == [
        ("E-1", "A"),
        ("E-2", "Pregnant women cannot take part."),
    ]
    assert criteria.exclusion[1] == CriteriaGroup("", ("Note: others may apply.",), (), (), 1)


def test_long_paragraph_that_announces_exceptions_is_a_criterion_with_parts() -> None:
    criteria = arrange(
        "Exclusion Criteria:\n\n* A\n\nTreatment with systemic immunosuppressive medication within"
        " two weeks before the first dose, with the following exceptions:\n\n* Eye drops"
    )
    assert [number for number, _ in numbered(criteria.exclusion)] == ["E-1", "E-2", "E-2.1"]


def test_joining_word_between_parts_has_no_number() -> None:
    criteria = arrange("Inclusion Criteria:\n\n* Either:\n\n  * A\n\n  OR\n\n  * B")
    assert numbered(criteria.inclusion) == [
        ("I-1", "Either:"),
        ("I-1.1", "A"),
        ("", "OR"),
        ("I-1.2", "B"),
    ]


def test_paragraphs_of_an_item_are_joined_by_line_breaks() -> None:
    criteria = arrange("Inclusion Criteria:\n\n1. Adults\n\n   Men and women.\n2. Consent")
    assert criteria.inclusion[0].criteria[0].text == "Adults\nMen and women."


def test_line_that_goes_on_stays_with_its_item() -> None:
    criteria = arrange("Inclusion Criteria:\n\n* Adults\nof any sex\n* Consent")
    assert criteria.inclusion[0].criteria[0].text == "Adults\nof any sex"


def test_numbers_that_do_not_start_at_one_are_kept_as_marks() -> None:
    criteria = arrange("Exclusion Criteria:\n\n7. A\n8. B")
    assert [(item.number, item.marker) for item in criteria.exclusion[0].criteria] == [
        ("E-1", "7."),
        ("E-2", "8."),
    ]


def test_typed_marks_make_items_and_nested_items() -> None:
    criteria = arrange(
        "Inclusion Criteria:\n\n1\\. Women:\n\na) not pregnant\n\nb) not nursing\n\n2\\. Consent"
        "\n\n• Adults\n\n\\- Literate"
    )
    assert numbered(criteria.inclusion) == [
        ("I-1", "Women:"),
        ("I-1.1", "not pregnant"),
        ("I-1.2", "not nursing"),
        ("I-2", "Consent"),
        ("I-3", "Adults"),
        ("I-4", "Literate"),
    ]
    assert [item.marker for item in criteria.inclusion[0].criteria] == ["1.", "2.", "•", "-"]


def test_second_mark_belongs_to_the_mark() -> None:
    item = arrange("Inclusion Criteria:\n\n* (1) Adults\n* (2) Consent").inclusion[0].criteria[1]
    assert item == Criterion("I-2", "Consent", "* (2)")


def test_name_that_begins_with_a_letter_and_a_stop_is_no_mark() -> None:
    item = arrange("Exclusion Criteria:\n\n* C. difficile infection").exclusion[0].criteria[0]
    assert item == Criterion("E-1", "C. difficile infection", "*")


def test_list_that_lost_its_indent_goes_on() -> None:
    criteria = arrange("Exclusion Criteria:\n\n1. A\n2. B\n\n   3\\. C. 4. D\n\n5. E")
    assert numbered(criteria.exclusion) == [
        ("E-1", "A"),
        ("E-2", "B"),
        ("E-3", "C."),
        ("E-4", "D"),
        ("E-5", "E"),
    ]


def test_heading_and_list_in_one_paragraph_are_split_when_numbers_follow_each_other() -> None:
    criteria = arrange("Inclusion Criteria: 1. Age over 18 2. Asthma 3. Consent")
    assert numbered(criteria.inclusion) == [
        ("I-1", "Age over 18"),
        ("I-2", "Asthma"),
        ("I-3", "Consent"),
    ]


def test_numbers_that_do_not_follow_each_other_are_left_in_the_text() -> None:
    criteria = arrange("Inclusion Criteria: 1. Grade 2 or 3. Stage 4. Any age")
    assert numbered(criteria.inclusion) == [("I-1", "Grade 2 or 3. Stage 4. Any age")]


def test_words_after_a_heading_are_its_first_criterion() -> None:
    criteria = arrange("Inclusion Criteria: adults. Exclusion Criteria: pregnancy")
    assert numbered(criteria.inclusion) == [("I-1", "adults.")]
    assert numbered(criteria.exclusion) == [("E-1", "pregnancy")]


def test_none_after_a_heading_is_shown_but_not_counted() -> None:
    criteria = arrange("Inclusion Criteria:\n\n* A\n\nExclusion Criteria: none")
    assert criteria.exclusion[0].lead == ("none",)
    assert criteria.exclusion_count == 0


def test_item_that_only_begins_with_a_side_does_not_turn_the_list() -> None:
    criteria = arrange("Inclusion Criteria:\n\n1. Adults\n2. Exclusion: smokers\n3. Consent")
    assert [number for number, _ in numbered(criteria.inclusion)] == ["I-1", "I-2", "I-3"]


def test_mark_without_words_is_kept_and_not_counted() -> None:
    criteria = arrange("Inclusion Criteria:\n\n* A\n\nExclusion Criteria:\n\n\\-")
    assert criteria.exclusion[0].lead == ("-",)
    assert criteria.exclusion_count == 0


def test_source_order_is_kept_when_sides_alternate() -> None:
    criteria = arrange(
        "Exclusion Criteria:\n\n* A\n\nInclusion Criteria:\n\n* B\n  * C\n\nExclusion:\n\n* D"
    )
    assert [text for _, text in in_source_order(criteria)] == [
        "Exclusion Criteria:",
        "A",
        "Inclusion Criteria:",
        "B",
        "C",
        "Exclusion:",
        "D",
    ]


def test_withdrawal_criteria_are_on_neither_side() -> None:
    criteria = arrange("Exclusion Criteria:\n\n* A\n\nWithdrawal criteria:\n\n* B")
    assert numbered(criteria.exclusion) == [("E-1", "A")]
    assert criteria.unsorted[0].heading == "Withdrawal criteria:"
    assert numbered(criteria.unsorted) == [("C-1", "B")]


def test_record_that_says_it_has_none_shows_that() -> None:
    criteria = arrange("No eligibility criteria")
    assert criteria.unsorted == (CriteriaGroup("", ("No eligibility criteria",), (), (), 0),)


def test_a_text_that_no_registry_takes_is_shown_paragraph_by_paragraph() -> None:
    criteria = arrange_criteria(MarkupText("Inclusion Criteria:\n\n" + "* a word\n" * 50_000))
    assert (criteria.inclusion, criteria.exclusion) == ((), ())
    (group,) = criteria.unsorted
    assert "".join(group.lead).count("word") == 50_000


def test_exclusion_heading_at_the_end_of_an_item_begins_the_exclusions() -> None:
    criteria = arrange(
        "Inclusion Criteria\n\n* Adults\n* Weight of 20 to 150 kg Exclusion Criteria\n* Pregnant"
    )
    assert [text for _, text in numbered(criteria.inclusion)] == [
        "Adults",
        "Weight of 20 to 150 kg",
    ]
    assert [text for _, text in numbered(criteria.exclusion)] == ["Pregnant"]


def test_a_line_that_is_all_of_its_side_is_a_criterion_and_no_label() -> None:
    criteria = arrange(
        "Inclusion Criteria:\n\nMild asthma, adults -\n\nExclusion Criteria:\n\nNone"
    )
    assert [text for _, text in numbered(criteria.inclusion)] == ["Mild asthma, adults -"]


def test_a_label_above_the_headings_of_both_sides_is_one() -> None:
    text = "Cohort A\n\nInclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n* Smokers"
    criteria = arrange(text)
    assert [text for _, text in numbered(criteria.inclusion)] == ["Adults"]
    assert [text for _, text in numbered(criteria.exclusion)] == ["Smokers"]
