from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.changes.words import Mark, Piece, marked_words, tidy

KEPT, REMOVED, ADDED = Mark.KEPT, Mark.REMOVED, Mark.ADDED
TEXTS = st.text(st.sampled_from("ab1. ,\n≥"), max_size=40)


def without_blanks(text: str) -> str:
    return "".join(text.split())


@given(TEXTS, TEXTS)
def test_pieces_together_are_both_texts(old: str, new: str) -> None:
    pieces = marked_words(old, new)
    before = "".join(piece.text for piece in pieces if piece.mark is not ADDED)
    after = "".join(piece.text for piece in pieces if piece.mark is not REMOVED)
    assert without_blanks(before) == without_blanks(old)
    assert after == tidy(new)


def test_a_number_is_marked_as_a_whole() -> None:
    assert marked_words("HbA1c of 7.5 to 9.0 %", "HbA1c of 7.5 to 9.5 %") == (
        Piece(KEPT, "HbA1c of 7.5 to"),
        Piece(REMOVED, " 9.0"),
        Piece(ADDED, " 9.5"),
        Piece(KEPT, " %"),
    )


def test_texts_without_much_in_common_are_shown_one_after_the_other() -> None:
    old, new = "Change in pain at rest", "Overall survival, as reported at the visit"
    assert marked_words(old, new) == (Piece(REMOVED, old), Piece(ADDED, new))


def test_white_space_is_no_change() -> None:
    assert marked_words("one  two\n\nthree ", "one two\nthree") == (Piece(KEPT, "one two\nthree"),)


def test_huge_texts_are_compared_in_bounded_time() -> None:
    old = " ".join(f"word{number % 97}" for number in range(40_000))
    new = " ".join(f"word{number % 89}" for number in range(40_000))
    lines = "\n".join(f"line {number % 7}" for number in range(3_000))
    assert {piece.mark for piece in marked_words(old, new)} >= {REMOVED, ADDED}
    assert marked_words(lines, lines.replace("line 3", "row 3"))
