import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.csv_file import guarded, studies_csv, table_csv, unguarded
from desktop_app.export.visible import visible
from desktop_app.presentation.section import Table
from desktop_app.presentation.study_table import studies_table
from tests.studies import study_with


def _read(content: bytes) -> list[list[str]]:
    rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [[unguarded(cell) for cell in row] for row in rows]


def test_a_table_is_written_as_spreadsheets_read_it() -> None:
    table = Table(("City", "Note"), (("Zürich", 'a "b", c'), ("東京", "two\nlines")))
    assert table_csv(table) == (
        b"\xef\xbb\xbf"
        + '"City","Note"\r\n"Zürich","a ""b"", c"\r\n"東京","two\nlines"\r\n'.encode()
    )


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\t=1",
        "\r=1",
        "\n\n=1",
        "\u00a0=1",
        "\u200b\ufeff=1",
        "\x00=1",
        "=HYPERLINK(\"http://example.org\",\"x\")",
        "-",
        "- a dash",
        "-1 (2)",
        "'=1",
        "'quoted",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_compute_is_marked_as_text(cell: str) -> None:
    assert guarded(cell) == "'" + visible(cell)
    assert unguarded(guarded(cell)) == visible(cell)


@pytest.mark.parametrize("cell", ["", "1", "-1", "-12.50", "a=1", "≥ 18", "NCT01234567", "−1"])
def test_all_else_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), max_size=5))
def test_reading_back_gives_the_words_of_the_record(rows: list[list[str]]) -> None:
    table = Table(("=A", "B"), tuple(map(tuple, rows)))
    read = _read(table_csv(table))
    assert read == [["=A", "B"], *([visible(cell) for cell in row] for row in rows)]


def test_studies_are_rows_below_the_titles_of_the_columns() -> None:
    studies = [
        study_with(
            identificationModule={"nctId": "NCT00000001", "briefTitle": "=cmd|' /C calc'!A0"}
        ),
        study_with(identificationModule={"nctId": "NCT00000002", "briefTitle": 'A; "B",\r\nC'}),
    ]
    content = studies_csv(studies)
    columns, first, second = _read(content)
    assert columns == list(studies_table([]).columns)
    assert first[1] == "=cmd|' /C calc'!A0"
    assert second[1] == 'A; "B",\nC'
    assert b"\"'=cmd|' /C calc'!A0\"" in content
