"""The last searches, in the completions of the empty search box."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.dialogs.preference_controls import SwitchBox
from desktop_app.ui.dialogs.preferences import PreferencesDialog
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.search_box import SearchBox
from tests.ui.conftest import AddStudies, part


@pytest.fixture
def box(session: Session, add_studies: AddStudies, qtbot: QtBot) -> SearchBox:
    add_studies("NCT00000101", "NCT00000102")
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    found = part(session.window, SearchBox)
    found.setFocus()
    return found


def look(box: SearchBox, words: str) -> None:
    """Types a search, goes to what it found, and comes back to the empty box."""
    box.setText(words)
    QTest.keyClick(box, Qt.Key.Key_Return)
    box.setFocus()
    box.clear()


def offered(box: SearchBox) -> list[str]:
    QTest.keyClick(box, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    model = popup(box).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def kept(session: Session) -> tuple[str, ...]:
    return session.settings.current.recent_searches


def popup(box: SearchBox) -> QTreeView:
    # It belongs to no window, and those of other tests may still be there.
    every = [one for one in QApplication.allWidgets() if one.objectName() == "completions"]
    (found,) = [one for one in every if isinstance(one, QTreeView) and one.focusProxy() is box]
    return found


def test_the_last_searches_are_offered_and_made_again(box: SearchBox, session: Session) -> None:
    for words in ("study", "asthma  -heart", "study"):
        look(box, words)
    assert kept(session) == ("study", "asthma -heart")
    assert offered(box)[:3] == ["study", "asthma -heart", "Forget These Searches"]
    assert "condition:" in offered(box)
    popup(box).setCurrentIndex(popup(box).model().index(1, 0))
    QTest.keyClick(popup(box), Qt.Key.Key_Return)
    assert box.text() == "asthma -heart"
    assert part(session.window, LibraryBrowser).query.words == "asthma -heart"


def test_one_search_is_forgotten_and_then_all(box: SearchBox, session: Session) -> None:
    for words in ("study", "studi", "stud"):
        look(box, words)
    offered(box)
    popup(box).setCurrentIndex(popup(box).model().index(1, 0))
    QTest.keyClick(popup(box), Qt.Key.Key_Delete)
    assert kept(session) == ("stud", "study")
    row = offered(box).index("Forget These Searches")
    popup(box).setCurrentIndex(popup(box).model().index(row, 0))
    QTest.keyClick(popup(box), Qt.Key.Key_Return)
    assert kept(session) == ()
    assert offered(box)[0] == "condition:"


def test_ten_are_kept_and_no_long_texts(box: SearchBox, session: Session) -> None:
    for number in range(12):
        look(box, f"word{number}")
    look(box, "x" * 400)
    assert (len(kept(session)), kept(session)[0]) == (10, "word11")


def test_whoever_wants_none_remembered_has_none(box: SearchBox, session: Session) -> None:
    look(box, "secret")
    dialog = PreferencesDialog(session.settings, session.window._means.directories)
    part(dialog, SwitchBox, "keeps_searches").click()
    assert kept(session) == ()
    look(box, "secret")
    assert kept(session) == ()
    dialog.close()


def test_opening_what_was_found_keeps_the_search(box: SearchBox, session: Session) -> None:
    box.setText("study")
    part(session.window, LibraryBrowser).list.view.selectRow(0)
    assert kept(session) == ("study",)
