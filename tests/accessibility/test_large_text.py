"""Text of twice the size on a small screen: windows fit, and no word is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.presentation.pane import PANES
from desktop_app.ui.chip import Chip
from desktop_app.ui.clipped_label import ClippedLabel
from desktop_app.ui.panes.section_view import SectionView
from tests.accessibility.windows import MODULES, NUMBER, open_dialogs, wait_active
from tests.ui.conftest import AddStudies

_SCREEN = QSize(1366, 768)
_SMALLER = QSize(900, 700)
_SLACK = 1
"""Pixels by which sizes of text are rounded."""
_LEAST_TO_READ = 120


@pytest.fixture
def large(session: Session, add_studies: AddStudies, qtbot: QtBot) -> Iterator[Session]:
    add_studies(NUMBER, "NCT00000102", **MODULES)
    session.settings.change(text_percent=200)
    session.window.resize(_SCREEN)
    session.window.show()
    wait_active(session.window, qtbot)
    session.window.show_study(NUMBER)
    yield session
    session.settings.change(text_percent=100)


def _cut(window: QWidget) -> list[str]:
    """Returns the words that have less room than they need; some parts cut theirs with a mark."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, (ClippedLabel, Chip)):
            continue
        needed = _needed(widget)
        has_room = needed.width() <= widget.width() + _SLACK
        if not (has_room and needed.height() <= widget.height() + _SLACK):
            found.append(f"{type(widget).__name__} {_words(widget)!r}: {needed} {widget.size()}")
    return found


def _needed(widget: QWidget) -> QSize:
    """Returns the least size in which a control shows its words; none for what has none."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    if isinstance(widget, QLabel) and widget.minimumWidth() == 1:
        # A message that gives way to the window: it is announced, and in the tip.
        return QSize(0, widget.sizeHint().height())
    if isinstance(widget, QComboBox):
        width = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return QSize(width, widget.fontMetrics().height())
    is_sign = isinstance(widget.parent(), QLineEdit) or not _words(widget)
    if isinstance(widget, QToolButton) and is_sign:
        return QSize()
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.sizeHint()
    return QSize()


def _words(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    return widget.accessibleName()


def _lay_out(window: QWidget, size: QSize, qtbot: QtBot) -> None:
    window.resize(size)
    # Layouts answer a change of the text's size one after the other.
    qtbot.waitUntil(lambda: window.size() == size)
    for _ in range(3):
        QApplication.sendPostedEvents()


def test_a_word_that_is_cut_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("A sentence that needs some room", window)
    label.resize(20, 20)
    window.show()
    assert len(_cut(window)) == 1


@pytest.mark.parametrize("pane_id", [pane.id for pane in PANES])
@pytest.mark.parametrize("size", [_SCREEN, _SMALLER], ids=["1366x768", "900x700"])
def test_no_word_of_the_window_is_cut(
    large: Session, pane_id: str, size: QSize, qtbot: QtBot
) -> None:
    large.window.study_view.show_pane(pane_id)
    large.window.study_view.show_find()
    _lay_out(large.window, size, qtbot)
    assert large.window.size() == size
    assert _cut(large.window) == []


@pytest.mark.parametrize("pane_id", ["summary", "design", "eligibility", "outcomes", "related"])
@pytest.mark.parametrize("size", [_SCREEN, _SMALLER], ids=["1366x768", "900x700"])
def test_there_is_room_to_read(large: Session, pane_id: str, size: QSize, qtbot: QtBot) -> None:
    large.window.study_view.show_pane(pane_id)
    _lay_out(large.window, size, qtbot)
    view = large.window.study_view.current_view().view
    assert isinstance(view, SectionView)
    assert view.height() >= _LEAST_TO_READ


def test_every_dialog_fits_the_screen_and_cuts_no_word(large: Session, qtbot: QtBot) -> None:
    wrong = {}
    for dialog in open_dialogs(large, qtbot):
        QApplication.sendPostedEvents()
        found = _cut(dialog)
        if dialog.width() > _SCREEN.width() or dialog.height() > _SCREEN.height():
            found.append(f"{dialog.size()}")
        if found:
            wrong[dialog.windowTitle()] = found
    assert wrong == {}
