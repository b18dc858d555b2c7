"""Sets the one-page brief of a study, and makes it a PDF file."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.source import Source
from desktop_app.presentation.brief import brief_of
from desktop_app.study.study import Study

if TYPE_CHECKING:
    from desktop_app.export.brief.fit import Fitted


@dataclass(frozen=True, slots=True)
class BriefReport:
    """How a brief was made to fit: its type in points, and what was shortened, in words."""

    type_size: float
    shortened: tuple[str, ...]


def brief_bytes(
    study: Study, document_sha256: str, *, paper: Paper, today: date
) -> tuple[bytes, BriefReport]:
    """Return the brief as a PDF file; the same study, paper and day give the same bytes.

    ``document_sha256`` is the fingerprint of the source document, in hexadecimal digits.
    """
    # Imported when the first page is made: the window does not wait for the PDF library.
    from desktop_app.export.pdf.document import pdf_bytes
    from desktop_app.export.pdf.pages import About

    result, pages = _set(study, document_sha256, paper, today)
    content = pdf_bytes(pages.pages, About(pages.title, pages.subject, today))
    return content, BriefReport(result.type_size, pages.notes)


def brief_sheet(source: Source, paper: Paper, today: date) -> SheetPages:
    """Return the brief of a record as a page that is set."""
    return _set(source.study, source.document_sha256, paper, today)[1]


def _set(
    study: Study, document_sha256: str, paper: Paper, today: date
) -> "tuple[Fitted, SheetPages]":
    from desktop_app.export.brief.drawing import brief_pages
    from desktop_app.export.brief.fit import fitted

    result = fitted(brief_of(study, today), document_sha256)
    return result, brief_pages(result, paper)
