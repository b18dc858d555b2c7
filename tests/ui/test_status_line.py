from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from desktop_app.ui.message_label import MessageLabel
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.tasks import Task
from tests.ui.conftest import part


def _line(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    return line


def _task(parent: QObject) -> Task:
    return Task(parent, lambda run: run())


def _time_is_over(line: StatusLine) -> None:
    """Lets the time of a message pass."""
    clock = part(line, QTimer, "message_time")
    assert clock.isActive()
    clock.setInterval(0)
    clock.timeout.emit()


def test_more_than_was_foreseen_is_counted_without_a_total(qtbot: QtBot) -> None:
    line = _line(qtbot)
    task, bar = _task(line), part(line, QProgressBar)
    line.follow_task(task, "Importing all …")
    task.progressed.emit(1867, 1867)
    assert (line.message, bar.maximum(), bar.value()) == ("1867 of 1867 read", 1867, 1867)
    task.progressed.emit(1925, 1867)
    assert (line.message, bar.minimum(), bar.maximum()) == ("1925 read", 0, 0)


def test_the_name_of_a_folder_is_no_markup_in_a_tip(qtbot: QtBot) -> None:
    line = _line(qtbot)
    line.mark_read_only("Nothing can be written in <img src=x> & <b>y</b>.")
    tip = part(line, QLabel, "read_only").toolTip()
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;y&lt;/b&gt;" in tip


def test_a_message_goes_when_its_time_is_over(qtbot: QtBot) -> None:
    line = _line(qtbot)
    line.say("3 added.")
    assert part(line, QTimer, "message_time").interval() == 8000
    _time_is_over(line)
    assert line.message == ""


def test_what_offers_something_to_do_stays_longer(qtbot: QtBot) -> None:
    line = _line(qtbot)
    line.say("The brief is written.", "Open", lambda: None)
    assert part(line, QTimer, "message_time").interval() == 30000


def test_a_message_gives_way_to_the_progress_of_what_still_runs(qtbot: QtBot) -> None:
    line = _line(qtbot)
    task = _task(line)
    line.follow_task(task, "Importing all …")
    line.say("NCT00000101 was copied.")
    task.progressed.emit(1, 9)
    assert line.message == "NCT00000101 was copied."
    _time_is_over(line)
    task.progressed.emit(2, 9)
    assert line.message == "2 of 9 read"


def test_what_has_no_room_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    line = _line(qtbot)
    line.resize(300, 30)
    line.show()
    words = "123,468 of 601,000 read · 658 a second · 1 hour left · 12 not understood"
    line.say(words)
    label = part(line, MessageLabel)
    assert label.text() == words
    assert label.shown_text.endswith("…")
    line.resize(3000, 30)
    assert label.shown_text == words


def test_what_is_under_way_has_the_room_of_the_hint(qtbot: QtBot) -> None:
    line = _line(qtbot)
    line.show_hint("Ctrl+K")
    line.show()
    hint, task = part(line, QLabel, "hint"), _task(line)
    assert hint.isVisible()
    line.follow_task(task, "Importing all …")
    assert not hint.isVisible()
    task.finished.emit()
    assert hint.isVisible()
