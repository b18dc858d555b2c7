from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.presentation.context import Context
from desktop_app.presentation.glossary import about_section, explain
from desktop_app.presentation.pane import PANES, Pane
from desktop_app.presentation.section import Paragraph, Section
from desktop_app.ui.panes.reading_aids import ReadingAids
from desktop_app.ui.panes.record_pane import RecordPane
from desktop_app.ui.study.find_bar import FindBar
from desktop_app.ui.study.pane_tab_bar import PaneTabBar
from desktop_app.ui.study.study_finding import StudyFinding
from desktop_app.ui.study.study_tabs import StudyTabs
from desktop_app.ui.study.study_view import StudyView
from tests.studies import study_with
from tests.ui.conftest import part
from tests.ui.panes.real_studies import some_real_studies

TODAY = date(2026, 11, 22)
STUDY = study_with(
    descriptionModule={"briefSummary": "Stem cells in Ménière's disease. Cells are given."},
    eligibilityModule={"eligibilityCriteria": "Inclusion Criteria:\n\n* No stem cells before"},
    contactsLocationsModule={"locations": [{"facility": "Cells Clinic", "country": "Chile"}]},
)


def opened(qtbot: QtBot) -> StudyView:
    view = StudyView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.show_study(STUDY, TODAY)
    view.show_find()
    return view


def box_of(view: StudyView) -> QLineEdit:
    return part(part(view, FindBar), QLineEdit)


def count_shown(view: StudyView) -> str:
    return part(part(view, FindBar), QLabel).text()


def look_for(qtbot: QtBot, view: StudyView, words: str) -> None:
    """Type words and wait until they are counted in all tabs."""
    box_of(view).setText(words)
    # What counts in a tab is loaded by the first words that are looked for.
    qtbot.waitUntil(lambda: count_shown(view).endswith(" in all"), timeout=30_000)


def hits_on_tabs(view: StudyView) -> dict[str, int]:
    words = part(view, PaneTabBar).words()
    return {pane.id: tab.hits for pane, tab in zip(PANES, words, strict=True) if tab.hits}


def marked(view: StudyView) -> list[str]:
    selections = view.current_view().view.extraSelections()
    return [one.cursor.selectedText().lower() for one in selections]


def test_words_are_found_in_every_tab(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    assert count_shown(view) == "1 of 2 in this tab · 4 in all"
    assert hits_on_tabs(view) == {"summary": 2, "eligibility": 1, "sites": 1}
    assert marked(view) == ["cells", "cells"]


def test_enter_and_shift_enter_go_from_hit_to_hit(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    counts = []
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(box_of(view), Qt.Key.Key_Return, modifier)
        counts.append(count_shown(view))
    view.find_next()
    counts.append(count_shown(view))
    view.find_previous()
    counts.append(count_shown(view))
    assert [count.split()[0] for count in counts] == ["2", "1", "2", "1"]


def test_going_on_passes_through_all_tabs_and_comes_back(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    places = []
    for _ in range(4):
        view.find_next()
        places.append((view.current_pane_id(), count_shown(view).split(" in ")[0]))
    assert places == [
        ("summary", "2 of 2"),
        ("eligibility", "1 of 1"),
        ("sites", "1 of 1"),
        ("summary", "1 of 2"),
    ]


def test_going_back_enters_a_tab_at_its_last_hit(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    view.find_previous()
    assert view.current_pane_id() == "sites"
    view.show_pane("design")
    view.find_previous()
    assert (view.current_pane_id(), count_shown(view)[:6]) == ("summary", "2 of 2")


def test_the_only_tab_with_hits_is_gone_through_again(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "meniere")
    assert count_shown(view) == "1 of 1 in this tab · 1 in all"
    view.find_next()
    assert (view.current_pane_id(), count_shown(view)[:6]) == ("summary", "1 of 1")


def test_finding_goes_on_in_a_tab_that_has_the_words(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "chile")
    assert count_shown(view) == "None in this tab · 1 in all"
    view.find_next()
    assert view.current_pane_id() == "sites"
    assert count_shown(view) == "1 of 1 in this tab · 1 in all"


def test_enter_finds_what_was_typed_just_before(qtbot: QtBot) -> None:
    view = opened(qtbot)
    QTest.keyClicks(box_of(view), "cells")
    QTest.keyClick(box_of(view), Qt.Key.Key_Return)
    assert count_shown(view).startswith("2 of 2 in this tab")


def test_hits_stay_marked_when_the_text_is_drawn_anew(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    view.find_next()
    view.resize(500, 700)
    assert marked(view) == ["cells", "cells"]
    assert count_shown(view).startswith("2 of 2 in this tab")


def test_escape_ends_finding_and_goes_back_to_the_text(qtbot: QtBot) -> None:
    view = opened(qtbot)
    view.activateWindow()
    look_for(qtbot, view, "cells")
    QTest.keyClick(box_of(view), Qt.Key.Key_Escape)
    assert not part(view, FindBar).isVisible()
    assert marked(view) == []
    assert hits_on_tabs(view) == {}
    assert view.focusWidget() is view.current_view().view


def test_escape_in_the_text_ends_finding_too(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    QTest.keyClick(view.current_view().view, Qt.Key.Key_Escape)
    assert not part(view, FindBar).isVisible()
    assert marked(view) == []


def test_nothing_is_marked_in_a_tab_left_before_finding_ended(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    view.show_pane("sites")
    QTest.keyClick(box_of(view), Qt.Key.Key_Escape)
    view.show_pane("summary")
    assert marked(view) == []


def test_counts_of_tabs_agree_with_the_hits_in_them(qtbot: QtBot) -> None:
    view = opened(qtbot)
    for letters in ("st", "e", "no"):
        view.show_pane("summary")
        look_for(qtbot, view, letters)
        counted = hits_on_tabs(view)
        shown = {}
        for pane in PANES:
            view.show_pane(pane.id)
            shown[pane.id] = view.current_view().hits.hit_count
        assert counted == {pane_id: count for pane_id, count in shown.items() if count}


def test_next_study_is_searched_for_the_same_words(qtbot: QtBot) -> None:
    view = opened(qtbot)
    look_for(qtbot, view, "cells")
    view.show_study(study_with(descriptionModule={"briefSummary": "Many cells."}), TODAY)
    qtbot.waitUntil(lambda: count_shown(view) == "1 of 1 in this tab · 1 in all")
    assert hits_on_tabs(view) == {"summary": 1}


def test_what_helps_to_read_is_searched_as_it_is_read(qtbot: QtBot) -> None:
    view = opened(qtbot)
    masking = {"masking": "DOUBLE", "whoMasked": ["PARTICIPANT", "INVESTIGATOR"]}
    design = {"studyType": "INTERVENTIONAL", "designInfo": {"maskingInfo": masking}}
    criteria = {"eligibilityCriteria": "Inclusion Criteria:\n\n* A\n\nExclusion Criteria:\n\n* B"}
    view.show_study(study_with(designModule=design, eligibilityModule=criteria), TODAY)
    look_for(qtbot, view, "picture")
    view.use_aids(ReadingAids(about=lambda title: "A picture of it", has_figures_in_words=True))
    qtbot.waitUntil(lambda: "design" in hits_on_tabs(view))
    counted = hits_on_tabs(view)
    shown = {}
    for pane in PANES:
        view.show_pane(pane.id)
        shown[pane.id] = view.current_view().hits.hit_count
    assert counted == shown


def test_going_to_a_hit_shows_the_text_where_something_else_is_in_its_place(qtbot: QtBot) -> None:
    sections = (Section("Words", (Paragraph("Many cells."),)),)
    bar = FindBar()
    tabs = StudyTabs((Pane("record", "Record", lambda study, context: sections),), bar)
    finding = StudyFinding(bar, tabs, bar)
    pane = tabs.view("record")
    assert isinstance(pane, RecordPane)
    for widget in (pane, bar):
        qtbot.addWidget(widget)
    finding.use_study(STUDY)
    pane.show()
    pane.show_study(STUDY)
    finding.look_in(pane)
    pane.source_button.click()
    assert not pane.view.isVisible()
    bar.open_bar("cells")
    finding.step(1)
    assert pane.view.isVisible()
    assert [one.cursor.selectedText() for one in pane.view.extraSelections()] == ["cells"]


@pytest.mark.parametrize("has_figures_in_words", [False, True])
def test_real_tabs_are_counted_as_they_are_shown(qtbot: QtBot, has_figures_in_words: bool) -> None:
    view = opened(qtbot)
    view.use_aids(ReadingAids(explain, about_section, has_figures_in_words))
    for study in some_real_studies(step=280):
        view.show_study(study, TODAY)
        for pane in PANES:
            view.show_pane(pane.id)
            tab = view.current_view()
            for words in ("e", "in", "study"):
                tab.hits.look_for(words)
                counted = tab.count_of(words, study, Context(today=TODAY))
                assert tab.hits.hit_count == counted, (study, pane.id, words)
            tab.hits.look_for("")
