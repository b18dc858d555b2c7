"""Protocol, analysis plan and consent form as far as the record tells of them."""

from collections.abc import Iterator

from desktop_app.presentation.fields import element, field_section, present
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section
from desktop_app.presentation.wording import NOT_STATED, grouped, yes_no
from desktop_app.study.base import label
from desktop_app.study.dates import PartialDate
from desktop_app.study.documents import LargeDoc, LargeDocumentModule

_NOT_INCLUDED = Paragraph(
    "The registry keeps these files; they are not part of the record.", is_quiet=True
)
_PARTS = ("has_protocol", "has_sap", "has_icf")
_UNITS = ((1_000_000, "MB"), (1_000, "kB"))


def documents_section(module: LargeDocumentModule) -> tuple[Section, ...]:
    """Return what the record tells of its documents; nothing where it tells of none."""
    title = label(LargeDocumentModule, "large_docs")
    no_plan = present((element(LargeDocumentModule, "no_sap", yes_no(module.no_sap)),))
    blocks: tuple[Block, ...] = (FieldList(no_plan),) if no_plan else ()
    if module.large_docs:
        blocks += (_NOT_INCLUDED, *(_document(one) for one in module.large_docs))
    count = grouped(len(module.large_docs)) if module.large_docs else ""
    return (Section(title, blocks, note=count),) if blocks else ()


def _document(document: LargeDoc) -> Section:
    title = document.label or document.type_abbrev or "Untitled document"
    fields = (*_kind(document), *_particulars(document))
    return field_section(title, fields) or Section(title, (Paragraph(NOT_STATED, True),))


def _kind(document: LargeDoc) -> Iterator[Field]:
    if document.type_abbrev:
        yield element(LargeDoc, "type_abbrev", document.type_abbrev)
    for name in _PARTS:
        answer = yes_no(getattr(document, name))
        if answer:
            yield element(LargeDoc, name, answer)


def _particulars(document: LargeDoc) -> tuple[Field, ...]:
    size, exact = size_words(document.size)
    return (
        element(LargeDoc, "date", moment_words(document.date)),
        element(LargeDoc, "upload_date", moment_words(document.upload_date)),
        element(LargeDoc, "filename", document.filename or ""),
        Field("Size", size or NOT_STATED, exact, is_absent=not size),
    )


def moment_words(moment: PartialDate | None) -> str:
    """Return a date, and after a space its time if it has one; empty where there is none."""
    return str(moment).replace("T", " ") if moment else ""


def size_words(size: int | None) -> tuple[str, str]:
    """Return a size of a file and its exact bytes: ``("235 kB", "235 206 bytes")``."""
    if size is None:
        return "", ""
    for unit, name in _UNITS:
        if size >= unit:
            tenths = size * 10 // unit
            shown = f"{tenths / 10:.1f}" if tenths < 100 else grouped(tenths // 10)
            return f"{shown}\u202f{name}", f"{grouped(size)} bytes"
    return f"{grouped(size)} bytes", ""
