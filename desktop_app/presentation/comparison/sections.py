"""A comparison as sections, for whatever draws tables."""

from collections.abc import Sequence
from datetime import date

from desktop_app.presentation.comparison.content import ComparedStudy, ComparisonRow
from desktop_app.presentation.comparison.rows import comparison
from desktop_app.presentation.section import Paragraph, Section, Table
from desktop_app.study.study import Study

_QUESTION, _SAME, _TITLE = "Question", "All alike", "Title"
SOURCE = "From public registry records. Not the approved protocols, not medical advice."


def comparison_sections(studies: Sequence[Study], today: date) -> tuple[Section, ...]:
    """Return the comparison as one table, whole; raises ValueError as ``comparison`` does.

    The last column says in a word whether all studies answer alike.
    """
    made = comparison(studies, today)
    columns = (_QUESTION, *(one.nct_id for one in made.studies), _SAME)
    rows = (_titles(made.studies), *map(_row, made.rows))
    title = f"Comparison of {len(made.studies)} studies"
    return (Section(title, (Table(columns, rows, title), Paragraph(SOURCE, is_quiet=True))),)


def _titles(studies: Sequence[ComparedStudy]) -> tuple[str, ...]:
    return (_TITLE, *(_name(one) for one in studies), "")


def _name(study: ComparedStudy) -> str:
    return f"{study.title} ({study.acronym})" if study.acronym else study.title


def _row(row: ComparisonRow) -> tuple[str, ...]:
    cells = ("\n".join(cell.lines) for cell in row.cells)
    return (row.label, *cells, "yes" if row.is_same else "no")
