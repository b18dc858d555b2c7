"""Tables of a section with the same columns."""

import pytest

from desktop_app.presentation.section import Section, Table
from desktop_app.ui.panes.table_writer import is_numeric
from desktop_app.ui.panes.tables_in_line import sampled_tables


def table(first: str, *rows: tuple[str, ...]) -> Table:
    return Table((first, "Drug", "Placebo"), rows, name=first)


def test_tables_of_one_section_that_differ_in_their_first_title_are_measured_together() -> None:
    reached = table("Milestone", ("STARTED", "25", "26"))
    left = table("Not Completed: reason", ("Death", "0", "1"))
    other = Table(("Unit", "Total"), (("years", "9"),), name="other")
    section = Section("Flow", (Section("Overall", (reached, left)), other))
    sampled = sampled_tables(section)
    assert set(sampled) == {("Drug", "Placebo"), ("Total",)}
    together = sampled["Drug", "Placebo"]
    assert together.columns[0] == "Not Completed: reason"
    assert together.rows == (*reached.rows, *left.rows)


def test_a_few_rows_of_many_tables_are_measured() -> None:
    many = tuple(table(str(n), *[(str(n), "1", "2")] * 40) for n in range(100))
    (sampled,) = sampled_tables(Section("Baseline", many)).values()
    assert len(sampled.rows) <= 60


@pytest.mark.parametrize(
    "cells",
    [
        ("2884", "5\u202f761", ""),
        ("52 (25 to 90)", "–"),
        ("2867 (99.4\u202f%)", "3/2841 (<0.1\u202f%)", "NA (NA) [1]"),
        ("-0.5 [-1.2, 0.3]",),
    ],
)
def test_columns_of_figures_stand_at_the_right(cells: tuple[str, ...]) -> None:
    assert is_numeric(cells)


@pytest.mark.parametrize("cells", [("2025-12-04", "–"), ("12 Months",), ("–", "NA"), ("", "")])
def test_columns_of_dates_and_words_do_not(cells: tuple[str, ...]) -> None:
    assert not is_numeric(cells)
