"""What is cited of a record, as guides ask for it: sponsor, title, registry, number and version.

A version is cited by its date. The day of access is told only where it is known when the document
was taken into the library: nothing in a record says when somebody fetched it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.export.about import REGISTRY
from desktop_app.export.source import Source
from desktop_app.export.visible import visible_line
from desktop_app.languages import N_
from desktop_app.presentation.record.addresses import registry_address
from desktop_app.study.codes import Code, code_label
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import StudyType
from desktop_app.study.study import ProtocolSection
from desktop_app.study.summary import record_date

NO_TITLE = N_("No title in this record")
_NO_STATUS = "Not stated"


@dataclass(frozen=True, slots=True)
class Reference:
    """One citation; each text is one line, and empty where the record has none.

    ``key`` tells it from the others of a file. ``kind`` is what reference managers call it.
    """

    key: str
    sponsor: str
    title: str
    acronym: str
    kind: str
    nct_id: str
    version: PartialDate | None
    address: str
    accessed: date | None
    summary: str
    conditions: tuple[str, ...]
    note: str


def references(sources: Iterable[Source]) -> Iterator[Reference]:
    """Yield a reference for each record, under keys that differ."""
    given: dict[str, int] = {}
    for source in sources:
        reference = reference_of(source)
        # Programs do not tell keys apart by their case.
        count = given[reference.key.lower()] = given.get(reference.key.lower(), 0) + 1
        yield reference if count == 1 else replace(reference, key=f"{reference.key}_{count}")


def reference_of(source: Source) -> Reference:
    """Return the reference of a record."""
    protocol = source.study.protocol_section
    identification = protocol.identification_module
    title = identification.brief_title or identification.official_title
    summary = protocol.description_module.brief_summary
    return Reference(
        key=source.file_stem,
        sponsor=_line(protocol.sponsor_collaborators_module.lead_sponsor.name),
        title=_line(title),
        acronym=_line(identification.acronym),
        kind=_kind(protocol),
        nct_id=_line(source.nct_id),
        version=record_date(source.study),
        address=registry_address(source.nct_id),
        accessed=_accessed(source),
        summary=_line(summary.plain if summary else ""),
        conditions=tuple(map(_line, protocol.conditions_module.conditions)),
        note=_note(source),
    )


def _line(text: str | None) -> str:
    return " ".join(visible_line(text or "").split())


def _kind(protocol: ProtocolSection) -> str:
    is_trial = protocol.design_module.study_type == StudyType.INTERVENTIONAL
    return "Clinical trial registration" if is_trial else "Clinical study registration"


def _accessed(source: Source) -> date | None:
    provenance = source.context.provenance
    imported = provenance.shown.imported_at if provenance else None
    return imported.date() if imported else None


def _note(source: Source) -> str:
    number = source.nct_id or "number not stated"
    version = record_date(source.study) or "date not stated"
    status = source.study.protocol_section.status_module.overall_status or _NO_STATUS
    # A citation is in the language of the record, whatever language is spoken here.
    said = status.label if isinstance(status, Code) else code_label(status)
    return _line(
        f"{REGISTRY} identifier {number}. Version of the record: {version}."
        f" Overall recruitment status: {said}."
    )
