"""A window that runs from right to left, as those of Arabic and Hebrew do."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QToolBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.analysis.pictures.shapes import Anchor, Ink, Picture, Text, Type
from desktop_app.application import Session
from desktop_app.presentation.pane import PANES
from desktop_app.ui.drawn_line import draw_line
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.library.row.row_drawing import RowDrawing
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.looks.style_sheet import STYLE_SHEET, mirrored
from desktop_app.ui.pictures.painter import PicturePainter
from desktop_app.ui.pictures.screen_measure import ScreenMeasure
from tests.ui.conftest import part

AddStudies = Callable[..., None]
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


@pytest.fixture
def mirrored_session(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Session]:
    """Returns a window that was made to run from right to left."""
    qapp.setLayoutDirection(_RIGHT_TO_LEFT)
    yield request.getfixturevalue("session")
    qapp.setLayoutDirection(_LEFT_TO_RIGHT)


def _left(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def test_the_list_stands_at_the_right_and_the_study_at_the_left(
    mirrored_session: Session, add_studies: AddStudies
) -> None:
    window = mirrored_session.window
    add_studies("NCT00000101")
    window.show()
    window.show_study("NCT00000101")
    QCoreApplication.sendPostedEvents()
    assert _left(part(window, StudyListView), window) > _left(window.study_view, window)
    menus = part(window, QMenuBar)
    places = [menus.actionGeometry(action).x() for action in menus.actions()]
    assert places == sorted(places, reverse=True)
    buttons = [b for b in part(window, QToolBar).findChildren(QToolButton) if b.text()]
    assert _left(buttons[0], window) > _left(buttons[1], window)


def test_the_open_study_runs_as_its_record_is_written(
    mirrored_session: Session, add_studies: AddStudies
) -> None:
    window = mirrored_session.window
    add_studies("NCT00000101")
    window.show()
    window.show_study("NCT00000101")
    assert window.layoutDirection() is _RIGHT_TO_LEFT
    assert window.study_view.current_view().view.layoutDirection() is _LEFT_TO_RIGHT


@pytest.mark.parametrize("pane", [pane.id for pane in PANES])
def test_every_tab_is_painted(
    mirrored_session: Session, add_studies: AddStudies, qtbot: QtBot, pane: str
) -> None:
    window = mirrored_session.window
    add_studies("NCT00000101")
    window.show()
    window.show_study("NCT00000101")
    window.study_view.show_pane(pane)
    view = window.study_view.current_view()
    qtbot.waitUntil(partial(_has_text, view))
    # Whatever Qt has to complain of fails the test.
    assert not window.grab().isNull()


def _has_text(view: QWidget) -> bool:
    return bool(view.view.toPlainText())  # type: ignore[attr-defined]


@pytest.fixture
def paper(qapp: QApplication) -> QImage:
    """Returns a white picture to draw on."""
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def _inked_columns(image: QImage) -> list[int]:
    white = QColor(Qt.GlobalColor.white).rgb()
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixel(x, y) != white for y in rows)]


def _drawn(image: QImage, direction: Qt.LayoutDirection, text: str, *, at_end: bool) -> list[int]:
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    draw_line(painter, QRectF(image.rect()), text, at_end=at_end)
    assert painter.layoutDirection() is direction
    painter.end()
    return _inked_columns(image)


@pytest.mark.parametrize(
    ("direction", "at_end", "is_left"),
    [
        (_LEFT_TO_RIGHT, False, True),
        (_LEFT_TO_RIGHT, True, False),
        (_RIGHT_TO_LEFT, False, False),
        (_RIGHT_TO_LEFT, True, True),
    ],
)
def test_a_line_begins_where_those_of_the_window_do(
    paper: QImage, direction: Qt.LayoutDirection, at_end: bool, is_left: bool
) -> None:
    inked = _drawn(paper, direction, "Title", at_end=at_end)
    assert (inked[-1] < 100) is is_left
    assert (inked[0] > 200) is not is_left


def test_english_ends_at_its_right_with_its_mark_in_every_window(paper: QImage) -> None:
    other = paper.copy()
    begun = _drawn(paper, _RIGHT_TO_LEFT, "Title .", at_end=True)
    ended = _drawn(other, _LEFT_TO_RIGHT, "Title .", at_end=False)
    assert begun == ended


def test_what_is_left_of_a_line_lies_behind_its_beginning() -> None:
    area = QRectF(0, 0, 300, 40)
    assert RowDrawing(is_mirrored=True).after(area, 50) == QRectF(0, 0, 250, 40)
    assert RowDrawing(is_mirrored=False).after(area, 50) == QRectF(50, 0, 250, 40)


@pytest.mark.parametrize("text", ["Title", "a\nb\u2028c", "<b>x</b>", "\u05d0\u05d1"])
@pytest.mark.parametrize("is_mirrored", [False, True])
@pytest.mark.parametrize("at_end", [False, True])
def test_a_line_of_a_row_stands_where_any_line_would(
    paper: QImage, qapp: QApplication, text: str, is_mirrored: bool, at_end: bool
) -> None:
    other = paper.copy()
    direction = _RIGHT_TO_LEFT if is_mirrored else _LEFT_TO_RIGHT
    plain = text.replace("\n", " ").replace("\u2028", " ")
    expected = _drawn(other, direction, plain, at_end=at_end)
    drawing = RowDrawing(is_mirrored=is_mirrored)
    area = QRectF(paper.rect())
    painter = QPainter(paper)
    drawing.add_line(area, painter.font(), QColor("black"), text, at_end=at_end)
    drawing.paint(painter)
    painter.end()
    drawn = _inked_columns(paper)
    assert abs(drawn[0] - expected[0]) <= 1
    assert abs(drawn[-1] - expected[-1]) <= 1


def test_words_of_a_picture_run_as_their_letters_do(paper: QImage, qapp: QApplication) -> None:
    measure = ScreenMeasure(qapp.font())
    text = Text(0, 20, "19 years.", Type.BODY, Ink.TEXT, Anchor.START)
    painting = PicturePainter({Ink.TEXT: QColor("black")}, measure.fonts)
    other = paper.copy()
    for image, direction in ((paper, _RIGHT_TO_LEFT), (other, _LEFT_TO_RIGHT)):
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        painting.paint(painter, Picture(300, 40, (text,)))
        painter.end()
    assert paper == other
    assert _inked_columns(paper)


def test_a_row_of_widgets_begins_at_the_right(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayoutDirection(_RIGHT_TO_LEFT)
    row = FlowLayout(box)
    labels = [QLabel("one"), QLabel("two")]
    for label in labels:
        row.addWidget(label)
    box.resize(400, 40)
    box.show()
    assert labels[0].geometry().right() == 399
    assert labels[1].geometry().right() < labels[0].geometry().left()


def test_paddings_of_the_style_sheet_are_turned_round() -> None:
    assert (
        mirrored("padding: 1px 2px 3px 4px; margin: 0;") == "padding: 1px 4px 3px 2px; margin: 0;"
    )
    assert mirrored("padding: 4px 8px; border-radius: 6px;").startswith("padding: 4px 8px;")
    assert mirrored(mirrored(STYLE_SHEET)) == STYLE_SHEET != mirrored(STYLE_SHEET)
