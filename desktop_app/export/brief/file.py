"""Sets the one-page brief of a study."""

from datetime import date

from desktop_app.export.brief.drawing import brief_pages
from desktop_app.export.brief.fit import fitted
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.source import Source
from desktop_app.presentation.brief import brief_of


def brief_sheet(source: Source, paper: Paper, today: date) -> SheetPages:
    """Return the brief of a record as a page that is set."""
    return brief_pages(fitted(brief_of(source.study, today), source.document_sha256), paper)
