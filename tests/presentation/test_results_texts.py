"""Percentages and texts of results."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.presentation.results.texts import lines_of, one_line, percentage
from desktop_app.study.markup import MarkupText


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (12, 340, "3.5"),
        (2, 32, "6.3"),
        (0, 340, "0"),
        (340, 340, "100"),
        (1, 10_000, "<0.1"),
        (9_999, 10_000, ">99.9"),
        (1, 2000, "0.1"),
        (1999, 2000, ">99.9"),
    ],
)
def test_percentages_have_one_decimal_and_do_not_round_to_none_or_all(
    part: int, whole: int, words: str
) -> None:
    assert percentage(part, whole) == f"{words}\u202f%"


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (1, 0), (2, 1), (-1, 10), (1, -5)])
def test_there_is_no_percentage_of_nothing_nor_one_over_a_hundred(part: int, whole: int) -> None:
    assert percentage(part, whole) == ""


@given(st.integers(1, 10**40), st.integers(0, 10**40))
def test_any_share_is_within_a_hundred(part: int, rest: int) -> None:
    number = percentage(part, part + rest).removesuffix("\u202f%").lstrip("<>")
    assert 0 < float(number) <= 100


def test_texts_lose_line_ends_in_cells_and_empty_lines_in_fields() -> None:
    assert one_line(" a\n\nb ") == "a b"
    assert one_line(None) == ""
    assert lines_of(MarkupText("One \\<2\n\n two")) == "One <2\ntwo"
    assert lines_of(None) == ""
