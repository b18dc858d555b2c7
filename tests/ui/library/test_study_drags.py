"""Studies that are dragged out of the list."""

import gc
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.readers.reading import SourceDocument, SourceFormat
from desktop_app.ui.library.dragged_files import DragFolder, DraggedStudies
from desktop_app.ui.library.drops import DropTarget
from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.library.study_drags import MOST_DRAGGED, StudyDrags
from tests.studies import record_bytes
from tests.ui.conftest import AddStudies, part

FIRST, SECOND = "NCT00000101", "NCT00000102"


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """Returns what is dragged; nobody drops it."""
    contents: list[QMimeData] = []

    def take(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        contents.append(drag.mimeData())
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", take)
    return contents


@pytest.fixture
def drags(session: Session) -> StudyDrags:
    return StudyDrags(part(session.window, LibraryList), session.shelf, session.keeper)


def _files(content: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in content.urls())


def test_selected_studies_are_dragged_as_files_of_their_sources(
    drags: StudyDrags, session: Session, add_studies: AddStudies, dragged: list[QMimeData]
) -> None:
    add_studies(FIRST, SECOND)
    part(session.window, LibraryList).view.selectAll()
    drags.drag()
    (content,) = dragged
    assert content.text().split() == [path.stem for path in _files(content)]
    for path in _files(content):
        assert path.name in (f"{FIRST}.trial", f"{SECOND}.trial")
        assert path.read_bytes() == record_bytes(path.stem)
    assert len(_files(content)) == 2


def test_nothing_is_dragged_where_nothing_is_selected(
    drags: StudyDrags, session: Session, add_studies: AddStudies, dragged: list[QMimeData]
) -> None:
    add_studies(FIRST)
    part(session.window, LibraryList).view.clearSelection()
    drags.drag()
    assert dragged == []


def test_more_studies_than_another_program_waits_for_are_not_dragged(
    drags: StudyDrags,
    session: Session,
    add_studies: AddStudies,
    dragged: list[QMimeData],
    qtbot: QtBot,
) -> None:
    add_studies(*(f"NCT{number:08d}" for number in range(1, MOST_DRAGGED + 2)))
    part(session.window, LibraryList).view.selectAll()
    with qtbot.waitSignal(drags.said) as said:
        drags.drag()
    assert said.args is not None
    assert said.args[0].startswith("Up to 100 studies")
    assert dragged == []


def test_a_disk_that_is_full_is_said(
    drags: StudyDrags,
    session: Session,
    add_studies: AddStudies,
    dragged: list[QMimeData],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    add_studies(FIRST)
    part(session.window, LibraryList).view.selectAll()
    drags.drag()
    monkeypatch.setattr(DragFolder, "write", fail)
    with qtbot.waitSignal(drags.failed) as failed:
        assert dragged[0].urls() == []
    assert failed.args is not None
    assert "No space left on device" in str(failed.args[0])


def test_files_are_made_once_and_not_before_they_are_asked_for(tmp_path: Path) -> None:
    made: list[Sequence[str]] = []

    def make(nct_ids: Sequence[str]) -> list[Path]:
        made.append(nct_ids)
        return [tmp_path / f"{nct_id}.trial" for nct_id in nct_ids]

    content = DraggedStudies((FIRST,), make)
    assert content.hasUrls()
    assert content.hasText()
    assert not content.hasFormat("text/html")
    assert content.text() == FIRST
    assert made == []
    assert _files(content) == _files(content) == (tmp_path / f"{FIRST}.trial",)
    assert len(made) == 1


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (SourceFormat.CTGOV_JSON, "NCT00000101.trial"),
        (SourceFormat.CTGOV_XML, "NCT00000101.xml"),
        (SourceFormat.REGISTRY_PAGE, "NCT00000101.txt"),
    ],
)
def test_a_file_is_called_what_it_is(tmp_path: Path, source: SourceFormat, name: str) -> None:
    folder = DragFolder(tmp_path)
    path = folder.write(FIRST, SourceDocument(b"as it was", source, "x"))
    assert (path.name, path.read_bytes()) == (name, b"as it was")


def test_files_go_with_the_program_and_so_do_those_it_left_when_it_was_killed(
    tmp_path: Path,
) -> None:
    document = SourceDocument(b"{}", SourceFormat.CTGOV_JSON, "x")
    old, fresh, other = (
        tmp_path / f"trialviewer-{name}" for name in ("dragged-1", "dragged-2", "x")
    )
    for folder in (old, fresh, other):
        folder.mkdir()
    for folder in (old, other):
        os.utime(folder, (1, 1))
    drag_folder = DragFolder(tmp_path)
    kept = drag_folder.write(FIRST, document)
    again = drag_folder.write(FIRST, document)
    assert kept != again
    assert kept.exists()
    assert not old.exists()
    assert fresh.exists()
    assert other.exists()
    del drag_folder
    gc.collect()
    assert not kept.exists()


@pytest.fixture
def pressed(session: Session, add_studies: AddStudies) -> Iterator[LibraryList]:
    add_studies(FIRST, SECOND)
    session.window.show()
    studies = part(session.window, LibraryList)
    QTest.mousePress(studies.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    yield studies
    QTest.mouseRelease(studies.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_a_pull_at_a_row_drags_and_a_small_one_does_not(pressed: LibraryList, qtbot: QtBot) -> None:
    asked: list[None] = []
    pressed.view.drag_wanted.connect(lambda: asked.append(None))
    viewport = pressed.view.viewport()
    QTest.mouseMove(viewport, QPoint(22, 21))
    assert asked == []
    QTest.mouseMove(viewport, QPoint(20, 20 + 2 * QApplication.startDragDistance()))
    QTest.mouseMove(viewport, QPoint(20, 20 + 3 * QApplication.startDragDistance()))
    assert len(asked) == 1
    assert len(pressed.selected_numbers()) == 1


def test_what_is_dragged_within_the_window_is_not_imported(qtbot: QtBot, tmp_path: Path) -> None:
    class OwnDrop(QDropEvent):
        def source(self) -> QWidget:
            return window

    window = QWidget()
    qtbot.addWidget(window)
    target = DropTarget(window)
    dropped: list[object] = []
    target.dropped.connect(dropped.append)
    content = DraggedStudies((FIRST,), lambda _: [tmp_path])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, taken in ((OwnDrop, 0), (QDropEvent, 1)):
        event = kind(QPointF(5, 5), Qt.DropAction.CopyAction, content, left, none)
        target.eventFilter(window, event)
        assert len(dropped) == taken


def test_the_window_gives_studies_away(pressed: LibraryList, dragged: list[QMimeData]) -> None:
    pressed.view.drag_wanted.emit()
    assert [content.text() for content in dragged] == list(pressed.selected_numbers())
