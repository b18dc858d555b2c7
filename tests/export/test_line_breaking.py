from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.typesetting.fonts import BOLD, REGULAR, runs, width_of
from desktop_app.export.typesetting.line_breaking import LineBreaker

WIDE = 100_000


def broken(text: str, width: float) -> tuple[str, ...]:
    return LineBreaker().lines(text, REGULAR, width)


@given(st.text(alphabet="abc de-/≥林漢。한 1·\u0627", max_size=80), st.integers(1500, 20_000))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    lines = broken(text, width)
    assert all(width_of(line, REGULAR) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_break_at_spaces() -> None:
    width = width_of("one two", REGULAR)
    assert broken("one two three", width) == ("one two", "three")


def test_a_word_wider_than_the_line_is_divided() -> None:
    lines = broken("x" * 50, width_of("x" * 20, REGULAR))
    assert lines == ("x" * 20, "x" * 20, "x" * 10)


def test_a_hyphen_between_words_may_end_a_line_but_not_one_between_numbers() -> None:
    assert broken("double-blind", width_of("double-", REGULAR)) == ("double-", "blind")
    assert broken("age 10-20", width_of("age 10-", REGULAR)) == ("age", "10-20")


def test_a_sign_stays_with_its_number_and_a_dot_with_what_precedes() -> None:
    assert broken("age ≥ 18", width_of("age ≥", REGULAR)) == ("age", "≥ 18")
    assert broken("aa bb · cc", width_of("aa bb", REGULAR) + 10) == ("aa", "bb ·", "cc")


def test_ideographs_need_no_spaces() -> None:
    assert broken("林佑和定", width_of("林佑", REGULAR)) == ("林佑", "和定")


def test_a_text_without_words_is_one_empty_line() -> None:
    assert broken(" \n", 1000) == ("",)


def test_bold_is_wider() -> None:
    breaker = LineBreaker()
    assert breaker.text_width("Medium", BOLD) > breaker.text_width("Medium", REGULAR)
    assert breaker.lines("Medium", BOLD, WIDE) == ("Medium",)


def test_figures_are_as_wide_as_each_other() -> None:
    assert len({width_of(figure, font) for figure in "0123456789" for font in (REGULAR, BOLD)}) == 1


def test_runs_name_a_font_that_has_the_glyphs() -> None:
    found = [(run.font, run.text) for run in runs("a≥한林ب\U0001f600\U00020bb7", REGULAR)]
    assert found == [
        ("NotoSans-Regular", "a"),
        ("NotoSansMath-Regular", "≥"),
        ("NanumSquareR", "한"),
        ("DroidSansFallbackFull", "林"),
        ("NotoSansArabic-Regular", "ب"),
        ("DejaVuSans", "\U0001f600"),
        ("DejaVuSans", "□"),
    ]


def test_status_shapes_and_signs_of_records_all_have_glyphs() -> None:
    signs = "‖●○■✕✓◆◐≤≥±µ°→∞≠≈⅓½①Ⅳ℃㎡™€αβγδεκλμЖƐǂș⁺₂ﬁ−∙⩾△"
    assert not [sign for sign in signs for run in runs(sign, REGULAR) if run.text != sign]


def test_a_count_stays_with_its_item_in_a_list_of_items() -> None:
    breaker = LineBreaker()
    assert breaker.lines("New Zealand 2 · Puerto Rico 1", REGULAR, 6000) == (
        "New",
        "Zealand 2 ·",
        "Puerto",
        "Rico 1",
    )
    assert breaker.lines("Zealand 2 to 3", REGULAR, 4400) == ("Zealand", "2 to 3")
