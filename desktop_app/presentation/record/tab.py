"""The parts of the Record tab in their order."""

from collections.abc import Iterator
from itertools import chain

from desktop_app.languages import _
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
from desktop_app.punctuation import listed
from desktop_app.study.study import Study


def record_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Record tab of a study; what the record lacks is told at its end."""
    protocol = study.protocol_section
    references = protocol.references_module
    parts = (
        (reference_sections(references), _("no references")),
        (links_section(references), _("no links")),
        (available_data_section(references), _("no available data sets")),
        (documents_section(study.document_section.large_document_module), _("no documents")),
        (
            ipd_sharing_section(protocol.ipd_sharing_statement_module),
            _("no statement on sharing participants' data"),
        ),
        (oversight_section(protocol.oversight_module), _("no oversight information")),
        (browse_sections(study.derived_section), _("no index terms")),
    )
    return (
        *chain.from_iterable(found for found, _none in parts),
        *other_sections(study.source_page_section),
        *unknown_section(study),
        *provenance_sections(study, context.provenance),
        *_absent([name for found, name in parts if not found]),
    )


def _absent(names: list[str]) -> Iterator[Section]:
    if names:
        *others, last = names
        said = last
        if others:
            # Translators: The last two of a list: no links, no documents and no index terms.
            said = _("{others} and {last}").format(others=listed(others), last=last)
        sentence = _("This record states {elements}.").format(elements=said)
        yield says(_("Not in This Record"), sentence)
