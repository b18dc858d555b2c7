"""Waits for the registry in the window: told second by second, from any thread."""

from threading import Event, Thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.registry.wait_words import next_try_words
from desktop_app.store.library import Library
from desktop_app.store.standing.values import CheckScope, ScopeKind
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.registry.updates.update_desk import UpdateDesk
from desktop_app.ui.registry.waits import Waits
from tests.store.synthetic import content, read_record
from tests.ui.conftest import part


def test_a_wait_is_told_in_words_until_it_is_over(qtbot: QtBot) -> None:
    parent, told = QObject(), list[str]()
    waits = Waits(parent)
    waits.changed.connect(told.append)
    with qtbot.waitSignal(waits.changed):
        Thread(target=waits.tell, args=(20.0,)).start()
    assert told == ["next try in 20 seconds"]
    waits.tell(0)
    assert told[-1] == ""


def test_seconds_are_counted() -> None:
    assert next_try_words(0.2) == "next try in 1 second"
    assert next_try_words(3) == "next try in 3 seconds"


class _BusyRegistry:
    """Wants to be asked again in 20 seconds, for ever."""

    def updates(self, _nct_ids: object, stop: Stop) -> dict[str, str]:
        stopped = Event()
        assert stop.on_wait is not None
        stop.on_wait(20)
        with stop.telling(stopped.set):
            stopped.wait(60)
        raise RequestCancelled


def test_a_check_for_updates_that_waits_says_so(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RegistryAccess, "client", lambda _access: _BusyRegistry())
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    session.library.add(read_record(content(7, "2026-01-01")))
    session.window.show()
    part(session.window, UpdateDesk).check(CheckScope(ScopeKind.ALL))
    message = part(session.window, QLabel, "message")
    qtbot.waitUntil(lambda: message.text().endswith(" · next try in 20 seconds"))
    session.window.close()
    session.close()
