"""A comparison as sections, for whatever draws tables."""

from collections.abc import Sequence
from datetime import date

from desktop_app.languages import N_, _, ngettext, pgettext
from desktop_app.presentation.comparison.content import ComparedStudy, ComparisonRow
from desktop_app.presentation.comparison.rows import comparison
from desktop_app.presentation.section import Paragraph, Section, Table
from desktop_app.punctuation import with_note
from desktop_app.study.study import Study

SOURCE = N_("From public registry records. Not the approved protocols, not medical advice.")


def comparison_sections(studies: Sequence[Study], today: date) -> tuple[Section, ...]:
    """Return the comparison as one table, whole; raises ValueError as ``comparison`` does.

    The last column says in a word whether all studies answer alike.
    """
    made = comparison(studies, today)
    columns = (_("Question"), *(one.nct_id for one in made.studies), _("All alike"))
    rows = (_titles(made.studies), *map(_row, made.rows))
    count = len(made.studies)
    title = ngettext("Comparison of {count} study", "Comparison of {count} studies", count)
    title = title.format(count=count)
    source = Paragraph(_(SOURCE), is_quiet=True)
    return (Section(title, (Table(columns, rows, title), source)),)


def _titles(studies: Sequence[ComparedStudy]) -> tuple[str, ...]:
    return (_("Title"), *(_name(one) for one in studies), "")


def _name(study: ComparedStudy) -> str:
    return with_note(study.title, study.acronym)


def _row(row: ComparisonRow) -> tuple[str, ...]:
    cells = ("\n".join(cell.lines) for cell in row.cells)
    # Translators: Whether all studies answer alike.
    alike = pgettext("answers alike", "yes") if row.is_same else pgettext("answers alike", "no")
    return (row.label, *cells, alike)
