from pathlib import Path

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.store.personal import plans
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.outside_changes import OutsideChanges
from desktop_app.ui.personal.note_panel import NotePanel
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.personal.star_button import StarButton
from tests.store.synthetic import record
from tests.ui.conftest import AddStudies, part


def test_what_others_write_is_seen_once(qtbot: QtBot, tmp_path: Path) -> None:
    with Library.open(tmp_path, reader=reread) as library, library.another_reader() as shelf:
        parent = QObject()
        changes = OutsideChanges(shelf, parent)
        seen: list[int] = []
        changes.seen.connect(lambda: seen.append(1))
        changes.look()
        library.add(record(1))
        changes.look()
        changes.look()
        assert seen == [1]
        library.add(record(2))
        changes.take_note()
        changes.look()
        assert seen == [1]
        library.add(record(3))
        with qtbot.waitSignal(changes.seen, timeout=20_000):
            pass


def test_what_another_window_stars_and_notes_is_shown_here(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies("NCT00000101", "NCT00000102")
    session.window.show_study("NCT00000101")
    outside = part(session.window, OutsideChanges)
    actions = part(session.window, PersonalActions)
    told: list[object] = []
    outside.own_seen.connect(lambda: told.append(1))
    actions.star((102,), starred=True)
    outside.look()
    assert told == []
    other = session.library.personal_writer()
    other.perform(plans.star([101], starred=True))
    other.perform(plans.set_note(101, "From elsewhere"))
    outside.follow_state(Qt.ApplicationState.ApplicationInactive)
    assert told == []
    outside.follow_state(Qt.ApplicationState.ApplicationActive)
    other.close()
    assert told == [1]
    assert part(session.window, NotePanel).editor.toPlainText() == "From elsewhere"
    browser = part(session.window, LibraryBrowser)
    assert browser.studies.extras.marks_of("NCT00000101").is_starred
    assert part(session.window, StarButton).isChecked()
    outside.stop()
    other = session.library.personal_writer()
    other.perform(plans.star([101], starred=False))
    other.close()
    outside.follow_state(Qt.ApplicationState.ApplicationActive)
    assert told == [1]
