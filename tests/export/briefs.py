"""Briefs as files, with how they were made to fit."""

from dataclasses import dataclass
from datetime import date

from desktop_app.export.brief.drawing import brief_pages
from desktop_app.export.brief.fit import fitted
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.document import pdf_bytes
from desktop_app.export.pdf.pages import About
from desktop_app.presentation.brief import brief_of
from desktop_app.study.study import Study


@dataclass(frozen=True)
class BriefReport:
    """The type of a brief in points, and what was shortened, in words."""

    type_size: float
    shortened: tuple[str, ...]


def brief_bytes(
    study: Study, document_sha256: str, *, paper: Paper, today: date
) -> tuple[bytes, BriefReport]:
    """Return a brief as a file, without its record attached."""
    result = fitted(brief_of(study, today), document_sha256)
    pages = brief_pages(result, paper)
    content = pdf_bytes(pages.pages, About(pages.title, pages.subject, today))
    return content, BriefReport(result.type_size, pages.notes)
