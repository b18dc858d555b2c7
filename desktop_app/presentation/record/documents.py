"""Protocol, analysis plan and consent form as far as the record tells of them."""

from collections.abc import Iterator

from desktop_app.conventions import decimal_text
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.fields import element, field_section, moment_words, present
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section
from desktop_app.presentation.wording import NOT_STATED, grouped, yes_no
from desktop_app.study.base import label
from desktop_app.study.documents import LargeDoc, LargeDocumentModule

_NOT_INCLUDED = N_("The registry keeps these files; they are not part of the record.")
_PARTS = ("has_protocol", "has_sap", "has_icf")
_UNITS = (
    # Translators: A thousand million bytes; {number} has one decimal or none.
    (1_000_000_000, N_("{number}\u202fGB")),
    # Translators: A million bytes; {number} has one decimal or none.
    (1_000_000, N_("{number}\u202fMB")),
    # Translators: A thousand bytes.
    (1_000, N_("{number}\u202fkB")),
)


def documents_section(module: LargeDocumentModule) -> tuple[Section, ...]:
    """Return what the record tells of its documents; nothing where it tells of none."""
    title = label(LargeDocumentModule, "large_docs")
    no_plan = present((element(LargeDocumentModule, "no_sap", yes_no(module.no_sap)),))
    blocks: tuple[Block, ...] = (FieldList(no_plan),) if no_plan else ()
    if module.large_docs:
        note = Paragraph(_(_NOT_INCLUDED), is_quiet=True)
        blocks += (note, *(_document(one) for one in module.large_docs))
    count = grouped(len(module.large_docs)) if module.large_docs else ""
    return (Section(title, blocks, note=count),) if blocks else ()


def _document(document: LargeDoc) -> Section:
    title = document.label or document.type_abbrev or _("Untitled document")
    fields = (*_kind(document), *_particulars(document))
    return field_section(title, fields) or Section(title, (Paragraph(_(NOT_STATED), True),))


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
        Field(_("Size"), size or _(NOT_STATED), exact, is_absent=not size),
    )


def size_words(size: int | None) -> tuple[str, str]:
    """Return a size of a file and its exact bytes: ``("235 kB", "235 206 bytes")``."""
    if size is None:
        return "", ""
    for unit, words in _UNITS:
        if size >= unit:
            tenths = size * 10 // unit
            is_small = tenths < 100
            shown = decimal_text(f"{tenths / 10:.1f}") if is_small else grouped(tenths // 10)
            return _(words).format(number=shown), _bytes(size)
    return _bytes(size), ""


def _bytes(size: int) -> str:
    return ngettext("{count} byte", "{count} bytes", size).format(count=grouped(size))
