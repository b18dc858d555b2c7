from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.clusters import clusters
from desktop_app.export.typesetting.directions import unmarked
from desktop_app.export.typesetting.drawn_text import line_width
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.line_breaking import LineBreaker

WIDE = 100_000


def broken(text: str, width: float) -> tuple[str, ...]:
    return LineBreaker().lines(text, REGULAR, width)


LETTERS = (
    "abc de-/≥林漢。（）、한글 1·\u0627\u0644\u064eאבกเำ่क्षि\u0304\u05b8[\U0001f600\u200d\ue000"
)


@settings(deadline=None)
@given(st.text(alphabet=LETTERS, max_size=80), st.integers(2500, 20_000))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    lines = broken(text, width)
    assert all(line_width(line, REGULAR) <= width for line in lines if not is_one_letter(line))
    shown = "".join("".join(unmarked(line) for line in lines).split())
    assert shown == "".join(printable(text).split())


def is_one_letter(line: str) -> bool:
    """A letter with many marks is not divided, however wide it is."""
    return len(list(clusters(unmarked(line)))) == 1


def test_lines_break_at_spaces() -> None:
    width = line_width("one two", REGULAR)
    assert broken("one two three", width) == ("one two", "three")


def test_a_word_wider_than_the_line_is_divided() -> None:
    lines = broken("x" * 50, line_width("x" * 20, REGULAR))
    assert lines == ("x" * 20, "x" * 20, "x" * 10)


def test_a_hyphen_between_words_may_end_a_line_but_not_one_between_numbers() -> None:
    assert broken("double-blind", line_width("double-", REGULAR)) == ("double-", "blind")
    assert broken("age 10-20", line_width("age 10-", REGULAR)) == ("age", "10-20")


def test_a_sign_stays_with_its_number_and_a_dot_with_what_precedes() -> None:
    assert broken("age ≥ 18", line_width("age ≥", REGULAR)) == ("age", "≥ 18")
    assert broken("aa bb · cc", line_width("aa bb", REGULAR) + 10) == ("aa", "bb ·", "cc")


def test_ideographs_need_no_spaces() -> None:
    assert broken("林佑和定", line_width("林佑", REGULAR)) == ("林佑", "和定")


def test_a_text_without_words_is_one_empty_line() -> None:
    assert broken(" \n", 1000) == ("",)


def test_bold_is_wider() -> None:
    breaker = LineBreaker()
    assert breaker.text_width("Medium", BOLD) > breaker.text_width("Medium", REGULAR)
    assert breaker.lines("Medium", BOLD, WIDE) == ("Medium",)


def test_figures_are_as_wide_as_each_other() -> None:
    assert (
        len({line_width(figure, font) for figure in "0123456789" for font in (REGULAR, BOLD)}) == 1
    )


def test_a_count_stays_with_its_item_in_a_list_of_items() -> None:
    breaker = LineBreaker()
    assert breaker.lines("New Zealand 2 · Puerto Rico 1", REGULAR, 6000) == (
        "New",
        "Zealand 2 ·",
        "Puerto",
        "Rico 1",
    )
    assert breaker.lines("Zealand 2 to 3", REGULAR, 4400) == ("Zealand", "2 to 3")


def test_no_line_begins_with_a_mark_that_closes_or_ends_with_a_bracket_that_opens() -> None:
    text = "研究（第二期）、安全性。「日本語」のカップ"
    for width in range(3000, 9000, 250):
        lines = broken(text, width)
        assert not [line for line in lines[1:] if line[0] in "）、。」ッ"]
        assert not [line for line in lines if line[-1] in "（「"]


def test_korean_breaks_at_spaces_and_thai_before_a_vowel_that_begins_a_syllable() -> None:
    assert broken("줄기세포 치료의", line_width("줄기세포 치", REGULAR)) == ("줄기세포", "치료의")
    thai = "โรคเบาหวานในผู้ป่วย"
    assert broken(thai, line_width("โรคเบาหวานในผู้", REGULAR)) == ("โรคเบาหวาน", "ในผู้ป่วย")


def test_a_letter_is_not_parted_from_its_marks() -> None:
    for text in ("x\u0304" * 30, "ที่" * 30, "क्षि" * 30, "שָׁ" * 30, "👍🏽" * 30):
        lines = [unmarked(line) for line in broken(text, 3000)]
        assert len(lines) > 1
        assert {letter for line in lines for letter in clusters(line)} == set(clusters(text))


def test_what_a_no_break_space_joins_stays_on_a_line() -> None:
    width = line_width("one ●\u00a0two", REGULAR) - 1
    assert broken("one ●\u00a0two", width) == ("one", "●\u00a0two")


def test_a_text_with_such_spaces_between_all_its_words_is_broken_at_them() -> None:
    lines = broken("\u00a0".join(["word"] * 30), line_width("word word word", REGULAR))
    assert lines == ("word word word",) * 10
