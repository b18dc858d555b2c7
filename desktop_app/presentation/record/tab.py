"""The parts of the Record tab in their order."""

from collections.abc import Iterator

from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.record.documents import documents_section
from desktop_app.presentation.record.ipd_sharing import ipd_sharing_section
from desktop_app.presentation.record.links import available_data_section, links_section
from desktop_app.presentation.record.mesh import browse_sections
from desktop_app.presentation.record.oversight import oversight_section
from desktop_app.presentation.record.provenance import provenance_sections
from desktop_app.presentation.record.references import reference_sections
from desktop_app.presentation.record.source_page import other_sections
from desktop_app.presentation.record.unknown import unknown_section
from desktop_app.presentation.section import Paragraph, Section
from desktop_app.study.study import Study


def record_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Record tab of a study; what the record lacks is told at its end."""
    protocol = study.protocol_section
    references = protocol.references_module
    lacking: list[str] = []
    parts = (
        (reference_sections(references), "references"),
        (links_section(references), "links"),
        (available_data_section(references), "available data sets"),
        (documents_section(study.document_section.large_document_module), "documents"),
        (ipd_sharing_section(protocol.ipd_sharing_statement_module), "plan to share data"),
        (browse_sections(study.derived_section), "index terms"),
    )
    sections: list[Section] = []
    for found, name in parts:
        sections += found
        lacking += () if found else (name,)
    sections += other_sections(study.source_page_section)
    sections += unknown_section(study)
    sections.append(oversight_section(protocol.oversight_module))
    sections += provenance_sections(study, context.provenance)
    return (*sections, *_absent(lacking))


def _absent(lacking: list[str]) -> Iterator[Section]:
    if lacking:
        blocks = tuple(Paragraph(f"This record states no {name}.", True) for name in lacking)
        yield Section("Not in This Record", blocks)
