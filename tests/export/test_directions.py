from bidi import get_display  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.directions import (
    directed,
    is_right_to_left,
    stretches,
    unmarked,
    visual_order,
)
from desktop_app.export.typesetting.embedding_levels import levels

LETTERS = "abאבجد123٤٥ .,:+-$%()[]«»<>≤/!\u0301\u05b8\u064e⁅⁆〈〉"


def turned(text: str, base: int) -> str:
    return "".join(visual_order(list(zip(levels(text, base), text, strict=True))))


@settings(max_examples=500)
@given(st.text(alphabet=LETTERS, max_size=30), st.booleans())
def test_the_order_is_the_one_of_the_unicode_algorithm(text: str, is_leftward: bool) -> None:
    text = text.strip()
    assert turned(text, int(is_leftward)) == get_display(text, base_dir="LR"[is_leftward])


def test_the_first_letter_gives_a_paragraph_its_direction() -> None:
    assert is_right_to_left("(2) שלום world")
    assert not is_right_to_left("Study of שלום")
    assert not is_right_to_left("1 + 2 ≥ 3")


def test_controls_of_a_record_turn_nothing() -> None:
    text = printable("abc \u202edef\u202c שלום")
    assert text == "abc [RLO]def[PDF] שלום"
    assert stretches(text)[0] == (0, "abc [RLO]def[PDF] ")


def test_lines_keep_the_order_of_their_paragraph() -> None:
    lines = ("שלום abc,", "def 12", "עולם (x)")
    marked = directed(lines)
    assert tuple(map(unmarked, marked)) == lines
    # The first letter of the second line is Latin, but the paragraph is Hebrew: its own
    # level is 1, and what runs to the right within it has level 2.
    assert stretches(marked[1]) == [(2, "def 12")]
    assert stretches(lines[1]) == [(0, "def 12")]


@given(st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=9), min_size=1, max_size=4))
def test_marks_of_lines_hold_the_levels_of_the_paragraph(lines: list[str]) -> None:
    text = " ".join(lines)
    found = [
        level
        for line in directed(lines)
        for level, stretch in (*stretches(line), (-1, " "))
        for _ in stretch
    ][:-1]
    expected = levels(text, int(is_right_to_left(text)))
    places = [place for place, level in enumerate(found) if level >= 0]
    assert [found[place] for place in places] == [expected[place] for place in places]
