from desktop_app.export.typesetting.code_boxes import CODE_BOXES
from desktop_app.export.typesetting.drawn_text import line_width
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.pieces import pieces
from tests.export.drawn_lines import page_of, text_of


def test_a_line_is_drawn_in_as_many_fonts_as_it_takes() -> None:
    assert text_of(page_of(["β ≥ 5 µg 研究 연구", "plain"])) == "β ≥ 5 µg 研究 연구\r\nplain"


def test_a_box_says_the_character_for_which_it_stands() -> None:
    assert text_of(page_of(["a\uf0b7b \U0001f9ec ক"])) == "a\uf0b7b \U0001f9ec ক"


def test_a_line_is_as_wide_as_its_font() -> None:
    assert line_width("Medium", BOLD) > line_width("Medium", REGULAR) > 0


def test_pieces_name_a_font_that_has_the_glyphs() -> None:
    found = [(piece.font, piece.text) for piece in pieces("a≥한林ب\U0001f600\U00020bb7", REGULAR)]
    assert found == [
        ("NotoSans-Regular", "a"),
        ("NotoSansMath-Regular", "≥"),
        ("NanumSquareR", "한"),
        ("DroidSansFallbackFull", "林"),
        ("NotoSansArabic-Regular", "ب"),
        ("DejaVuSans", "\U0001f600"),
        (CODE_BOXES, "\U00020bb7"),
    ]


def test_status_shapes_and_signs_of_records_all_have_glyphs() -> None:
    signs = "‖●○■✕✓◆◐≤≥±µ°→∞≠≈⅓½①Ⅳ℃㎡™€αβγδεκλμЖƐǂș⁺₂ﬁ−∙⩾△"
    fonts = {piece.font for sign in signs for piece in pieces(sign, REGULAR)}
    assert CODE_BOXES not in fonts
