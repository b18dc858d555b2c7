"""What is written on another thread, while the window goes on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.store.personal.values import TagColour
from desktop_app.ui.personal.personal_actions import PersonalActions
from tests.ui.conftest import part, read_record


def open_library() -> Library:
    return Library.open(Directories.standard().library, reader=reread)


@pytest.fixture
def running(qapp: QApplication) -> Iterator[Session]:
    """A window over three studies that works on other threads, as outside of tests."""
    library = open_library()
    list(library.add_all([read_record(f"NCT0000010{digit}") for digit in (1, 2, 3)]))
    session = Session.start(qapp, library, Directories.standard())
    yield session
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_still_to_be_written_is_written_when_the_window_closes(running: Session) -> None:
    actions = part(running.window, PersonalActions)
    for number in (101, 102, 103):
        actions.star((number,), starred=True)
        actions.set_note(number, f"Words of {number}")
    running.window.close()
    running.close()
    with open_library() as library:
        marks = library.personal.marks((101, 102, 103))
        assert [(one.is_starred, one.has_note) for one in marks.values()] == [(True, True)] * 3


def test_undoing_may_be_asked_for_before_it_is_done(running: Session, qtbot: QtBot) -> None:
    actions = part(running.window, PersonalActions)
    actions.create_tag("One", TagColour.RED, (101, 102))
    actions.star((101,), starred=True)
    actions.trash((102,))
    assert actions.steps.undo_label == "Throw Away NCT00000102"
    for _step in range(3):
        actions.undo()
    actions.redo()
    assert actions.steps.undo_label == "Tag 2 studies “One”"
    newest = actions.steps.newest
    assert newest is not None
    qtbot.waitUntil(lambda: newest.pending == 0)
    assert [tag.count for tag in actions.tags()] == [2]
    assert running.shelf.count() == 3
    assert not actions.marks((101,))[101].is_starred
    running.window.close()
    running.close()
