from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from math import ceil
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.analysis.checks import Notice, Severity
from desktop_app.presentation.context import Context
from desktop_app.presentation.pane import PANES, Pane
from desktop_app.presentation.section import Section
from desktop_app.study.study import Study
from desktop_app.ui.panes.reading_aids import ReadingAids
from desktop_app.ui.panes.record_pane import RecordPane
from desktop_app.ui.panes.section_view import SectionView
from desktop_app.ui.personal.star_button import StarButton
from desktop_app.ui.study.notice_banner import NoticeBanner
from desktop_app.ui.study.pane_tab_bar import PaneTabBar
from desktop_app.ui.study.study_header_view import StudyHeaderView, named
from desktop_app.ui.study.study_view import StudyView
from tests.studies import study_with

W = TypeVar("W", bound=QWidget)
TODAY = date(2026, 11, 22)
STUDY = study_with(
    statusModule={"overallStatus": "SUSPENDED", "startDateStruct": {"date": "2018-10-01"}},
    designModule={"studyType": "INTERVENTIONAL", "phases": ["PHASE2"]},
    descriptionModule={"briefSummary": "Stem cells in Ménière's disease. Cells are given."},
    eligibilityModule={"eligibilityCriteria": "Inclusion Criteria:\n\n* No stem cells before"},
    contactsLocationsModule={"locations": [{"facility": "Cells Clinic", "country": "Chile"}]},
)


def opened(qtbot: QtBot, study: Study = STUDY, **more: object) -> StudyView:
    view = StudyView(**more)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.show_study(study, TODAY)
    return view


def part(view: StudyView, kind: type[W]) -> W:
    found = view.findChildren(kind)
    assert len(found) == 1
    return found[0]


def counted_panes(calls: Counter[str]) -> tuple[Pane, ...]:
    def counting(pane: Pane) -> Callable[[Study, Context], tuple[Section, ...]]:
        def make(study: Study, context: Context) -> tuple[Section, ...]:
            calls[pane.id] += 1
            return pane.sections(study, context)

        return make

    return tuple(pane._replace(make=counting(pane)) for pane in PANES)


def tab_titles(view: StudyView) -> list[str]:
    return [str(words) for words in part(view, PaneTabBar).words()]


def test_a_tab_is_computed_when_it_is_first_shown(qtbot: QtBot) -> None:
    calls: Counter[str] = Counter()
    view = opened(qtbot, panes=counted_panes(calls))
    assert calls == {"summary": 1}
    view.show_pane("design")
    view.show_pane("summary")
    view.show_pane("design")
    assert calls == {"summary": 1, "design": 1}
    view.show_study(Study(), TODAY)
    assert calls == {"summary": 1, "design": 2}


def test_tab_and_its_id_are_told(qtbot: QtBot) -> None:
    view = opened(qtbot)
    with qtbot.waitSignal(view.pane_changed) as told:
        view.show_pane("sites")
    assert told.args == ["sites"]
    view.show_pane("no such tab")
    assert view.current_pane_id() == "sites"


def test_tabs_count_what_they_hold(qtbot: QtBot) -> None:
    view = opened(qtbot)
    qtbot.waitUntil(lambda: "Sites (1)" in tab_titles(view))
    assert tab_titles(view)[:5] == [
        "Summary",
        "Design",
        "Arms",
        "Eligibility (1 + 0)",
        "Sites (1)",
    ]
    assert tab_titles(view)[5:] == ["Outcomes", "Results", "Related", "Record"]


def test_header_tells_number_status_and_title(qtbot: QtBot) -> None:
    view = opened(qtbot)
    header = part(view, StudyHeaderView)
    texts = [label.text() for label in header.findChildren(QLabel) if label.isVisible()]
    assert texts[:4] == ["NCT01234567", "‖ Suspended", "Phase 2", "Interventional"]
    assert texts[4] == "Study NCT01234567"
    assert header.accessibleName() == "NCT01234567: Study NCT01234567"
    assert (
        "Suspended; Phase 2; Interventional; Sponsor not stated" in header.accessibleDescription()
    )


def test_chips_say_what_is_not_stated() -> None:
    texts = ("Phase: not stated", "Phase: not applicable")
    assert named("Not stated", *texts) == "Phase: not stated"
    assert named("Not applicable", *texts) == "Phase: not applicable"
    assert named("Phase 2", *texts) == "Phase 2"


def test_labels_show_a_hostile_title_as_text(qtbot: QtBot) -> None:
    title = '<img src="/etc/x.png"><b>Title</b>\x00 \u202eback ' + "long " * 120
    study = study_with(identificationModule={"nctId": "NCT00000001", "briefTitle": title})
    view = opened(qtbot, study)
    for label in view.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    shown = [label for label in view.findChildren(QLabel) if label.text().startswith("<img")]
    assert len(shown) == 1
    assert shown[0].text().endswith("…")
    assert shown[0].text().count("\n") == 2
    assert shown[0].toolTip().startswith("<span>&lt;img")
    document = QTextDocument()
    document.setHtml(shown[0].toolTip())
    assert "<b>Title</b>\ufffd ⟦RLO⟧back" in document.toPlainText()


def has_no_bar(view: SectionView) -> bool:
    return not view.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("width", [480, 700, 1000, 1360, 1900])
@pytest.mark.parametrize("at_first", [pane.id for pane in PANES])
def test_a_text_that_fits_has_no_bar_to_move_it_sideways(
    qtbot: QtBot, width: int, at_first: str
) -> None:
    view = StudyView()
    qtbot.addWidget(view)
    view.show_pane(at_first)
    view.show_study(STUDY, TODAY)
    view.resize(width, 700)
    view.show()
    for pane_id in (at_first, *(pane.id for pane in PANES)):
        view.show_pane(pane_id)
        text = view.current_view().view
        text.complete()
        assert ceil(text.document().size().width()) <= text.viewport().width()
        # Qt's own reckoning, which may come from before the view had its size.
        for stale in (129, 0):
            text.horizontalScrollBar().setRange(0, stale)
            assert text.horizontalScrollBar().maximum() == 0
        qtbot.waitUntil(partial(has_no_bar, text))


@pytest.mark.parametrize(("height", "percent"), [(700, 100), (700, 200), (420, 200)])
def test_header_leaves_most_of_the_window_to_the_text(
    qtbot: QtBot, height: int, percent: int
) -> None:
    title = "A very long title of a study in a very rare disease " * 8
    study = study_with(identificationModule={"nctId": "NCT00000001", "briefTitle": title})
    view = StudyView()
    qtbot.addWidget(view)
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    view.setFont(font)
    view.resize(640, height)
    view.show()
    view.show_study(study, TODAY)
    assert part(view, StudyHeaderView).height() <= 0.4 * height
    assert view.current_view().height() >= 0.4 * height


def test_banner_tells_every_notice(qtbot: QtBot) -> None:
    told = (Notice(Severity.WARNING, "Suspended."), Notice(Severity.NOTE, "A date has passed."))
    view = opened(qtbot, notices=lambda study, today: told)
    banner = part(view, NoticeBanner)
    assert banner.isVisible()
    assert banner.accessibleName() == "2 notices"
    assert banner.accessibleDescription() == "Suspended. A date has passed."


def test_banner_is_hidden_where_there_is_nothing_to_say(qtbot: QtBot) -> None:
    view = opened(qtbot, notices=lambda study, today: ())
    assert not part(view, NoticeBanner).isVisible()


def test_long_notice_is_shown_whole_when_asked_for(qtbot: QtBot) -> None:
    told = (Notice(Severity.WARNING, "Reason stated: " + "money " * 400),)
    view = opened(qtbot, notices=lambda study, today: told)
    banner = part(view, NoticeBanner)
    assert banner.height() <= 0.2 * view.height()
    assert banner.more_button.isVisible()
    QTest.mouseClick(banner.more_button, Qt.MouseButton.LeftButton)
    label = banner.findChildren(QLabel)[0]
    assert label.text().count("money") == 400
    assert banner.more_button.text() == "Show less"


def test_no_study_is_shown_before_one_is_opened_and_after_it_is_closed(qtbot: QtBot) -> None:
    view = StudyView()
    qtbot.addWidget(view)
    view.show()
    view.show_find()
    assert not part(view, PaneTabBar).isVisible()
    view.show_study(STUDY, TODAY)
    assert part(view, PaneTabBar).isVisible()
    view.clear()
    assert not part(view, PaneTabBar).isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot) -> None:
    view = opened(qtbot)
    view.show_find()
    for pane in PANES:
        view.show_pane(pane.id)
        for widget in view.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name), widget


def test_text_is_named_after_tab_and_study(qtbot: QtBot) -> None:
    view = opened(qtbot)
    names = []
    for pane in PANES:
        view.show_pane(pane.id)
        names.append(view.current_view().view.accessibleName())
    assert names[0] == "Summary of NCT01234567"
    assert names[-1] == "Record of NCT01234567"


def test_keyboard_goes_from_header_to_tabs_to_text(qtbot: QtBot) -> None:
    view = opened(qtbot)
    view.activateWindow()
    part(view, StudyHeaderView).setFocus()
    order = [type(view.focusWidget())]
    for _ in range(3):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        order.append(type(view.focusWidget()))
    assert order == [StudyHeaderView, StarButton, PaneTabBar, SectionView]


def test_a_tab_is_made_when_it_is_first_shown(qtbot: QtBot) -> None:
    view = StudyView()
    qtbot.addWidget(view)
    made: list[str] = []
    view.tab_made.connect(lambda tab: made.append(tab.pane.id))
    view.show_pane("sites")
    assert made == []
    view.show_study(study_with(), TODAY)
    for pane_id in ("sites", "arms", "sites"):
        view.show_pane(pane_id)
    assert made == ["sites", "arms"]


def test_a_tab_that_is_made_late_knows_what_the_others_know(qtbot: QtBot) -> None:
    view = StudyView()
    qtbot.addWidget(view)
    view.set_source(lambda: (b'{"a": 1}', "ctgov_json"))
    view.use_aids(ReadingAids(has_caret=True))
    view.resize(900, 600)
    view.show()
    view.show_study(study_with(), TODAY)
    view.show_pane("record")
    tab = view.current_view()
    assert isinstance(tab, RecordPane)
    assert tab.source_button.isVisible()
    assert tab.view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
