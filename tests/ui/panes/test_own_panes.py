from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.presentation.pane import PANES
from desktop_app.study.study import Study
from desktop_app.ui.panes.eligibility_pane import EligibilityPane
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.panes.reading_aids import ReadingAids
from desktop_app.ui.panes.sites_pane import SitesPane
from tests.studies import study_with

CRITERIA = "Inclusion Criteria:\n\n* Adult\n* 9\\*10\\^7 cells\n\nExclusion Criteria:\n\n* Pregnant"
LOCATIONS = [
    {"facility": "Charité", "city": "Berlin", "country": "Germany", "status": "RECRUITING"},
    {"facility": "CHUV", "city": "Lausanne", "country": "Switzerland", "status": "COMPLETED"},
    {"facility": "USZ", "city": "Zürich", "country": "Switzerland", "status": "COMPLETED"},
]


def opened(qtbot: QtBot, kind: type[PaneView], pane_id: str, study: Study) -> PaneView:
    pane_view = kind(next(pane for pane in PANES if pane.id == pane_id))
    qtbot.addWidget(pane_view)
    pane_view.resize(900, 600)
    pane_view.show()
    pane_view.show_study(study)
    return pane_view


def test_original_text_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    study = study_with(eligibilityModule={"eligibilityCriteria": CRITERIA})
    pane = opened(qtbot, EligibilityPane, "eligibility", study)
    assert isinstance(pane, EligibilityPane)
    assert "I-1\tAdult" in pane.view.toPlainText()
    QTest.mouseClick(pane.original_button, Qt.MouseButton.LeftButton)
    assert "Inclusion Criteria:\n\n* Adult\n* 9*10^7 cells\n\nExcl" in pane.view.toPlainText()
    QTest.mouseClick(pane.original_button, Qt.MouseButton.LeftButton)
    assert "I-1\tAdult" in pane.view.toPlainText()


def test_button_says_what_it_would_show_and_keeps_its_key(qtbot: QtBot) -> None:
    study = study_with(eligibilityModule={"eligibilityCriteria": CRITERIA})
    pane = opened(qtbot, EligibilityPane, "eligibility", study)
    assert isinstance(pane, EligibilityPane)
    seen = []
    for _ in range(3):
        seen.append((pane.original_button.text(), pane.original_button.shortcut().toString()))
        pane.original_button.click()
    original, lists = ("Show &original text", "Alt+O"), ("Show as lists", "Alt+O")
    assert seen == [original, lists, original]


def test_next_study_is_shown_arranged_again(qtbot: QtBot) -> None:
    study = study_with(eligibilityModule={"eligibilityCriteria": CRITERIA})
    pane = opened(qtbot, EligibilityPane, "eligibility", study)
    assert isinstance(pane, EligibilityPane)
    pane.original_button.click()
    pane.show_study(study)
    assert pane.original_button.text() == "Show &original text"
    assert "I-1\tAdult" in pane.view.toPlainText()


def test_there_is_no_original_text_without_criteria(qtbot: QtBot) -> None:
    pane = opened(qtbot, EligibilityPane, "eligibility", Study())
    assert isinstance(pane, EligibilityPane)
    assert not pane.original_button.isVisible()


def test_sites_are_narrowed_to_those_that_hold_the_words(qtbot: QtBot) -> None:
    study = study_with(contactsLocationsModule={"locations": LOCATIONS})
    pane = opened(qtbot, SitesPane, "sites", study)
    assert isinstance(pane, SitesPane)
    assert "CHUV" in pane.view.toPlainText()
    QTest.keyClicks(pane.filter_box, "zurich")
    qtbot.waitUntil(lambda: "1 of 3 sites shown" in pane.view.toPlainText())
    assert "USZ" in pane.view.toPlainText()
    assert "CHUV" not in pane.view.toPlainText()


def test_escape_clears_the_filter_of_sites_then_goes_to_the_text(qtbot: QtBot) -> None:
    study = study_with(contactsLocationsModule={"locations": LOCATIONS})
    pane = opened(qtbot, SitesPane, "sites", study)
    assert isinstance(pane, SitesPane)
    pane.filter_box.setFocus()
    pane.filter_box.setText("zurich")
    QTest.keyClick(pane.filter_box, Qt.Key.Key_Escape)
    assert pane.filter_box.text() == ""
    assert pane.focusWidget() is pane.filter_box
    QTest.keyClick(pane.filter_box, Qt.Key.Key_Escape)
    assert pane.focusWidget() is pane.view


def test_next_study_shows_all_its_sites(qtbot: QtBot) -> None:
    study = study_with(contactsLocationsModule={"locations": LOCATIONS})
    pane = opened(qtbot, SitesPane, "sites", study)
    assert isinstance(pane, SitesPane)
    pane.filter_box.setText("zurich")
    pane.show_study(study)
    assert pane.filter_box.text() == ""
    assert "CHUV" in pane.view.toPlainText()


def test_one_site_needs_no_filter(qtbot: QtBot) -> None:
    study = study_with(contactsLocationsModule={"locations": LOCATIONS[:1]})
    pane = opened(qtbot, SitesPane, "sites", study)
    assert isinstance(pane, SitesPane)
    assert not pane.filter_box.isVisible()


def test_map_is_told_in_words_where_those_are_wanted(qtbot: QtBot) -> None:
    place = {"facility": "CHUV", "country": "Switzerland", "geoPoint": {"lat": 46.5, "lon": 6.6}}
    study = study_with(contactsLocationsModule={"locations": [place]})
    pane = opened(qtbot, SitesPane, "sites", study)
    assert "Picture:" not in pane.view.toPlainText()
    pane.use_aids(ReadingAids(has_figures_in_words=True))
    assert "Picture:" in pane.view.toPlainText()
