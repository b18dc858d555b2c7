"""Results whose parts do not match: all of it is shown, with a quiet note, and nothing breaks."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.text import to_text
from desktop_app.presentation.results.tab import results_sections
from desktop_app.presentation.section import Table
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of
from tests.presentation.posted import classes, posted, tables, values, with_measure

_HUGE = "9" * 5000
_texts = st.sampled_from([None, "", "G0", "G1", "1", "NA", "-0.5", _HUGE, "two\n\nlines", "\\*"])


def test_a_value_of_an_unknown_group_gets_a_column() -> None:
    study = with_measure(classes=classes(values(("G0", "1"), ("G9", "2"), ("", "3"))))
    (table,) = tables(*results_sections(study))
    assert table.columns[1:] == ("Drug", "Placebo", "Group G9", "No group stated")
    assert table.rows[0][1:] == ("1", "–", "2", "3")
    text = to_text(results_sections(study))
    assert "groups that are not among its groups here: G9." in text
    assert "without saying for which group" in text


def test_groups_of_the_same_title_are_told_apart() -> None:
    groups = [{"id": "G0", "title": "Arm"}, {"id": "G1", "title": "Arm"}]
    study = with_measure(groups=groups, classes=classes(values(("G0", "1"), ("G1", "2"))))
    (table,) = tables(*results_sections(study))
    assert table.columns[1:] == ("Arm (G0)", "Arm (G1)")


def test_groups_of_the_same_id_and_two_values_of_a_group_lose_nothing() -> None:
    groups = [{"id": "G0", "title": "One"}, {"id": "G0", "title": "Two"}, {"title": "Three"}]
    study = with_measure(groups=groups, classes=classes(values(("G0", "1"), ("G0", "2"))))
    (table,) = tables(*results_sections(study))
    assert table.columns[1:] == ("One", "Two", "Three")
    assert table.rows[0][1:] == ("1; 2", "–", "–")
    text = to_text(results_sections(study))
    assert "2 groups have the id G0" in text
    assert "several values in one place" in text


def test_a_count_beyond_the_number_analyzed_has_no_percentage() -> None:
    counts = [{"groupId": "G0", "value": "10"}, {"groupId": "G1", "value": "0"}]
    study = with_measure(
        paramType="COUNT_OF_PARTICIPANTS",
        denoms=[{"units": "Participants", "counts": counts}],
        classes=classes(values(("G0", "12"), ("G1", "0"))),
    )
    (table,) = tables(*results_sections(study))
    assert table.rows[1][1:] == ("12", "0")
    assert "not within the number analyzed" in to_text(results_sections(study))


def test_twelve_groups_with_few_rows_change_places_with_them() -> None:
    groups = [{"id": f"G{number}", "title": f"Dose {number}"} for number in range(12)]
    numbers = [(group["id"], str(place)) for place, group in enumerate(groups)]
    study = with_measure(groups=groups, classes=classes(values(*numbers, title="Better")))
    (table,) = tables(*results_sections(study))
    assert table.columns == ("Group", "Better")
    assert table.rows[11] == ("Dose 11", "11")


def test_twelve_groups_with_many_rows_are_several_tables() -> None:
    groups = [{"id": f"G{number}", "title": f"Dose {number}"} for number in range(12)]
    many = [values(("G11", str(number)), title=f"Row {number}") for number in range(30)]
    first, second = tables(*results_sections(with_measure(groups=groups, classes=classes(*many))))
    assert first.columns == ("Category", *(f"Dose {number}" for number in range(6)))
    assert second.columns == ("Category", *(f"Dose {number}" for number in range(6, 12)))
    assert second.rows[29] == ("Row 29", "–", "–", "–", "–", "–", "29")


def test_a_measure_without_values_says_so() -> None:
    study = with_measure(
        type=None,
        groups=[],
        reportingStatus="NOT_POSTED",
        anticipatedPostingDate="2027-03",
    )
    (section,) = results_sections(study)
    assert section.note == "Type not stated · Not posted"
    text = to_text([section])
    assert "states no values here" in text
    assert "2027-03" in text
    assert "Time Frame:" in text


def test_fewer_participants_than_none_are_noted_in_the_flow() -> None:
    group = {"id": "F0", "title": "Drug"}
    numbers = {"STARTED": "10", "COMPLETED": "-3"}
    milestones = [
        {"type": name, "achievements": [{"groupId": "F0", "numSubjects": number}]}
        for name, number in numbers.items()
    ]
    flow = {"groups": [group], "periods": [{"title": "Overall", "milestones": milestones}]}
    text = to_text(results_sections(posted(participantFlowModule=flow)))
    assert "Completed: -3" in text
    assert "The record states fewer than none for Completed." in text


def test_categories_without_any_group_are_still_shown() -> None:
    study = with_measure(groups=[], classes=classes({"title": "Better"}, title="Week 1"))
    (table,) = tables(*results_sections(study))
    assert table.rows == (("Week 1", "Better"),)


def test_empty_modules_make_no_empty_parts() -> None:
    study = posted(
        participantFlowModule={},
        baselineCharacteristicsModule={},
        outcomeMeasuresModule={},
        adverseEventsModule={},
        moreInfoModule={},
    )
    (section,) = results_sections(study)
    assert "says that it has results, but it holds none" in to_text([section])


def _value() -> st.SearchStrategy[dict[str, Any]]:
    names = ("groupId", "value", "spread", "lowerLimit", "upperLimit", "comment")
    return st.fixed_dictionaries({}, optional=dict.fromkeys(names, _texts))


def _measure() -> st.SearchStrategy[dict[str, Any]]:
    count = st.fixed_dictionaries({}, optional={"groupId": _texts, "value": _texts})
    denom = st.fixed_dictionaries(
        {}, optional={"units": _texts, "counts": st.lists(count, max_size=3)}
    )
    category = st.fixed_dictionaries(
        {}, optional={"title": _texts, "measurements": st.lists(_value(), max_size=3)}
    )
    one = st.fixed_dictionaries(
        {},
        optional={
            "title": _texts,
            "denoms": st.lists(denom, max_size=2),
            "categories": st.lists(category, max_size=2),
        },
    )
    group = st.fixed_dictionaries({}, optional={"id": _texts, "title": _texts})
    return st.fixed_dictionaries(
        {"paramType": st.sampled_from([None, "MEAN", "COUNT_OF_PARTICIPANTS", "NEW_CODE"])},
        optional={
            "title": _texts,
            "dispersionType": _texts,
            "unitOfMeasure": _texts,
            "groups": st.lists(group, max_size=12),
            "denoms": st.lists(denom, max_size=2),
            "classes": st.lists(one, max_size=2),
        },
    )


@settings(max_examples=60, deadline=None)
@given(_measure())
def test_whatever_a_measure_holds_every_value_is_shown(measure: dict[str, Any]) -> None:
    study = Study.model_validate(
        {"resultsSection": {"outcomeMeasuresModule": {"outcomeMeasures": [measure]}}}
    )
    sections = results_sections(study)
    for table in parts_of(sections, Table):
        assert all(len(row) == len(table.columns) for row in table.rows)
    text = " ".join(to_text(sections).split())
    for one in study.results_section.outcome_measures_module.outcome_measures[0].classes:
        for category in one.categories:
            for value in category.measurements:
                assert " ".join((value.value or "").split()) in text
