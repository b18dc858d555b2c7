"""What a record holds beyond its brief, so that nobody takes the page for the whole."""

from collections.abc import Iterator

from desktop_app.conventions import date_text
from desktop_app.languages import _, ngettext, pgettext
from desktop_app.presentation.brief.gaps import has_results, holds
from desktop_app.presentation.wording import date_words, grouped
from desktop_app.punctuation import with_note
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
        words = _("primary completion date {date}").format(date=day)
        yield with_note(words, kind or _("type not stated"))


def _texts(protocol: ProtocolSection) -> Iterator[str]:
    info = protocol.design_module.design_info
    texts = (
        (_("detailed description"), protocol.description_module.detailed_description),
        (_("intervention model description"), info.intervention_model_description),
        (_("masking description"), info.masking_info.masking_description),
        (_("gender eligibility description"), protocol.eligibility_module.gender_description),
        (_("biospecimens"), holds(protocol.design_module.bio_spec)),
        (_("plan to share participant data"), holds(protocol.ipd_sharing_statement_module)),
    )
    return (name for name, text in texts if text)


def _counted(study: Study) -> Iterator[str]:
    protocol = study.protocol_section
    references = protocol.references_module
    secondary = len(protocol.outcomes_module.secondary_outcomes)
    others = len(protocol.outcomes_module.other_outcomes)
    keywords = len(protocol.conditions_module.keywords)
    ids = len(protocol.identification_module.secondary_id_infos)
    cited, links = len(references.references), len(references.see_also_links)
    documents = len(study.document_section.large_document_module.large_docs)
    counts = (
        (secondary, ngettext("{count} secondary outcome", "{count} secondary outcomes", secondary)),
        (others, ngettext("{count} other outcome", "{count} other outcomes", others)),
        (keywords, ngettext("{count} keyword", "{count} keywords", keywords)),
        (ids, ngettext("{count} other study ID", "{count} other study IDs", ids)),
        (cited, ngettext("{count} reference", "{count} references", cited)),
        (links, ngettext("{count} link", "{count} links", links)),
        (documents, ngettext("{count} document", "{count} documents", documents)),
    )
    return (words.format(count=grouped(count)) for count, words in counts if count)


def _results(study: Study) -> Iterator[str]:
    if has_results(study):
        posted = study.protocol_section.status_module.results_first_post_date_struct.date
        since = _("first posted {date}").format(date=date_text(posted)) if posted else ""
        yield with_note(pgettext("held by a record", "results"), since)
