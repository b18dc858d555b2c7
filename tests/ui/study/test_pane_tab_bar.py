"""The tabs of a study in windows of all widths."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.study.more_tabs import MoreTabs
from desktop_app.ui.study.pane_tab_bar import PaneTabBar, TabWords
from desktop_app.ui.study.study_page import StudyPage
from tests.ui.conftest import part

_WORDS = [
    TabWords("Summary"),
    TabWords("Design"),
    TabWords("Arms", "3"),
    TabWords("Eligibility", "13 + 15"),
    TabWords("Sites", "237"),
    TabWords("Outcomes", "18"),
    TabWords("Results"),
    TabWords("Related", "3"),
    TabWords("Record"),
]


@pytest.fixture
def page(qtbot: QtBot) -> StudyPage:
    made = StudyPage()
    qtbot.addWidget(made)
    made.show()
    made.tabs.show_words(_WORDS)
    return made


def width_of_tabs(tabs: PaneTabBar) -> int:
    return sum(tabs.tabRect(index).width() for index in range(tabs.count()))


def test_tabs_move_together_before_any_is_hidden(page: StudyPage) -> None:
    wide, close = [], []
    page.resize(1600, 700)
    wide.append(page.tabs.padding)
    loose = width_of_tabs(page.tabs)
    page.resize(loose - 40, 700)
    close.append(page.tabs.padding)
    assert close < wide
    assert width_of_tabs(page.tabs) <= page.tabs.width()
    assert page.tabs.is_whole
    assert not part(page, MoreTabs).isVisible()
    # The text below begins where the words on the tabs do.
    layout = page.find_bar.layout()
    assert layout is not None
    assert page.tabs.x() + page.tabs.padding == layout.contentsMargins().left()


def test_tabs_that_have_no_room_are_listed_by_a_button(page: StudyPage, qtbot: QtBot) -> None:
    page.resize(420, 700)
    button = part(page, MoreTabs)
    assert button.isVisible()
    assert button.accessibleName()
    menu = button.menu()
    menu.aboutToShow.emit()
    listed = [action.text() for action in menu.actions()]
    assert listed == [str(words) for words in _WORDS]
    assert [action.isChecked() for action in menu.actions()].index(True) == 0
    menu.actions()[-1].trigger()
    assert page.tabs.currentIndex() == len(_WORDS) - 1
    page.resize(1600, 700)
    assert not button.isVisible()


def test_the_button_is_opened_by_the_keyboard(page: StudyPage, qtbot: QtBot) -> None:
    page.resize(420, 700)
    qtbot.waitActive(page)
    page.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.tabs, Qt.Key.Key_Tab)
    assert isinstance(page.focusWidget(), MoreTabs)


def test_words_that_grow_move_the_tabs_together(page: StudyPage) -> None:
    page.resize(width_of_tabs(page.tabs) + 60, 700)
    before = page.tabs.padding
    page.tabs.show_words([TabWords(one.title, one.badge, 12) for one in _WORDS])
    assert page.tabs.padding < before
