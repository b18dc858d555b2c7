"""Writes tables for spreadsheets: as RFC 4180 has it, and with nothing in it that is computed.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and a
formula can reach files and the network. Such a cell gets an apostrophe in front, with which
spreadsheets mark text. ``unguarded`` takes it off again: a cell that begins with an apostrophe of
its own has got one more. Plain negative numbers stay numbers.
"""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from desktop_app.export.visible import visible
from desktop_app.presentation.section import Table
from desktop_app.presentation.study_table import studies_table
from desktop_app.study.study import Study

GUARD = "'"
_UNSEEN = r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufffd]*"
"""What a spreadsheet may pass over before it looks for a formula."""
_COMPUTED = re.compile(rf"{_UNSEEN}[=+\-@＝＋－＠﹦﹢﹣﹫]|{GUARD}")
_NUMBER = re.compile(r"-\d+(?:\.\d+)?\Z", re.ASCII)


def studies_csv(studies: Iterable[Study]) -> bytes:
    """Return a row for each study, below the titles of the columns."""
    return table_csv(studies_table(studies))


def table_csv(table: Table) -> bytes:
    """Return a table in UTF-8, with the mark by which spreadsheets know that it is."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        writer.writerow(map(guarded, row))
    return out.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """Return the text of a cell as no spreadsheet computes it; ``\\n`` separates its lines."""
    text = visible(cell)
    is_safe = _NUMBER.match(text) or not _COMPUTED.match(text)
    return text if is_safe else GUARD + text


def unguarded(cell: str) -> str:
    """Return the text that a cell of such a file stands for."""
    return cell.removeprefix(GUARD)
