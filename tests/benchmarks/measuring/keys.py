"""Keys typed into the real window, without a display: how long until the list has its new rows.

Run with the name of the folder that holds all that the application keeps; prints JSON.
"""

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtCore import QEvent, QEventLoop, QObject, QStringListModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop_app.application import Session, make_application
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.library.search_box import SearchBox
from desktop_app.ui.library.study_list_view import StudyListView
from tests.benchmarks.measuring.processes import memory_of

SETTLED = 1_500
PATIENCE = 20_000
QUICK_KEYS = 90
"""Milliseconds: until all is settled, until nothing more is hoped for, from key to quick key."""
TYPED = (
    "a", "b", "c", "s", "t", "p", "m", "cancer", "study", "patients", "diabetes", "heart failure",
    "covid-19", "randomized placebo", "pembrolizumab", "germany", '"heart failure"', "phase:2",
    "status:recruiting", "condition:asthma",
)  # fmt: skip


class Watch(QObject):
    """Notes when a list has new rows, and when it has been painted with them."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._loop = QEventLoop()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._loop.quit)
        self._changed = self._done = False
        view.viewport().installEventFilter(self)
        model = view.model()
        model.modelReset.connect(self._note_change)
        model.layoutChanged.connect(self._note_change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting of new rows, once it is over."""
        if event.type() == QEvent.Type.Paint and self._changed:
            self._finish()
        return False

    def wait(self, patience: int = PATIENCE) -> bool:
        """Wait until new rows are painted; returns whether they were."""
        if not self._done:
            self._patience.start(patience)
            self._loop.exec()
            self._patience.stop()
        return self._done

    def begin(self) -> None:
        """Forget what was."""
        self._changed = self._done = False

    def _note_change(self) -> None:
        self._changed = True
        # Where nothing was found, there is no list to be painted.
        QTimer.singleShot(0, self._finish_if_hidden)

    def _finish_if_hidden(self) -> None:
        if not self._view.isVisible():
            self._finish()

    def _finish(self) -> None:
        if not self._done:
            self._done = True
            QTimer.singleShot(0, self._loop.quit)


def settle(milliseconds: int) -> None:
    """Let everything go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def press(box: QLineEdit, watch: Watch, letter: str) -> tuple[float, float]:
    """Press a key; returns milliseconds until rows are painted, and of work by all threads."""
    watch.begin()
    start, worked = time.perf_counter(), time.process_time()
    QTest.keyClicks(box, letter)
    painted = watch.wait()
    taken = (time.perf_counter() - start) * 1_000
    return taken if painted else float(PATIENCE), (time.process_time() - worked) * 1_000


def type_slowly(
    box: SearchBox, watch: Watch, words: Sequence[str]
) -> Iterator[tuple[str, float, float]]:
    """Type each key when the rows of the one before are painted; yields what each took, in ms."""
    for word in words:
        box.clear()
        settle(SETTLED)
        for letter in word:
            yield box.text() + letter, *press(box, watch, letter)


def type_quickly(
    box: SearchBox, watch: Watch, words: Sequence[str]
) -> Iterator[tuple[str, float, float]]:
    """Type without waiting for rows; yields what the last key of each took, in ms."""
    for word in words:
        box.clear()
        settle(SETTLED)
        for letter in word[:-1]:
            QTest.keyClicks(box, letter)
            settle(QUICK_KEYS)
        yield word, *press(box, watch, word[-1])


def type_barely() -> Iterator[float]:
    """Type into a bare line, beside a bare list that gets other rows; yields milliseconds."""
    window, box, view = QWidget(), QLineEdit(), QListView()
    model = QStringListModel()
    view.setModel(model)
    box.textChanged.connect(
        lambda text: model.setStringList([f"{text} {row}" for row in range(100)])
    )
    layout = QVBoxLayout(window)
    layout.addWidget(box)
    layout.addWidget(view)
    window.resize(400, 800)
    window.show()
    settle(SETTLED)
    watch = Watch(view)
    for letter in "".join(TYPED)[:60]:
        yield press(box, watch, letter)[0]
    window.close()


def main() -> None:
    """Type everything in a window over the library, and print what it took."""
    app = make_application()
    directories = Directories.standard()
    library = Library.open(directories.library, reader=reread)
    session = Session.start(app, library, directories)
    window = session.window
    window.resize(1360, 860)
    window.show()
    settle(SETTLED)
    box, view = window.findChild(SearchBox), window.findChild(StudyListView)
    assert isinstance(box, SearchBox)
    assert isinstance(view, StudyListView)
    bare = list(type_barely())
    window.activateWindow()
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    watch = Watch(view)
    long = [word for word in TYPED if len(word) > 1]
    told = {
        "bare": bare,
        "slowly": list(type_slowly(box, watch, TYPED)),
        "quickly": list(type_quickly(box, watch, long)),
        "memory": memory_of([os.getpid()])[0],
    }
    window.close()
    session.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
