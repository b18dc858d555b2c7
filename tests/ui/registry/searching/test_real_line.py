"""Searching over a line: threads, a server on this computer, and what is done meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.registry.queries import StudiesQuery
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.registry.searching.search_desk import SearchDesk
from desktop_app.ui.registry.searching.search_panel import SearchPanel
from desktop_app.ui.tasks import TaskRunner
from tests.registry.downloading import quick_client
from tests.registry.faults import Break, ListedFaults
from tests.registry.served import RegistryServer, made_up, served
from tests.ui.conftest import part


@pytest.fixture
def server() -> Iterator[RegistryServer]:
    """Returns a registry of 250 studies; it falls silent after one page."""
    with served(made_up(250), ListedFaults(None, Break.SILENCE)) as made:
        yield made


@pytest.fixture
def session(
    qapp: QApplication, server: RegistryServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """Returns a window that works on threads."""
    client = quick_client(server.base_address)
    monkeypatch.setattr(RegistryAccess, "client", lambda _self: client)
    directories = Directories.standard()
    library = Library.open(directories.library, reader=reread)
    made = Session.start(qapp, library, directories, TaskRunner)
    made.window.resize(1360, 860)
    made.window.show()
    part(made.window, QAction, "search_registry").trigger()
    yield made
    made.window.close()
    made.close()
    client.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> SearchDesk:
    """Returns what fills the panel, with the first page in it."""
    desk = part(session.window, SearchDesk)
    part(session.window, QLineEdit, "registry_condition").returnPressed.emit()
    qtbot.waitUntil(lambda: len(list(desk.results.rows.known())) == 100)
    return desk


def _press(session: Session, name: str) -> None:
    part(session.window, QPushButton, name).click()


def test_a_silent_line_is_stopped_at_once_and_gone_on_with(
    session: Session, desk: SearchDesk, server: RegistryServer, qtbot: QtBot
) -> None:
    desk.results.rows.summary(120)
    stop = part(session.window, QPushButton, "registry_stop")
    qtbot.waitUntil(lambda: stop.isVisible() and len(server.asked) == 2)
    _press(session, "registry_stop")
    assert not stop.isVisible()
    assert not desk.asking.is_busy
    _press(session, "registry_again")
    qtbot.waitUntil(lambda: len(list(desk.results.rows.known())) == 200)
    desk.results.rows.summary(220)
    qtbot.waitUntil(lambda: desk.results.rows.rowCount() == 250)
    qtbot.waitUntil(lambda: len(list(desk.results.rows.known())) == 250)
    assert len(set(desk.results.rows.numbers())) == 250


def test_what_was_left_while_it_was_waited_for_is_gone_on_with(
    session: Session, desk: SearchDesk, server: RegistryServer, qtbot: QtBot
) -> None:
    desk.results.rows.summary(120)
    qtbot.waitUntil(lambda: desk.asking.is_busy and len(server.asked) == 2)
    desk.leave()
    assert not desk.asking.is_busy
    assert session.window.focusWidget() is part(session.window, QWidget, "study_list")
    part(session.window, QAction, "search_registry").trigger()
    assert part(session.window, QLabel, "registry_notice").text() == "Nothing more is asked."
    _press(session, "registry_again")
    qtbot.waitUntil(lambda: len(list(desk.results.rows.known())) == 200)


def test_another_search_takes_the_place_of_one_that_is_waited_for(
    session: Session, desk: SearchDesk, qtbot: QtBot
) -> None:
    desk.results.rows.summary(120)
    qtbot.waitUntil(lambda: desk.asking.is_busy)
    panel = part(session.window, SearchPanel)
    panel.form.asked.emit(StudiesQuery(condition="no such words"))
    empty = part(panel, QLabel, "registry_empty")
    qtbot.waitUntil(empty.isVisible)
    assert desk.results.rows.rowCount() == 0


def test_the_window_closes_while_an_answer_is_waited_for(
    session: Session, desk: SearchDesk, qtbot: QtBot
) -> None:
    desk.results.rows.summary(120)
    qtbot.waitUntil(lambda: desk.asking.is_busy)


def test_all_results_are_kept(session: Session, desk: SearchDesk, qtbot: QtBot) -> None:
    _press(session, "registry_keep_all")
    dialog = part(session.window, NoticeDialog)
    for button in dialog.findChildren(QPushButton):
        if button.property("choice") == "Keep All":
            button.click()
    kept = part(session.window, QLabel, "registry_keeping")
    qtbot.waitUntil(lambda: kept.text() == "250 new.", timeout=30_000)
    assert session.shelf.count() == 250
    ends = {desk.results.rows.extras.marks_of(one).end_words for one in desk.results.rows.numbers()}
    assert all("library" in words[0] for words in ends)
