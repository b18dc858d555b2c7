"""Where the record came from, what was odd in it, and what else is held of the study."""

from collections.abc import Iterator
from datetime import datetime

from desktop_app.conventions import date_text
from desktop_app.languages import N_, _, pgettext
from desktop_app.presentation.context import HeldVersion, Provenance
from desktop_app.presentation.fields import date_element, present, says, stated
from desktop_app.presentation.origins import moment_words, origin_words, short_origin_words
from desktop_app.presentation.record.documents import size_words
from desktop_app.presentation.section import Field, FieldList, Item, ItemList, Section, Table
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import with_note
from desktop_app.study.dates import PartialDate
from desktop_app.study.derived import MiscInfoModule
from desktop_app.study.fetched import fetched_at, read_fetched_origin
from desktop_app.study.study import Study

_FORMATS = {
    "ctgov-json": N_("ClinicalTrials.gov record, JSON"),
    "ctgov-xml": N_("ClinicalTrials.gov record, XML"),
    "registry-page": N_("Text of a ClinicalTrials.gov page"),
}
_COLUMNS = (
    N_("Record of"),
    N_("Imported"),
    N_("Form"),
    N_("File"),
    N_("Size"),
    N_("SHA-256 Begins"),
)
_VERSIONS = N_("Versions in Your Library")
_SHOWN_OF_HASH = 12


def provenance_sections(study: Study, provenance: Provenance | None) -> tuple[Section, ...]:
    """Return where a record came from, as far as that is known."""
    return (*_origin(study, provenance), *_particulars(provenance))


def _origin(study: Study, provenance: Provenance | None) -> Iterator[Section]:
    fields = _fields(provenance.shown) if provenance else ()
    holder = study.derived_section.misc_info_module.version_holder
    fields += present((date_element(MiscInfoModule, "version_holder", holder),))
    if fields:
        yield Section(_("Where This Record Came From"), (FieldList(fields),), is_aside=True)


def _fields(version: HeldVersion) -> tuple[Field, ...]:
    size, exact = size_words(version.size)
    fields = (
        *_source(version.origin),
        stated(_("Form"), _form(version)),
        Field(_("Size"), size, exact),
        stated(_("Record of"), _record_date(version)),
        stated("SHA-256", version.sha256),
    )
    return (*fields, *_imported(version.imported_at))


def _source(origin: str) -> tuple[Field, ...]:
    """Return the file that a record came in, or the address that it was fetched from, and when."""
    fetched, moment = read_fetched_origin(origin), fetched_at(origin)
    if fetched is None or moment is None:
        return (stated(_("File"), origin_words(origin)),)
    return (Field(_("Address"), fetched[0]), Field(_("Fetched"), moment_words(moment)))


def _imported(moment: datetime | None) -> tuple[Field, ...]:
    return (Field(_("Imported"), moment_words(moment)),) if moment else ()


def _particulars(provenance: Provenance | None) -> Iterator[Section]:
    if provenance is None:
        return
    if provenance.oddities:
        items = (Item(str(n), text) for n, text in enumerate(provenance.oddities, start=1))
        count = grouped(len(provenance.oddities))
        yield Section(_("Odd in This Record"), (ItemList(tuple(items)),), note=count)
    if provenance.versions:
        yield _versions(provenance.versions)


def _versions(versions: tuple[HeldVersion, ...]) -> Section:
    if len(versions) == 1 and versions[0].is_shown:
        return says(_(_VERSIONS), _("Your library holds this version alone."))
    rows = tuple(_row(version) for version in versions)
    columns = tuple(_(column) for column in _COLUMNS)
    table = Table(columns, rows, name=_("Versions of this study in your library"))
    return Section(_(_VERSIONS), (table,), note=grouped(len(rows)))


def _row(version: HeldVersion) -> tuple[str, ...]:
    return (
        with_note(
            _record_date(version) or "–",
            pgettext("version of a record", "shown") if version.is_shown else "",
        ),
        moment_words(version.imported_at) if version.imported_at else "–",
        _form(version),
        short_origin_words(version.origin) or "–",
        size_words(version.size)[0],
        version.sha256[:_SHOWN_OF_HASH],
    )


def _record_date(version: HeldVersion) -> str:
    return date_text(PartialDate.parse(version.record_date)) if version.record_date else ""


def _form(version: HeldVersion) -> str:
    return _(_FORMATS.get(version.format, version.format))
