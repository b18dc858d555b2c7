from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.analysis.pictures.shapes import Box, Ink, Picture, Spot, Text, TextMeasure
from desktop_app.presentation.section import Field, FieldList, Figure, Link, Paragraph, Section
from desktop_app.ui.panes.figures import OBJECT_CHARACTER
from desktop_app.ui.panes.link_steps import links_of, selected_link
from desktop_app.ui.panes.reading_aids import ReadingAids
from desktop_app.ui.panes.section_hits import SectionHits
from desktop_app.ui.panes.section_view import SectionView
from tests.ui.panes.drawn import lines_of, shown

WIDTHS: list[float] = []


def drawn(width: float, measure: TextMeasure) -> Picture:
    WIDTHS.append(width)
    shapes = (Box(0, 0, width, 80, None, Ink.ACCENT), Text(4, 20, "High dose"))
    return Picture(width, 80, shapes, (Spot(0, 0, width, 80, "<b>High</b> dose"),))


FIGURE = Figure("schematic", "Schematic", ("High dose group: 9 cells.",), drawn)
LINKS = Section(
    "References",
    (Link("A paper", "https://example.org/one"), Link("", "NCT01234567", note="in your library")),
)


def _view(qtbot: QtBot) -> SectionView:
    return shown(qtbot, Section("Design", (Paragraph("Before."), FIGURE, Paragraph("After."))))


def test_a_picture_stands_among_the_text_and_is_painted(qtbot: QtBot) -> None:
    view = _view(qtbot)
    assert view.document().toRawText().count(OBJECT_CHARACTER) == 1
    image = view.grab().toImage()
    accent = view.palette().accent().color().rgb()
    row = [image.pixel(x, y) for y in range(0, image.height(), 3) for x in (60, 200, 400)]
    assert accent in row


def test_a_picture_is_as_wide_as_its_column_and_follows_the_view(qtbot: QtBot) -> None:
    view = _view(qtbot)
    wide = WIDTHS[-1]
    assert wide == view.page_end - view.page_start
    view.resize(500, 600)
    assert WIDTHS[-1] < 500 < wide


def test_pointing_at_a_picture_tells_what_is_there_as_plain_text(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.grab()
    place = view.document().toRawText().index(OBJECT_CHARACTER)
    cursor = view.textCursor()
    cursor.setPosition(place)
    point = view.cursorRect(cursor).center() + QPoint(30, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    assert "&lt;b&gt;High&lt;/b&gt; dose" in QToolTip.text()


def test_pictures_can_be_read_in_words(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.use_aids(ReadingAids(has_figures_in_words=True))
    view.complete()
    assert OBJECT_CHARACTER not in view.document().toRawText()
    assert "High dose group: 9 cells." in lines_of(view)


def test_the_pictures_of_a_view_are_known_without_drawing(qtbot: QtBot) -> None:
    view = SectionView()
    qtbot.addWidget(view)
    view.show_sections((Section("Design", (Section("Part", (FIGURE,)),)),))
    assert view.figures() == (FIGURE,)


def test_links_show_their_addresses_and_are_visited_by_tab(qtbot: QtBot) -> None:
    view = shown(qtbot, LINKS)
    assert "https://example.org/one" in lines_of(view)
    assert [place.address for place in links_of(view.document())] == [
        "https://example.org/one",
        "NCT01234567",
    ]
    cursor = view.textCursor()
    cursor.setPosition(0)
    view.setTextCursor(cursor)
    assert view.focusNextPrevChild(True)
    assert selected_link(view) == "https://example.org/one"
    assert view.focusNextPrevChild(True)
    with qtbot.waitSignal(view.link_wanted) as asked:
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, enter)
    assert asked.args == ["NCT01234567"]


def test_a_click_on_a_link_asks_for_it(qtbot: QtBot) -> None:
    view = shown(qtbot, LINKS)
    cursor = view.textCursor()
    cursor.setPosition(links_of(view.document())[0].start + 3)
    point = view.cursorRect(cursor).center()
    with qtbot.waitSignal(view.link_wanted) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked.args == ["https://example.org/one"]


def test_a_known_label_tells_what_it_means_and_sections_say_what_they_are(qtbot: QtBot) -> None:
    aids = ReadingAids(
        explain=lambda label: (
            "How people come into <i>groups</i>." if label == "Allocation" else ""
        ),
        about=lambda title: "How the study is built." if title == "Design" else "",
    )
    view = SectionView()
    qtbot.addWidget(view)
    view.use_aids(aids)
    view.resize(900, 600)
    view.show()
    fields = FieldList((Field("Allocation", "Randomized"),))
    view.show_sections((Section("Facts", (fields,)), Section("Design", (fields,))))
    view.complete()
    assert lines_of(view).count("How the study is built.") == 1
    block = view.document().find("Allocation").block()
    tip = block.begin().fragment().charFormat().toolTip()
    assert tip == "<span>How people come into &lt;i&gt;groups&lt;/i&gt;.</span>"


def test_points_beside_pictures_say_nothing(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.grab()
    drawing = view._drawing
    assert drawing is not None
    assert drawing.figures.spot_at(QPointF(-50, -50)) is None


def test_a_picture_is_copied_in_words(qtbot: QtBot) -> None:
    section = Section("Design", (Paragraph("Before it."), FIGURE, Paragraph("Behind it.")))
    view = shown(qtbot, section)
    assert lines_of(view) == [
        *("Design", "Before it."),
        *("Picture: Schematic", "High dose group: 9 cells.", "Behind it."),
    ]


def test_what_a_record_writes_in_characters_of_documents_is_no_picture(qtbot: QtBot) -> None:
    odd = "A\ufffcB \ufdd0C\ufdd1 \u2028D\u2029 😀 needle \ufffc"
    view = shown(qtbot, Section("Design", (Paragraph(odd), FIGURE, Paragraph(odd))))
    assert view.document().toRawText().count("\ufffc") == 1
    finder = SectionHits(view)
    finder.look_for("needle")
    marked = view.extraSelections()
    assert [one.cursor.selectedText() for one in marked] == ["needle", "needle"]
    assert lines_of(view).count("Picture: Schematic") == 1
