"""Where the record came from, what was odd in it, and what else is held of the study."""

from collections.abc import Iterator
from datetime import datetime

from desktop_app.presentation.context import HeldVersion, Provenance
from desktop_app.presentation.fields import element, present, says, stated
from desktop_app.presentation.record.documents import size_words
from desktop_app.presentation.section import Field, FieldList, Item, ItemList, Section, Table
from desktop_app.presentation.wording import grouped
from desktop_app.study.derived import MiscInfoModule
from desktop_app.study.study import Study

_FORMATS = {
    "ctgov-json": "ClinicalTrials.gov record, JSON",
    "ctgov-xml": "ClinicalTrials.gov record, XML",
    "registry-page": "Text of a ClinicalTrials.gov page",
}
_COLUMNS = ("Record of", "Imported", "Form", "File", "Size", "SHA-256 Begins")
_VERSIONS = "Versions in Your Library"
_SHOWN_OF_HASH = 12


def provenance_sections(study: Study, provenance: Provenance | None) -> tuple[Section, ...]:
    """Return where a record came from, as far as that is known."""
    return (*_origin(study, provenance), *_particulars(provenance))


def _origin(study: Study, provenance: Provenance | None) -> Iterator[Section]:
    fields = _fields(provenance.shown) if provenance else ()
    holder = study.derived_section.misc_info_module.version_holder
    fields += present((element(MiscInfoModule, "version_holder", str(holder or "")),))
    if fields:
        yield Section("Where This Record Came From", (FieldList(fields),), is_aside=True)


def _fields(version: HeldVersion) -> tuple[Field, ...]:
    size, exact = size_words(version.size)
    fields = (
        stated("File", version.origin),
        stated("Form", _form(version)),
        Field("Size", size, exact),
        stated("Record of", version.record_date),
        stated("SHA-256", version.sha256),
    )
    return (*fields, *_imported(version.imported_at))


def _imported(moment: datetime | None) -> tuple[Field, ...]:
    return (Field("Imported", _moment(moment)),) if moment else ()


def _particulars(provenance: Provenance | None) -> Iterator[Section]:
    if provenance is None:
        return
    if provenance.oddities:
        items = (Item(str(n), text) for n, text in enumerate(provenance.oddities, start=1))
        count = grouped(len(provenance.oddities))
        yield Section("Odd in This Record", (ItemList(tuple(items)),), note=count)
    if provenance.versions:
        yield _versions(provenance.versions)


def _versions(versions: tuple[HeldVersion, ...]) -> Section:
    if len(versions) == 1 and versions[0].is_shown:
        return says(_VERSIONS, "Your library holds this version alone.")
    rows = tuple(_row(version) for version in versions)
    table = Table(_COLUMNS, rows, name="Versions of this study in your library")
    return Section(_VERSIONS, (table,), note=grouped(len(rows)))


def _row(version: HeldVersion) -> tuple[str, ...]:
    return (
        f"{version.record_date or '–'}{' (shown)' if version.is_shown else ''}",
        _moment(version.imported_at) if version.imported_at else "–",
        _form(version),
        version.origin or "–",
        size_words(version.size)[0],
        version.sha256[:_SHOWN_OF_HASH],
    )


def _form(version: HeldVersion) -> str:
    return _FORMATS.get(version.format, version.format)


def _moment(moment: datetime) -> str:
    """Return a moment to the minute with its zone, which is UTC where the library says it."""
    return f"{moment:%Y-%m-%d %H:%M %Z}".strip()
