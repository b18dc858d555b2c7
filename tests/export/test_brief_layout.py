from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.export.brief.fit import Fitted, fitted
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH
from desktop_app.export.typesetting.blocks import Block, Line, Text
from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.content import Figures
from tests.studies import study_with


def set_with(**modules: Any) -> Fitted:
    return fitted(brief_of(study_with(**modules), date(2026, 11, 22)), "ab" * 32)


def texts_of(page: Fitted) -> dict[str, tuple[float, float, Text]]:
    """Return every line of text with its place, in points from the box's upper left corner."""
    found: dict[str, tuple[float, float, Text]] = {}

    def collect(block: Block, left: float, top: float) -> None:
        for mark in block.marks:
            if isinstance(mark, Text):
                for index, line in enumerate(mark.lines):
                    y = top + mark.y + index * mark.leading
                    found.setdefault(line, (left + mark.x, y, mark))
        for x, y, part in block.parts:
            collect(part, left + x, top + y)

    for top, block in page.page.blocks:
        collect(block, 0.0, top)
    return found


def criteria(inclusion: int, exclusion: int) -> dict[str, Any]:
    text = "Inclusion Criteria:\n\n" + "* a thing that is needed\n" * inclusion
    text += "\nExclusion Criteria:\n\n" + "* a thing that must not be\n" * exclusion
    return {"eligibilityCriteria": text}


@pytest.mark.parametrize(("inclusion", "exclusion"), [(3, 3), (2, 14), (12, 1), (40, 45)])
def test_inclusion_and_exclusion_stand_side_by_side(inclusion: int, exclusion: int) -> None:
    texts = texts_of(set_with(eligibilityModule=criteria(inclusion, exclusion)))
    can, cannot = texts["Can take part if"], texts["Cannot take part if"]
    assert can[1] == cannot[1]
    assert can[0] == 0 < cannot[0]


def test_a_long_list_beside_a_short_one_goes_on_in_the_second_column() -> None:
    texts = texts_of(set_with(eligibilityModule=criteria(1, 75)))
    assert texts["Cannot take part if"][0] == 0
    assert texts["Cannot take part if (continued)"][0] > BOX_WIDTH / 2
    assert texts["Can take part if"][1] < texts["Cannot take part if"][1]


def test_unsorted_criteria_flow_down_both_columns() -> None:
    text = "\n\n".join(f"Statement {n} of those that nobody sorted." for n in range(70))
    texts = texts_of(set_with(eligibilityModule={"eligibilityCriteria": text}))
    assert texts["Criteria as written"][0] == 0
    assert texts["Criteria as written (continued)"][0] > BOX_WIDTH / 2


def test_nothing_is_drawn_outside_the_box_or_below_the_foot() -> None:
    page = set_with(
        eligibilityModule=criteria(60, 60), descriptionModule={"briefSummary": "It is. " * 200}
    )
    assert page.page.spare >= 0
    for x, y, text in texts_of(page).values():
        assert 0 <= x < BOX_WIDTH
        assert 0 < y <= BOX_HEIGHT + 0.01
        assert text.size >= 7.5


def test_a_short_record_is_set_with_generous_space() -> None:
    texts = texts_of(set_with(descriptionModule={"briefSummary": "It is. " * 3}))
    foot = next(place for line, place in texts.items() if line.startswith("Summary of a public"))
    lowest = max(y for line, (_, y, mark) in texts.items() if y < foot[1])
    assert lowest > 0.55 * BOX_HEIGHT


def test_the_room_that_is_left_goes_between_the_parts() -> None:
    page = set_with(descriptionModule={"briefSummary": "It is. " * 3})
    tops = [top for top, _ in page.page.blocks]
    ends = [top + block.height for top, block in page.page.blocks]
    gaps = [top - end for top, end in zip(tops[1:-1], ends, strict=False)]
    assert max(gaps) == pytest.approx(min(gaps))
    assert tops[-1] - ends[-2] < 5 * max(gaps)


def test_no_heading_stands_at_the_foot_of_a_column() -> None:
    for count in range(40, 80, 3):
        page = set_with(eligibilityModule=criteria(1, count))
        texts = texts_of(page)
        headings = [line for line, (_, _, mark) in texts.items() if mark.font.endswith("Bold")]
        places = sorted((x > BOX_WIDTH / 3, y, line) for line, (x, y, _) in texts.items())
        left = [line for is_right, _, line in places if not is_right and line not in ("1 of 1",)]
        above_foot = left[: next(i for i, t in enumerate(left) if t.startswith("Summary of a"))]
        assert above_foot[-1] not in headings


def test_rules_are_thick_enough_to_print() -> None:
    def thinnest(block: Block) -> float:
        own = [mark.thickness for mark in block.marks if isinstance(mark, Line)]
        return min([*own, *(thinnest(part) for _, _, part in block.parts)], default=9.0)

    page = set_with(eligibilityModule=criteria(3, 3))
    assert min(thinnest(block) for _, block in page.page.blocks) >= 0.5


def arms_with(*descriptions: str) -> dict[str, Any]:
    return {
        "armGroups": [
            {"label": f"Arm {n}", "type": "EXPERIMENTAL", "description": description}
            for n, description in enumerate(descriptions)
        ],
        "interventions": [
            {"type": "DRUG", "name": "X", "armGroupLabels": [f"Arm {n}" for n in range(20)]}
        ],
    }


def without_schematic(*descriptions: str) -> dict[str, tuple[float, float, Text]]:
    study = study_with(armsInterventionsModule=arms_with(*descriptions))
    brief = replace(brief_of(study, date(2026, 11, 22)), figures=Figures())
    return texts_of(fitted(brief, "ab" * 32))


def test_short_descriptions_stand_in_the_line_of_their_arm() -> None:
    texts = without_schematic("1 mg", "3 mg")
    assert texts["Arm 1"][1] == pytest.approx(texts["3 mg"][1])
    assert texts["1 mg"][0] == texts["3 mg"][0] > texts["Drug: X"][0]


def test_one_long_description_puts_all_of_them_below() -> None:
    texts = without_schematic("1 mg", "It is given. " * 9)
    assert texts["1 mg"][1] > texts["Arm 0"][1]
    assert texts["1 mg"][0] == texts["Drug: X"][0]


def test_many_arms_without_descriptions_stand_in_two_columns() -> None:
    texts = without_schematic(*[""] * 9)
    assert texts["Arm 0"][1] == texts["Arm 5"][1]
    assert texts["Arm 4"][0] == 0 < BOX_WIDTH / 2 < texts["Arm 5"][0]


def test_what_the_schematic_tells_of_the_arms_is_not_said_again() -> None:
    page = set_with(armsInterventionsModule=arms_with("1 mg", "3 mg"))
    texts = texts_of(page)
    assert page.brief.figures.schematic is not None
    assert "Drug: X" not in texts
    assert "Experimental" not in texts
    assert texts["Arm 1"][1] == texts["3 mg"][1]


def test_a_shortened_description_is_marked_in_its_place() -> None:
    page = set_with(
        eligibilityModule=criteria(60, 60),
        armsInterventionsModule=arms_with("It gets one. " * 90, "Another. " * 90),
    )
    marked = [line for line in texts_of(page) if line.endswith(". …")]
    assert {line.split()[-2] for line in marked} == {"one.", "Another."}


def test_time_frames_stand_above_the_right_column() -> None:
    outcome = {"measure": "Overall survival", "timeFrame": "2 years"}
    page = set_with(eligibilityModule=criteria(9, 9), outcomesModule={"primaryOutcomes": [outcome]})
    texts = texts_of(page)
    assert texts["2 years"][0] == pytest.approx((BOX_WIDTH + 1.8 * page.type_size) / 2)


def test_criteria_that_are_not_sorted_stand_left_of_exclusion() -> None:
    text = "Who may come:\n\n* adults\n* in need\n\nExclusion Criteria:\n\n* pregnant"
    texts = texts_of(set_with(eligibilityModule={"eligibilityCriteria": text}))
    other, cannot = texts["Criteria under other headings"], texts["Cannot take part if"]
    assert other[1] == cannot[1]
    assert other[0] == 0 < cannot[0]


def test_a_summary_in_two_columns_breaks_between_paragraphs_where_it_can() -> None:
    paragraphs = "It tells why it is done, " * 18 + "well.", "So it is, " * 35 + "well."
    page = set_with(
        eligibilityModule=criteria(60, 60),
        descriptionModule={"briefSummary": "\n\n".join(paragraphs)},
    )
    texts = texts_of(page)
    first = next(place for line, place in texts.items() if line.startswith("It tells"))
    second = next(place for line, place in texts.items() if line.startswith("So it is"))
    assert first[0] == 0 < BOX_WIDTH / 2 < second[0]
    assert first[1] == second[1]


def test_marks_of_items_hang_before_their_text() -> None:
    text = "The aims are:\n\n* to see whether it is safe, " + "and so it is, " * 12
    texts = texts_of(set_with(descriptionModule={"briefSummary": text + "\n* to see more"}))
    lefts = {place[0] for line, place in texts.items() if "so it is" in line or "see" in line}
    assert len(lefts) == 1
    assert texts["•"][0] == 0 < lefts.pop() < 20


def test_a_long_name_of_an_arm_takes_the_room_that_its_interventions_leave() -> None:
    label = "Dose escalation: a medicine of 50 mg + another medicine of 200 mg"
    arms = [{"label": f"{label}, part {n}", "type": "EXPERIMENTAL"} for n in range(4)]
    texts = texts_of(set_with(armsInterventionsModule={"armGroups": arms}))
    assert f"{label}, part 3" in texts
    assert texts["Experimental"][0] > 0.5 * BOX_WIDTH


def test_a_text_over_the_page_does_not_end_in_a_lonely_word() -> None:
    for count in range(14, 24):
        text = f"A program of {'a thing ' * (count - 4)}and therefore available."
        texts = texts_of(set_with(descriptionModule={"briefSummary": text}))
        (mark,) = (mark for line, (_, _, mark) in texts.items() if line.startswith("A program"))
        assert len(mark.lines) == 1 or mark.lines[-1] != "available."
