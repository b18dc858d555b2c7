from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.pane import PANES, Pane
from desktop_app.presentation.section import Field, Paragraph, Section, Table
from desktop_app.study.study import Study
from desktop_app.ui.models.parts_model import HITS_ROLE
from desktop_app.ui.panes.parts_pane import PartsPane
from tests.studies import study_with
from tests.ui.panes.real_studies import LARGEST, real_study

EVENTS = Table(
    ("Organ System", "Term"),
    tuple((f"System {n % 4}", f"Pain {n}") for n in range(100)),
    name="All Events",
)
SECTIONS = (
    Section("Participant Flow", (Paragraph("Nobody left for pain."),)),
    Section("Survival", (Field("Time Frame", "2 years"),), note="Primary"),
    Section("Adverse Events", (Paragraph("Pain was asked for."), EVENTS)),
    Section("Point of Contact", (Paragraph("No pain here, but pain again."),)),
)


def opened(qtbot: QtBot, sections: Sequence[Section] = SECTIONS, width: int = 1000) -> PartsPane:
    def make(study: Study, context: Context) -> tuple[Section, ...]:
        return tuple(sections)

    pane = PartsPane(Pane("results", "Results", make, has_parts=True))
    qtbot.addWidget(pane)
    pane.put_tools_before_text()
    pane.resize(width, 700)
    pane.show()
    pane.show_study(study_with())
    return pane


def text_of(pane: PartsPane) -> str:
    return pane.view.toPlainText()


def hits_in_list(pane: PartsPane) -> list[int]:
    model = pane.list.model()
    return [model.index(row, 0).data(HITS_ROLE) for row in range(model.rowCount())]


def test_only_the_chosen_part_is_drawn(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    assert "Nobody left" in text_of(pane)
    assert "2 years" not in text_of(pane)
    pane.list.setCurrentIndex(pane.list.model().index(1, 0))
    assert "2 years" in text_of(pane)
    assert "Nobody left" not in text_of(pane)
    assert pane.view.accessibleName() == "Survival: Results of NCT01234567"


def test_keys_go_from_part_to_part(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.list.setFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert pane.shown == 1


def test_parts_are_stepped_through_and_end_with_the_last(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    for by, shown in ((1, 1), (1, 2), (1, 3), (1, 3), (-1, 2)):
        pane.step_part(by)
        assert pane.shown == pane.list.currentIndex().row() == shown


def test_a_long_table_stands_below_the_text_of_its_part(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    assert not pane.page.table.isVisible()
    pane.show_part(2)
    table = pane.page.table
    assert table.isVisible()
    assert table.view.model().rowCount() == 100
    assert table.view.accessibleName() == "All Events, 100 rows"
    assert "Pain 7" not in text_of(pane)
    assert pane.view.height() < 0.4 * pane.height()
    pane.show_part(3)
    assert not table.isVisible()


def test_text_above_a_table_that_takes_much_room_can_be_hidden(qtbot: QtBot) -> None:
    long_text = Paragraph("\n".join(f"Line {n}" for n in range(100)))
    pane = opened(qtbot, (SECTIONS[0], Section("Events", (long_text, EVENTS)), SECTIONS[2]))
    pane.show_part(1)
    button = pane.page.text_button
    assert (button.isVisible(), button.text()) == (True, "Hide text")
    button.click()
    assert (pane.view.isVisible(), button.text()) == (False, "Show text")
    pane.show_part(2)
    assert pane.view.isVisible()
    assert not button.isVisible()


def test_text_above_a_table_gives_way_in_a_low_window(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    pane.show_part(2)
    pane.resize(1000, 280)
    assert (pane.view.isVisible(), pane.page.text_button.isVisible()) == (False, True)
    pane.page.text_button.click()
    assert pane.view.isVisible()
    pane.show_part(0)
    assert pane.view.isVisible()


def test_a_table_asks_for_little_room_at_any_size_of_text(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    font = QFont(pane.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    pane.setFont(font)
    pane.show_part(2)
    least = pane.minimumSizeHint()
    assert least.height() <= 270
    assert least.width() <= 700


def test_a_narrow_tab_has_a_box_in_place_of_the_list(qtbot: QtBot) -> None:
    pane = opened(qtbot, width=500)
    assert (pane.list.isVisible(), pane.chooser.isVisible()) == (False, True)
    pane.chooser.setCurrentIndex(1)
    assert "2 years" in text_of(pane)
    pane.resize(1000, 700)
    assert (pane.list.isVisible(), pane.chooser.isVisible()) == (True, False)
    assert pane.list.currentIndex().row() == 1
    font = QFont(pane.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    pane.setFont(font)
    pane.resize(999, 700)
    assert (pane.list.isVisible(), pane.chooser.isVisible()) == (False, True)


def test_a_tab_of_one_part_shows_it_alone(qtbot: QtBot) -> None:
    pane = opened(qtbot, SECTIONS[:1])
    assert not pane.list.isVisible()
    assert not pane.chooser.isVisible()
    assert pane.view.accessibleName() == "Results of NCT01234567"


@pytest.mark.parametrize("sections", [(), (Section("", ()),)])
def test_a_tab_with_nothing_in_it_is_empty(qtbot: QtBot, sections: tuple[Section, ...]) -> None:
    pane = opened(qtbot, sections)
    pane.hits.look_for("pain")
    assert (text_of(pane), pane.hits.hit_count) == ("", 0)


def test_another_study_begins_with_its_first_part(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    pane.show_part(2)
    pane.show_study(study_with())
    assert pane.shown == pane.list.currentIndex().row() == 0
    assert "Nobody left" in text_of(pane)


def test_hits_are_counted_for_each_part(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    pane.hits.look_for("pain")
    assert hits_in_list(pane) == [1, 0, 101, 2]
    assert (pane.hits.hit_count, pane.hits.current_hit) == (104, 0)
    pane.hits.look_for("")
    assert hits_in_list(pane) == [0, 0, 0, 0]


def test_going_on_passes_from_text_to_table_to_the_next_part(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    pane.hits.look_for("pain")
    seen = []
    for number in (1, 2, 101, 102):
        pane.hits.go_to_hit(number)
        seen.append((pane.shown, pane.hits.current_hit, pane.page.table.current_hit))
    assert seen == [(2, 1, -1), (2, 2, 0), (2, 101, 99), (3, 102, -1)]
    assert pane.hits.hit_beside(1) == 103
    pane.hits.go_to_hit(103)
    assert pane.hits.hit_beside(1) is None
    assert hits_in_list(pane) == [1, 0, 101, 2]


def test_a_part_without_hits_lies_between_those_before_and_after_it(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    pane.show_part(1)
    pane.hits.look_for("pain")
    assert pane.hits.current_hit == -1
    assert (pane.hits.hit_beside(1), pane.hits.hit_beside(-1)) == (1, 0)


def test_choosing_a_part_goes_to_its_first_hit(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    pane.hits.look_for("pain")
    with qtbot.waitSignal(pane.hits_changed):
        pane.list.setCurrentIndex(pane.list.model().index(3, 0))
    assert pane.hits.current_hit == 102
    assert len(pane.view.extraSelections()) == 2


def test_parts_are_counted_before_they_are_shown(qtbot: QtBot) -> None:
    pane = opened(qtbot)
    assert pane.count_of("pain", study_with(), NOTHING_KNOWN) == 104
    assert pane.shown == 0


@pytest.mark.parametrize("nct_id", LARGEST[:3])
def test_real_results_are_shown_and_counted_part_by_part(qtbot: QtBot, nct_id: str) -> None:
    study = real_study(nct_id)
    sections = next(pane for pane in PANES if pane.id == "results").sections(study)
    pane = opened(qtbot, sections)
    for number in range(0, len(pane.parts), 5):
        pane.show_part(number)
        for words in ("pain", "no"):
            pane.hits.look_for("")
            counted = [text.count(words) for text in pane.texts]
            pane.hits.look_for(words)
            assert pane.hits.hit_count == sum(counted), pane.parts[number].title
