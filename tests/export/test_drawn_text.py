from desktop_app.export.typesetting.drawn_text import line_width
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from tests.export.drawn_lines import page_of, text_of
from tests.export.pdf_reading import actual_texts


def test_a_line_is_drawn_in_as_many_fonts_as_it_takes() -> None:
    assert text_of(page_of(["β ≥ 5 µg 研究 연구", "plain"])) == "β ≥ 5 µg 研究 연구\r\nplain"


def test_a_box_says_the_character_for_which_it_stands() -> None:
    assert actual_texts(page_of(["a\ue000b"])) == ("\ue000",)


def test_a_line_is_as_wide_as_its_font() -> None:
    assert line_width("Medium", BOLD) > line_width("Medium", REGULAR) > 0
