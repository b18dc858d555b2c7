import pytest

from desktop_app.presentation.section import Table
from desktop_app.ui.models.table_order import (
    RowFilter,
    groups_of,
    is_numeric,
    natural_key,
    number_in,
    sorted_rows,
)

EVENTS = Table(
    ("Organ System", "Term", "Arm A"),
    (
        ("Cardiac disorders", "Angina", "12/340 (3.5 %)"),
        ("Cardiac disorders", "Éclampsie", "2/10 (20.0 %)"),
        ("Eye disorders", "angioma 10", "0/340 (0 %)"),
        ("Eye disorders", "Angioma 9", ""),
        ("Eye disorders", "Blindness", "Not stated"),
    ),
)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("17/340 (5 %)", 5),
        ("1/2000 (<0.1\u202f%)", 0.05),
        ("0/0 (7 %)", 7),
        ("57 (83.8 %)", 83.8),
        ("17/340", 17),
        ("1,234", 1234),
        ("10\u202f000", 10_000),
        ("-0.8 (8.5)", -0.8),
        ("\u22121.5", -1.5),
        ("<0.001", 0.001),
        ("\u2265 65", 65),
        (".5", 0.5),
        ("120 % of the dose", 120),
        ("9" * 5000, float("9" * 120)),
        ("Not stated", None),
        ("NA", None),
        ("", None),
        ("12mg tablet", None),
    ],
)
def test_a_cell_is_about_its_percentage_or_the_number_it_begins_with(
    cell: str, number: float | None
) -> None:
    assert number_in(cell) == number


def test_numbers_in_texts_count_as_numbers_whatever_their_length() -> None:
    texts = ["Week 10", "week 9", "Week 09b", "Éa", "eb", "9" * 5000]
    assert sorted(texts, key=natural_key) == [
        "9" * 5000,
        "Éa",
        "eb",
        "week 9",
        "Week 09b",
        "Week 10",
    ]


def test_a_column_is_numeric_if_most_of_what_it_states_are_numbers() -> None:
    assert [is_numeric(EVENTS, column) for column in range(3)] == [False, False, True]
    assert not is_numeric(Table(("Empty",), (("",), (" ",))), 0)


def test_what_says_nothing_stands_last_either_way() -> None:
    rows = range(5)
    assert sorted_rows(rows, EVENTS, 2, is_descending=True) == [1, 0, 2, 4, 3]
    assert sorted_rows(rows, EVENTS, 2, is_descending=False) == [2, 0, 1, 4, 3]


def test_texts_are_sorted_as_a_reader_expects() -> None:
    assert sorted_rows(range(5), EVENTS, 1, is_descending=False) == [0, 3, 2, 4, 1]


def test_equal_rows_keep_their_order_either_way() -> None:
    assert sorted_rows(range(5), EVENTS, 0, is_descending=True) == [2, 3, 4, 0, 1]


def test_groups_are_counted_values_of_the_first_column() -> None:
    assert groups_of(EVENTS) == (("Cardiac disorders", 2), ("Eye disorders", 3))


@pytest.mark.parametrize(
    "cells",
    [("one",) * 5, ("a", "b", "c", "d"), ("1", "1", "2", "2"), ()],
)
def test_one_value_many_values_and_numbers_are_no_groups(cells: tuple[str, ...]) -> None:
    assert groups_of(Table(("First",), tuple((cell,) for cell in cells))) == ()


@pytest.mark.parametrize(
    ("words", "group", "rows"),
    [
        ("", None, [0, 1, 2, 3, 4]),
        ("ANGI", None, [0, 2, 3]),
        ("eclampsie", None, [1]),
        ("angi eye", None, [2, 3]),
        ("angi", "Eye disorders", [2, 3]),
        ("", "Cardiac disorders", [0, 1]),
        ("nowhere", None, []),
    ],
)
def test_rows_with_all_the_words_are_left(words: str, group: str | None, rows: list[int]) -> None:
    assert RowFilter(EVENTS).rows(words, group) == rows


def test_a_table_without_columns_has_no_groups_and_no_rows() -> None:
    empty = Table((), ())
    assert groups_of(empty) == ()
    assert RowFilter(empty).rows("anything", None) == []
