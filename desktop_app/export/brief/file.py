"""Writes the one-page brief of a study as a PDF file."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.export.files import write_whole
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.source import Source
from desktop_app.presentation.brief import brief_of
from desktop_app.study.study import Study

if TYPE_CHECKING:
    from desktop_app.export.brief.fit import Fitted

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class BriefReport:
    """How a brief was made to fit: its type in points, and what was shortened, in words."""

    type_size: float
    shortened: tuple[str, ...]


def brief_file_name(study: Study, today: date) -> str:
    """Return a name such as ``NCT03816852_brief_2026-11-22.pdf``, safe on every system."""
    number = study.protocol_section.identification_module.nct_id or ""
    safe = _UNSAFE.sub("-", number).strip("-")[:_LONGEST_NAME]
    return f"{safe or 'study'}_brief_{today.isoformat()}.pdf"


def write_brief(
    study: Study, document_sha256: str, target: Path, *, paper: Paper, today: date
) -> BriefReport:
    """Write the brief, whole or not at all; raises ExportError where that cannot be done."""
    content, report = brief_bytes(study, document_sha256, paper=paper, today=today)
    write_whole(target, content)
    return report


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
