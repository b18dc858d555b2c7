"""Waits for the registry in the window: told second by second, from any thread."""

from threading import Thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.ui.registry.waits import Waits, next_try_words


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
