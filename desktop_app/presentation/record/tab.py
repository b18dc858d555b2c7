"""The parts of the Record tab in their order."""

from collections.abc import Iterator
from itertools import chain

from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import says
from desktop_app.presentation.record.documents import documents_section
from desktop_app.presentation.record.ipd_sharing import ipd_sharing_section
from desktop_app.presentation.record.links import available_data_section, links_section
from desktop_app.presentation.record.mesh import browse_sections
from desktop_app.presentation.record.oversight import oversight_section
from desktop_app.presentation.record.provenance import provenance_sections
from desktop_app.presentation.record.references import reference_sections
from desktop_app.presentation.record.source_page import other_sections
from desktop_app.presentation.record.unknown import unknown_section
from desktop_app.presentation.section import Section
from desktop_app.study.study import Study


def record_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Record tab of a study; what the record lacks is told at its end."""
    protocol = study.protocol_section
    references = protocol.references_module
    parts = (
        (reference_sections(references), "references"),
        (links_section(references), "links"),
        (available_data_section(references), "available data sets"),
        (documents_section(study.document_section.large_document_module), "documents"),
        (
            ipd_sharing_section(protocol.ipd_sharing_statement_module),
            "statement on sharing participants' data",
        ),
        (oversight_section(protocol.oversight_module), "oversight information"),
        (browse_sections(study.derived_section), "index terms"),
    )
    return (
        *chain.from_iterable(found for found, _ in parts),
        *other_sections(study.source_page_section),
        *unknown_section(study),
        *provenance_sections(study, context.provenance),
        *_absent([name for found, name in parts if not found]),
    )


def _absent(names: list[str]) -> Iterator[Section]:
    if names:
        *others, last = (f"no {name}" for name in names)
        listed = f"{', '.join(others)} and {last}" if others else last
        yield says("Not in This Record", f"This record states {listed}.")
