"""The pictures of the brief: when and how large they are drawn, and what is said otherwise."""

from datetime import date
from typing import Any

import pytest

from desktop_app.analysis.pictures.shapes import Picture, Text
from desktop_app.export.brief.figures import Drawn, Pictures
from desktop_app.export.brief.fit import Fitted, fitted
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH, Paper
from desktop_app.export.pictures.paper_measure import FONTS
from desktop_app.export.typesetting.blocks import Block, Drawing
from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.brief.shortenings import shortenings
from desktop_app.presentation.section import Figure
from tests.export.briefs import brief_bytes
from tests.export.pdf_reading import read_page, squeezed
from tests.export.tag_reading import read_structure
from tests.studies import study_with

TODAY = date(2026, 11, 22)


def brief_with(**modules: Any) -> Brief:
    return brief_of(study_with(**modules), TODAY)


def arms(count: int, label: str = "Arm") -> dict[str, Any]:
    return {
        "armGroups": [{"label": f"{label} {n}", "type": "EXPERIMENTAL"} for n in range(count)],
    }


def dates(start: str, completion: str) -> dict[str, Any]:
    return {
        "startDateStruct": {"date": start, "type": "ACTUAL"},
        "completionDateStruct": {"date": completion, "type": "ESTIMATED"},
    }


def set_with(**modules: Any) -> Fitted:
    return fitted(brief_with(**modules), "ab" * 32)


def drawings(page: Fitted) -> list[Drawing]:
    found: list[Drawing] = []

    def collect(block: Block) -> None:
        found.extend(mark for mark in block.marks if isinstance(mark, Drawing))
        for _, _, part in block.parts:
            collect(part)

    for _, block in page.page.blocks:
        collect(block)
    return found


def smallest(drawn: Drawing | Drawn) -> float:
    types = {shape.type for shape in drawn.picture.shapes if isinstance(shape, Text)}
    return min(drawn.size * FONTS[type][1] for type in types)


def test_schematic_and_axis_are_figures_with_their_words() -> None:
    study = study_with(armsInterventionsModule=arms(2), statusModule=dates("2024-01-05", "2030-03"))
    content, _ = brief_bytes(study, "ab", paper=Paper.A4, today=TODAY)
    schematic, axis, _ = read_structure(content).every("Figure")
    assert schematic.alt.startswith("Schematic: ")
    assert "Arm 1 of 2: Arm 0 (Experimental)" in schematic.alt
    assert axis.alt.startswith(
        "Time axis: Study Start Date: 2024-01-05 (actual). Today: 2026-11-22"
    )
    assert "Study Completion Date: 2030-03 (estimated)." in axis.alt


def test_what_a_record_does_not_have_takes_no_room() -> None:
    assert [drawing.picture for drawing in drawings(set_with(identificationModule={}))] == []
    page = set_with(designModule={"studyType": "OBSERVATIONAL"})
    assert len(drawings(page)) == 1
    assert shortenings(page.brief) == ()


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_no_text_of_a_picture_is_below_the_floor(count: int) -> None:
    page = set_with(
        armsInterventionsModule=arms(count), statusModule=dates("2024-01-05", "2027-03")
    )
    pictures = drawings(page)
    assert len(pictures) == 2
    assert min(map(smallest, pictures)) >= 7.4999
    assert max(drawing.picture.width for drawing in pictures) <= BOX_WIDTH + 0.01


def test_a_schematic_takes_a_third_of_the_page_at_the_most() -> None:
    for count in range(1, 30):
        page = set_with(
            armsInterventionsModule=arms(count, "A name of an arm that is long, number")
        )
        for drawing in drawings(page):
            assert drawing.picture.height <= BOX_HEIGHT / 3


def test_a_schematic_is_drawn_smaller_before_it_is_left_out() -> None:
    figure = brief_with(armsInterventionsModule=arms(4)).figures.schematic
    assert figure is not None
    large, small = (Pictures().schematic(figure, size) for size in (11.0, 7.5))
    assert large is not None
    assert small is not None
    assert large.size <= 10.0
    assert smallest(small) == pytest.approx(7.5)


def test_a_schematic_without_room_is_named_at_its_place_and_in_the_foot() -> None:
    study = study_with(armsInterventionsModule=arms(8, "A name of an arm " * 9 + "number"))
    content, report = brief_bytes(study, "ab", paper=Paper.A4, today=TODAY)
    assert report.shortened == ("schematic",)
    page = read_page(content)
    assert squeezed("No room on this page for the schematic") in page.words
    assert squeezed("Shortened: schematic.") in page.words


def test_the_axis_goes_before_any_text() -> None:
    text = "Inclusion Criteria:\n\n" + "* a thing that is needed, in some words\n" * 26
    text += "\nExclusion Criteria:\n\n" + "* a thing that must not be\n" * 30
    left_out = []
    for count in range(1, 25, 2):
        page = set_with(
            armsInterventionsModule=arms(2),
            statusModule=dates("2024-01-05", "2027-03"),
            descriptionModule={"briefSummary": "It tells why it is done. " * 2 * count},
            eligibilityModule={"eligibilityCriteria": text},
        )
        left_out.append(shortenings(page.brief))
    assert ("time axis",) in left_out
    assert all(names[:1] == ("time axis",) or "time axis" in names for names in left_out if names)


def test_the_day_of_printing_stands_on_the_axis_where_it_makes_it_no_higher() -> None:
    pictures = Pictures()
    early = brief_with(statusModule=dates("2015-01", "2019-03")).figures
    drawn = pictures.axis(early, 9.0)
    assert drawn is not None
    assert drawn.figure == early.axis
    crowded = brief_with(
        statusModule={
            **dates("2026-09", "2026-11-29"),
            "primaryCompletionDateStruct": {"date": "2026-11-15", "type": "ESTIMATED"},
        }
    ).figures
    drawn = Pictures().axis(crowded, 9.0)
    assert drawn is not None
    assert "Today" not in " ".join(drawn.figure.words)


def test_in_small_type_the_outcomes_that_the_schematic_tells_are_not_said_again() -> None:
    outcomes = {"primaryOutcomes": [{"measure": "Survival", "timeFrame": "2 years"}]}
    text = "Inclusion Criteria:\n\n" + "* a thing that is needed\n" * 70
    roomy = set_with(outcomesModule=outcomes, armsInterventionsModule=arms(2))
    crammed = set_with(
        outcomesModule=outcomes,
        armsInterventionsModule=arms(2),
        eligibilityModule={"eligibilityCriteria": text},
    )
    assert "Primary outcomes and their time frames" in headings(roomy)
    assert crammed.type_size < 8.5
    assert crammed.brief.figures.schematic is not None
    assert "Primary outcomes and their time frames" not in headings(crammed)


def headings(page: Fitted) -> list[str]:
    found: list[str] = []

    def collect(block: Block) -> None:
        if block.tag is not None:
            found.append(block.tag.title)
        for _, _, part in block.parts:
            collect(part)

    for _, block in page.page.blocks:
        collect(block)
    return found


def drawn(words: str, *lines: str) -> Drawn:
    shapes = tuple(Text(0, 9.0 * place, line) for place, line in enumerate(lines))
    figure = Figure("schematic", "Schematic", (words,), lambda *_: Picture(9, 9, shapes))
    return Drawn(figure, Picture(9, 9, shapes), 9.0)


def test_a_picture_tells_what_it_holds_in_full() -> None:
    picture = drawn("Arm 1 of 2: High dose, Drug: X", "High", "dose", "Drug: X")
    assert picture.tells(["High dose", "Drug: X"])
    assert not picture.tells(["High dose", "Placebo"])
    assert not drawn("Arm: A name", "A na…").tells(["A name"])


def test_a_picture_knows_whether_it_breaks_words() -> None:
    assert drawn("Allocation: Non-randomized, twice.", "Non-rando", "mized").breaks_words
    assert not drawn("Allocation: Non-randomized, twice.", "Non-randomized", "twice").breaks_words
    assert not drawn("can not cannot", "can", "not").breaks_words
