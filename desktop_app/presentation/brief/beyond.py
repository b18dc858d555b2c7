"""What a record holds beyond its brief, so that nobody takes the page for the whole."""

from collections.abc import Iterator

from desktop_app.presentation.brief.gaps import has_results, holds
from desktop_app.presentation.wording import count_of, date_words
from desktop_app.study.study import ProtocolSection, Study


def beyond(study: Study) -> tuple[str, ...]:
    """Return what the page has no place for: ``detailed description``, ``5 secondary outcomes``."""
    protocol = study.protocol_section
    return (*_texts(protocol), *_counted(study), *_results(study))


def dates(protocol: ProtocolSection) -> Iterator[str]:
    """Yield the dates that no cell of the grid holds."""
    struct = protocol.status_module.primary_completion_date_struct
    if struct.date is not None:
        day, kind = date_words(struct)
        yield f"primary completion date {day} ({kind or 'type not stated'})"


def _texts(protocol: ProtocolSection) -> Iterator[str]:
    info = protocol.design_module.design_info
    texts = (
        ("detailed description", protocol.description_module.detailed_description),
        ("intervention model description", info.intervention_model_description),
        ("masking description", info.masking_info.masking_description),
        ("gender eligibility description", protocol.eligibility_module.gender_description),
        ("biospecimens", holds(protocol.design_module.bio_spec)),
        ("plan to share participant data", holds(protocol.ipd_sharing_statement_module)),
    )
    return (name for name, text in texts if text)


def _counted(study: Study) -> Iterator[str]:
    protocol = study.protocol_section
    references = protocol.references_module
    counts = (
        ("secondary outcome", "", protocol.outcomes_module.secondary_outcomes),
        ("other outcome", "", protocol.outcomes_module.other_outcomes),
        ("keyword", "", protocol.conditions_module.keywords),
        ("other study ID", "", protocol.identification_module.secondary_id_infos),
        ("reference", "", references.references),
        ("link", "", references.see_also_links),
        ("document", "", study.document_section.large_document_module.large_docs),
    )
    return (count_of(len(items), one, more) for one, more, items in counts if items)


def _results(study: Study) -> Iterator[str]:
    if has_results(study):
        posted = study.protocol_section.status_module.results_first_post_date_struct.date
        yield f"results (first posted {posted})" if posted else "results"
