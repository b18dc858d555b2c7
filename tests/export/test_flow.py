"""Pages that are filled with pieces: what stays together, what is divided, what is repeated."""

import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.flow.columns import GUTTER, bands, least_widths, widths
from desktop_app.export.flow.dividing import divided
from desktop_app.export.flow.lists import item_pieces
from desktop_app.export.flow.paging import FlowPage, paged
from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.sections import Measure, section_pieces
from desktop_app.export.flow.tables import table_pieces
from desktop_app.export.flow.texts import text_block
from desktop_app.export.typesetting.blocks import Block, Line, Text, stacked
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import Role
from desktop_app.presentation.section import Field, FieldList, Item, Paragraph, Section, Table

PAGE = 100.0


def setting(size: float = 10.0) -> Setting:
    return Setting(LineBreaker(), size, 0.5)


def texts(block: Block) -> list[str]:
    own = [line for mark in block.marks if isinstance(mark, Text) for line in mark.lines]
    return own + [line for _, _, part in block.parts for line in texts(part)]


def lines_of(pages: Sequence[FlowPage]) -> list[list[str]]:
    return [[line for at in page for line in texts(at.piece.block)] for page in pages]


def heights(*sizes: float) -> list[Piece]:
    return [Piece(Block(size)) for size in sizes]


def test_pieces_go_on_the_page_until_one_does_not_fit() -> None:
    pages = list(paged(heights(40, 40, 40, 10), PAGE))
    assert [[at.y for at in page] for page in pages] == [[0, 40], [0, 40]]


def test_a_heading_goes_with_what_follows_it() -> None:
    heading = Piece(Block(10), keeps_next=True)
    pages = list(paged([*heights(85), heading, *heights(20)], PAGE))
    assert [len(page) for page in pages] == [1, 2]


def test_no_room_is_left_above_at_the_top_of_a_page() -> None:
    pages = list(paged([Piece(Block(60), above=9), Piece(Block(60), above=9)], PAGE))
    assert [page[0].y for page in pages] == [0, 0]


def test_a_piece_may_begin_a_page() -> None:
    pages = list(paged([*heights(10), Piece(Block(10), starts_page=True)], PAGE))
    assert len(pages) == 2


def test_text_that_may_be_divided_fills_the_page_and_goes_on() -> None:
    text = setting().paragraph("word " * 60, 120)
    pages = list(paged([*heights(50), Piece(text, divides=True)], PAGE))
    said = " ".join(line for page in lines_of(pages) for line in page)
    assert said.split() == ["word"] * 60
    assert [len(page) > 0 for page in lines_of(pages)] == [True] * len(pages)
    assert lines_of(pages)[0], "the first page is filled up"
    assert all(at.y + at.piece.block.height <= PAGE + 1 for page in pages for at in page)


def test_what_is_no_running_text_is_divided_only_where_no_page_holds_it() -> None:
    text = setting().paragraph("word " * 25, 120)
    assert PAGE / 2 < text.height < PAGE
    assert [len(page) for page in paged([*heights(50), Piece(text)], PAGE)] == [1, 1]
    longer = setting().paragraph("word " * 120, 120)
    said = [line for page in lines_of(list(paged([Piece(longer)], PAGE))) for line in page]
    assert " ".join(said).split() == ["word"] * 120


def test_what_cannot_be_divided_stands_alone_on_its_page() -> None:
    pages = list(paged(heights(10, 300, 10), PAGE))
    assert [len(page) for page in pages] == [1, 1, 1]


def test_both_halves_of_a_text_are_one_element() -> None:
    halves = divided(setting().paragraph("word " * 40, 120), 40)
    assert halves
    first, rest = halves
    assert first.tag
    assert rest.tag
    assert first.tag.role is Role.PARAGRAPH
    assert first.tag.key is not None
    assert first.tag == rest.tag


def test_words_stay_apart_where_a_text_is_divided() -> None:
    halves = divided(setting().paragraph("word " * 40, 120), 40)
    assert halves
    assert "".join(texts(halves[0])[-1:] + texts(halves[1])[:1]).startswith("word word")
    assert texts(halves[0])[-1].endswith("word ")


def test_nothing_is_divided_where_no_line_fits() -> None:
    assert divided(setting().paragraph("word", 120), 3) is None
    assert divided(setting().paragraph("word " * 40, 120), 3) is None
    assert divided(Block(50), 20) is None


def test_no_number_is_left_without_its_text() -> None:
    (piece,) = item_pieces(setting(), (Item("I-1", "two lines of " * 4),), 100.0)
    room = piece.block.height - 5
    assert [len(texts(part)) for _, _, part in piece.block.parts] == [1, 3]
    assert divided(piece.block, room) is None
    pages = list(paged([*heights(PAGE - room), replace(piece, divides=True)], PAGE))
    assert lines_of(pages)[0] == []
    assert lines_of(pages)[1][0] == "I-1"


def test_a_rule_stays_below_what_it_ends() -> None:
    text = setting().paragraph("word " * 40, 120)
    rule = Line(0.0, text.height, 120.0, text.height)
    halves = divided(Block(text.height, (rule,), ((0.0, 0.0, text),)), 40)
    assert halves
    assert [mark for mark in halves[0].marks if isinstance(mark, Line)] == []
    assert halves[1].marks == (replace(rule, y1=halves[1].height, y2=halves[1].height),)


def test_a_line_within_a_paragraph_that_is_divided_is_no_paragraph_of_its_own() -> None:
    block = text_block(setting(), "first\n" + "word " * 40 + "\nlast", 120)
    halves = divided(block, 40)
    assert halves
    for half in halves:
        assert half.tag
        assert half.tag.role is Role.PARAGRAPH
        assert {part.tag for _, _, part in half.parts} == {None}
    assert texts(halves[1])[-1] == "last"


def test_the_rest_is_read_in_the_order_of_the_whole() -> None:
    one = setting()
    parts = stacked((one.paragraph("a " * 40, 50), one.paragraph("b", 50), one.paragraph("c", 50)))
    halves = divided(parts, 40)
    assert halves
    assert [line.split()[0] for line in texts(halves[1])][-3:] == ["a", "b", "c"]
    tops = [y for _, y, _ in halves[1].parts]
    assert tops == sorted(tops)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30), st.integers(20, 90))
def test_no_line_is_lost_however_cells_are_divided(counts: list[int], room: int) -> None:
    one = setting()
    cells = tuple(
        (100.0 * at, 0.0, one.paragraph(f"w{at} " * count, 40)) for at, count in enumerate(counts)
    )
    row = Block(max(cell.height for _, _, cell in cells), (), cells)
    said = [
        word
        for page in paged([Piece(row)], float(room))
        for at in page
        for word in " ".join(texts(at.piece.block)).split()
    ]
    assert sorted(said) == sorted(f"w{at}" for at, count in enumerate(counts) for _ in range(count))


def table(rows: int = 40) -> Table:
    cells = tuple((f"Term {row}", str(row), "x" * 5) for row in range(rows))
    return Table(("Term", "Count", "Mark"), cells)


def test_the_head_of_a_table_is_repeated_on_each_page_but_read_out_once() -> None:
    pages = list(paged(table_pieces(setting(), table(), 300), PAGE))
    assert len(pages) > 3
    assert all(page[:3] == ["Term", "Count", "Mark"] for page in lines_of(pages))
    tags = [page[0].piece.block.tag for page in pages]
    assert [tag.role for tag in tags if tag] == [Role.ROW, *[Role.DECORATION] * (len(pages) - 1)]
    shown = [line for page in lines_of(pages) for line in page if line.startswith("Term ")]
    assert shown == [f"Term {row}" for row in range(40)]


def test_a_head_that_fills_a_page_leaves_the_others_to_the_rows() -> None:
    table = Table(("Event", "group " * 200), (("one", "1"), ("two", "2"), ("three", "3")), "")
    pages = list(paged(table_pieces(setting(), table, 200.0), PAGE))
    bottoms = [at.y + at.piece.block.height for page in pages for at in page]
    assert max(bottoms) <= PAGE
    assert lines_of(pages)[-1][-2:] == ["three", "3"]


def test_a_text_of_more_pages_than_calls_may_be_nested_is_whole() -> None:
    text = " ".join(f"{number:06d}" for number in range(40_000))
    section = Section("", (Paragraph(text),))
    pages = list(paged(section_pieces(setting(), (section,), Measure(200.0, PAGE), 1), PAGE))
    assert len(pages) > sys.getrecursionlimit()
    assert " ".join(line.rstrip() for page in lines_of(pages) for line in page) == text


def test_a_value_of_many_lines_goes_on_over_pages_within_their_height() -> None:
    value = "\n".join(f"line {number}" for number in range(2_000))
    section = Section("", (FieldList((Field("Label", value),)),))
    pages = list(paged(section_pieces(setting(), (section,), Measure(200.0, PAGE), 1), PAGE))
    assert len(pages) > 200
    assert all(at.y + at.piece.block.height <= PAGE + 0.01 for page in pages for at in page)
    shown = [line for page in lines_of(pages) for line in page if line.startswith("line")]
    assert "\n".join(shown) == value


def test_all_rows_are_parts_of_one_table() -> None:
    pieces = list(table_pieces(setting(), table(), 300))
    assert len({piece.path for piece in pieces}) == 1


def test_a_table_too_wide_goes_on_in_bands_that_begin_with_the_first_column() -> None:
    names = tuple(f"Column{number}" for number in range(30))
    wide = Table(names, (tuple(f"value{number}" for number in range(30)),))
    found = list(bands(setting(), least_widths(setting(), wide), 500))
    assert len(found) > 1
    assert all(band[0] == 0 for band in found)
    assert sorted(column for band in found for column in band[1:]) == list(range(1, 30))


@pytest.mark.parametrize("width", [120.0, 300.0, 527.0])
def test_columns_stay_within_the_width(width: float) -> None:
    one = setting()
    odd = Table(("A", "B", "C"), (("short", "a text of many words " * 9, "9"), ("", "", "")))
    sizes = widths(one, odd, least_widths(one, odd), (0, 1, 2), width)
    assert sum(sizes) + 2 * GUTTER * one.size <= width + 0.01
    assert sizes[1] == max(sizes)


def test_numbers_hang_and_what_is_nested_stands_further_right() -> None:
    items = (Item("I-1", "first", (Item("I-1.a", "nested"),)), Item("I-2", "second"))
    pieces = list(item_pieces(setting(), items, 300))
    assert [texts(piece.block) for piece in pieces] == [
        ["I-1", "first"],
        ["I-1.a", "nested"],
        ["I-2", "second"],
    ]
    assert pieces[0].x == pieces[2].x < pieces[1].x
    assert pieces[1].path[:1] == pieces[0].path


def test_what_is_nested_beyond_measure_keeps_a_width_that_can_be_read() -> None:
    item = Item("I-1.1.1", "the innermost of many statements")
    for _ in range(60):
        item = Item("I-1.1", "a statement of several words", (item,))
    pieces = list(item_pieces(setting(), (item,), 300))
    assert max(piece.x for piece in pieces) <= 300 - 70
    words = ["I-1.1", "a", "statement", "of", "several", "words"]
    for piece in pieces[:-1]:
        lines = texts(piece.block)
        assert " ".join(lines).split() == words, "no word is divided"
    assert pieces[-1].block.height < 100


def test_lines_of_a_value_stay_lines() -> None:
    section = Section("T", (FieldList((Field("L", "one\ntwo"),)),))
    pieces = list(section_pieces(setting(), (section,), Measure(300, 700), 1))
    assert texts(pieces[-1].block) == ["L", "one", "two"]


@pytest.mark.parametrize("room", range(20, 130, 7))
def test_no_page_ends_or_begins_with_a_single_line_of_a_text(room: int) -> None:
    text = setting().paragraph("word " * 40, 120)
    halves = divided(text, float(room))
    counts = [len(texts(half)) for half in halves] if halves else []
    assert all(count > 1 for count in counts)
    assert sum(counts) in (0, len(texts(text)))
