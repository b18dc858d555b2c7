import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app import application
from desktop_app.application import SAMPLE, Session, capture, import_sample, open_first_study
from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError, StoreError
from desktop_app.presentation.pane import PANES
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.study.tab_pictures import TabPictures
from tests.ui.conftest import AddStudies, part

_LAZY = ("reportlab", "markdown_it", "pypdfium2", "desktop_app.export.brief.drawing", "sqlite3")
_START = """
import sys
import desktop_app.application
print(" ".join(name for name in {!r} if name in sys.modules))
"""


def _shown(session: Session) -> str:
    return session.window.windowTitle().split(" ")[0]


def test_the_first_start_shows_the_sample(session: Session) -> None:
    open_first_study(session, ())
    assert _shown(session) == SAMPLE
    assert session.library.count() == 1


def test_nobody_is_told_that_the_library_is_empty_before_the_sample_has_come(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = part(session.window, QLabel, "empty_list")
    assert not sentence.isVisibleTo(session.window)

    def fail(library: Library) -> str:
        raise StoreError("The library can only be read.")

    monkeypatch.setattr(application, "import_sample", fail)
    open_first_study(session, ())
    assert sentence.isVisibleTo(session.window)
    part(session.window, NoticeDialog).close()


def test_a_later_start_shows_the_study_that_was_open_last(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies("NCT00000101", "NCT00000102")
    session.window.show_study("NCT00000102")
    session.window.show_study("NCT00000101")
    session.window.show_study("NCT00000102")
    open_first_study(session, ())
    assert _shown(session) == "NCT00000102"


def test_what_is_asked_for_is_shown_instead(session: Session, add_studies: AddStudies) -> None:
    add_studies("NCT00000101", "NCT00000102")
    session.window.show_study("NCT00000102")
    open_first_study(session, ("NCT00000101",))
    assert _shown(session) == "NCT00000101"


def test_the_sample_is_imported_but_once(session: Session) -> None:
    assert import_sample(session.library) == SAMPLE
    assert import_sample(session.library) == SAMPLE
    assert session.library.count() == 1


def test_every_tab_of_the_sample_is_pictured(tmp_path: Path, qtbot: QtBot) -> None:
    paths = capture(Directories.standard(), tmp_path / "pictures")
    names = [path.name for path in paths]
    assert names == [f"{SAMPLE}_{pane.id}.png" for pane in PANES]
    for path in paths:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1360, 860)
        colours = {image.pixel(x, y) for x in range(0, 1360, 7) for y in range(0, 860, 7)}
        assert len(colours) > 20


def test_pictures_that_cannot_be_written_are_said(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DesktopAppError, match="could not all be written into"):
        TabPictures(session.window, tmp_path / "file", SAMPLE).take()


def test_a_library_that_cannot_be_opened_is_said_and_left_as_it_is(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    directories = Directories.standard()
    Library.open(directories.library, reader=reread).close()
    path = directories.library / "library.sqlite3"
    path.write_bytes(b"This is not a library." * 100)
    before = path.read_bytes()
    said: list[str] = []
    monkeypatch.setattr(application, "say_no_library", lambda error, _: said.append(str(error)))
    hooks = sys.excepthook
    assert application.run_window(directories, ()) == 1
    assert sys.excepthook is hooks
    assert "library.sqlite3" in said[0]
    assert path.read_bytes() == before


def test_the_start_loads_nothing_that_only_paper_needs() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _START.format(_LAZY)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert run.stdout.strip() == ""
