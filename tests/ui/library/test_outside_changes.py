from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.library.outside_changes import OutsideChanges
from tests.store.synthetic import record


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
