import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette, QTextFrameFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.presentation.pane import PANES
from desktop_app.presentation.section import (
    FactGrid,
    Field,
    FieldList,
    Item,
    ItemList,
    Paragraph,
    Prose,
    Section,
    SideBySide,
    Table,
)
from desktop_app.study.markup import MarkupText
from desktop_app.study.study import Study
from desktop_app.ui.panes.section_texts import as_titled, section_texts
from desktop_app.ui.panes.section_view import SectionView
from desktop_app.ui.panes.visible_text import visible_text
from tests.ui.panes.drawn import floats_of, lines_of, shown
from tests.ui.panes.real_studies import LARGEST, UNUSUAL, real_study, some_real_studies

LEFT, RIGHT = QTextFrameFormat.Position.FloatLeft, QTextFrameFormat.Position.FloatRight
FACTS = FactGrid((Field("Sex", "Female"), Field("Phase", "Not stated", is_absent=True)))
ASIDE = Section("Who", (FieldList((Field("Sponsor", "Acme", note="Industry"),)),), is_aside=True)
RUNNING = Section("Brief Summary", (Paragraph("Words about the study."),))
BOTH = Section(
    "",
    (
        SideBySide(
            Section("Inclusion", (ItemList((Item("I-1", "Adult", (Item("I-1.a", "Able"),)),)),)),
            Section("Exclusion", (ItemList((Item("E-1", "Pregnant"),)),)),
        ),
    ),
)


def words(text: str) -> Counter[str]:
    return Counter(visible_text(text).split())


def missing_words(view: SectionView, sections: tuple[Section, ...]) -> Counter[str]:
    expected: Counter[str] = Counter()
    for text in section_texts(as_titled(sections)):
        expected += words(text)
    return expected - words(re.sub("[\ufdd0\ufdd1]", " ", view.document().toRawText()))


@pytest.mark.parametrize("width", [1100, 480])
def test_no_word_of_a_real_record_is_lost(qtbot: QtBot, width: int) -> None:
    for study in some_real_studies(step=60):
        for pane in PANES:
            sections = pane.sections(study)
            assert not missing_words(shown(qtbot, *sections, width=width), sections)


@pytest.mark.parametrize("nct_id", [*LARGEST, *UNUSUAL])
def test_no_word_of_a_large_record_is_lost(qtbot: QtBot, nct_id: str) -> None:
    study = real_study(nct_id)
    for pane in PANES:
        sections = pane.sections(study)
        assert not missing_words(shown(qtbot, *sections), sections)


def test_an_empty_record_can_be_shown(qtbot: QtBot) -> None:
    for pane in PANES:
        assert lines_of(shown(qtbot, *pane.sections(Study())))


def test_text_is_copied_in_lines_with_tabs_between_cells(qtbot: QtBot) -> None:
    table = Table(("Country", "Sites"), (("Spain", "46"), ("Italy", "13")))
    view = shown(qtbot, Section("Countries", (table,), note="2 countries"), RUNNING)
    assert lines_of(view) == [
        "Countries  2 countries",
        "Country\tSites",
        "Spain\t46",
        "Italy\t13",
        "Brief Summary",
        "Words about the study.",
    ]


def test_copied_text_is_plain_text_alone(qtbot: QtBot) -> None:
    view = shown(qtbot, RUNNING)
    view.selectAll()
    assert view.createMimeDataFromSelection().formats() == ["text/plain"]


def test_part_of_a_text_is_copied_to_the_letter(qtbot: QtBot) -> None:
    view = shown(qtbot, Section("", (Paragraph("😀 one two three"),)))
    cursor = view.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(10, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.createMimeDataFromSelection().text() == "one two"


def test_numbers_and_the_authors_marks_stand_before_their_text(qtbot: QtBot) -> None:
    prose = Prose(MarkupText("Either:\n\n* one\n  1. nested\n* two").blocks)
    view = shown(qtbot, Section("", (prose,)), BOTH, width=400)
    assert lines_of(view) == [
        "Either:",
        "*\tone",
        "1.\tnested",
        "*\ttwo",
        "Inclusion",
        "I-1\tAdult",
        "I-1.a\tAble",
        "Exclusion",
        "E-1\tPregnant",
    ]


def test_fields_with_several_lines_keep_the_note_on_the_first(qtbot: QtBot) -> None:
    fields = FieldList((Field("Site", "Clinic\nDr A", note="open"), Field("", "Second clinic")))
    assert lines_of(shown(qtbot, Section("", (fields,)))) == [
        "Site\tClinic  open",
        "Dr A",
        "\tSecond clinic",
    ]


def test_key_facts_that_come_first_need_no_heading(qtbot: QtBot) -> None:
    view = shown(qtbot, Section("Key facts", (FACTS,)), Section("More facts", (FACTS,)))
    assert lines_of(view).count("Key facts") == 0
    assert lines_of(view).count("More facts") == 1


def test_aside_stands_beside_the_text_where_there_is_room(qtbot: QtBot) -> None:
    view = shown(qtbot, RUNNING, ASIDE, width=1100)
    assert floats_of(view) == [RIGHT]
    assert lines_of(view) == lines_of(shown(qtbot, ASIDE, RUNNING, width=1100))


def test_aside_follows_the_text_in_a_narrow_view(qtbot: QtBot) -> None:
    view = shown(qtbot, ASIDE, RUNNING, width=480)
    assert floats_of(view) == []
    assert lines_of(view)[0] == "Brief Summary"


@pytest.mark.parametrize(("width", "floats"), [(1100, [LEFT]), (480, [])])
def test_two_sides_stand_beside_each_other_where_there_is_room(
    qtbot: QtBot, width: int, floats: list[QTextFrameFormat.Position]
) -> None:
    assert floats_of(shown(qtbot, BOTH, width=width)) == floats


def test_text_is_drawn_anew_only_when_its_page_changes(qtbot: QtBot) -> None:
    view = shown(qtbot, RUNNING, width=700)
    drawings: list[int] = []
    view.drawn.connect(lambda: drawings.append(view.width()))
    page = view.page_end
    for width in range(700, 800):
        view.resize(width, 600)
    assert 2 <= len(drawings) <= 4
    assert view.page_end > page
    view.resize(2000, 600)
    view.resize(2400, 600)
    assert drawings.count(2400) == 0


def test_reader_stays_at_the_paragraph_when_the_page_changes(qtbot: QtBot) -> None:
    many = Section("", tuple(Paragraph(f"Paragraph {n}. " + "Words. " * 60) for n in range(120)))
    view = shown(qtbot, many, ASIDE, width=1100)
    view.verticalScrollBar().setValue(2000)
    top = view.document().findBlock(view.top_position()).text()
    view.resize(500, 600)
    assert view.document().findBlock(view.top_position()).text() == top


def test_hidden_view_draws_when_it_is_shown(qtbot: QtBot) -> None:
    view = SectionView()
    qtbot.addWidget(view)
    view.show_sections((RUNNING,))
    assert view.toPlainText() == ""
    view.show()
    assert "Words about the study." in view.toPlainText()


def test_colours_follow_the_palette(qtbot: QtBot) -> None:
    view = shown(qtbot, RUNNING)
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#efefef"))
    view.setPalette(palette)
    block = view.document().firstBlock()
    assert block.begin().fragment().charFormat().foreground().color().name() == "#efefef"


def test_sizes_follow_the_font(qtbot: QtBot) -> None:
    view = shown(qtbot, RUNNING)
    small = view.document().size().height()
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert view.document().size().height() > 1.6 * small


def test_long_pane_is_finished_in_idle_moments(qtbot: QtBot) -> None:
    fields = tuple(Field(f"City {n}", f"Clinic {n}\nDr {n}") for n in range(9000))
    view = SectionView()
    qtbot.addWidget(view)
    view.show()
    view.show_sections((Section("Sites", (FieldList(fields),)),))
    assert "Clinic 8999" not in view.toPlainText()
    qtbot.waitUntil(lambda: "Clinic 8999" in view.toPlainText(), timeout=20_000)


def test_markup_in_a_record_is_text(qtbot: QtBot, tmp_path: object) -> None:
    image = f"{tmp_path}/red.png"
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    red.save(image)
    hostile = f'<img src="{image}"><b>bold</b> <a href="file:///etc/passwd">x</a>'
    view = shown(qtbot, Section(hostile, (Paragraph(hostile), FactGrid((Field("a", hostile),)))))
    assert lines_of(view).count(hostile) == 3
    drawn = view.grab().toImage()
    pixels = (drawn.pixelColor(x, y) for x in range(0, 600, 5) for y in range(0, 300, 5))
    assert QColor("red") not in pixels


def test_view_loads_nothing(qtbot: QtBot) -> None:
    image = shown(qtbot, RUNNING).loadResource(2, "file:///etc/hostname")
    assert isinstance(image, QImage)
    assert (image.width(), image.height(), image.isNull()) == (1, 1, False)


def test_invisible_characters_are_seen(qtbot: QtBot) -> None:
    view = shown(qtbot, Section("", (Paragraph("a\x00b \u202egpj.exe"),)))
    assert lines_of(view) == ["a\ufffdb ⟦RLO⟧gpj.exe"]


def test_paragraph_of_four_million_letters_is_shown_and_copied_as_one(qtbot: QtBot) -> None:
    text = "word " * 800_000
    view = shown(qtbot, Section("Long", (Paragraph(text),)))
    view.grab()
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == f"Long\n{text}"


def test_word_without_end_is_shown(qtbot: QtBot) -> None:
    view = shown(qtbot, Section("x" * 600, (Paragraph("y" * 100_000),)))
    view.grab()
    assert lines_of(view) == ["x" * 600, "y" * 100_000]


def test_cell_that_is_too_long_says_how_much_is_left(qtbot: QtBot) -> None:
    view = shown(qtbot, Section("", (Table(("A", "B"), (("z" * 5000, "short"),)),)))
    assert "(3000 more characters in the full record)" in lines_of(view)[1]


def test_long_asides_do_not_hold_up_the_text(qtbot: QtBot) -> None:
    aside = Section("Who", (Paragraph("long " * 10_000),), is_aside=True)
    assert floats_of(shown(qtbot, RUNNING, aside, width=1100)) == []


def test_keys_scroll_and_tab_leaves(qtbot: QtBot) -> None:
    view = shown(qtbot, Section("", tuple(Paragraph(f"Line {n}") for n in range(200))))
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    after_page = view.verticalScrollBar().value()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert 0 < after_page < view.verticalScrollBar().value()
    assert view.tabChangesFocus()
    assert view.isReadOnly()


def test_labels_of_a_page_stand_in_one_gutter_as_wide_as_they_need(qtbot: QtBot) -> None:
    short, long = Field("City", "One"), Field("Macquarie Park, New South Wales", "Two")
    first, second = FieldList((short,)), FieldList((long,))
    view = shown(qtbot, Section("First", (first,)), Section("Second", (second,)), width=1000)
    starts = []
    for value in ("One", "Two"):
        cursor = view.document().find(value)
        cursor.setPosition(cursor.selectionStart())
        starts.append((cursor.block().text().startswith(("City", "Macquarie")), cursor))
    assert [is_beside for is_beside, _ in starts] == [True, True]
    lefts = [view.cursorRect(cursor).left() for _, cursor in starts]
    assert abs(lefts[0] - lefts[1]) <= 1


def test_a_view_that_holds_all_of_its_text_has_nothing_to_scroll(qtbot: QtBot) -> None:
    both = SideBySide(Section("Left", (Paragraph("A"),)), Section("Right", (Paragraph("B"),)))
    view = shown(qtbot, Section("", (both,)), width=1100)
    assert view.horizontalScrollBar().maximum() == 0
    assert not view.verticalScrollBar().isEnabled()
