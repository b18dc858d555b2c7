"""Publications, by what they are to the study."""

from collections.abc import Iterator

from desktop_app.languages import N_, _
from desktop_app.presentation.record.addresses import pubmed_address
from desktop_app.presentation.section import Block, Link, Paragraph, Section
from desktop_app.presentation.wording import grouped, in_words
from desktop_app.punctuation import labelled
from desktop_app.study.base import label
from desktop_app.study.enumerations import ReferenceType
from desktop_app.study.references import Reference, ReferencesModule, Retraction

_TITLES = {
    ReferenceType.RESULT.value: N_("Publications of Results"),
    ReferenceType.DERIVED.value: N_("Publications Linked by the Registry"),
    ReferenceType.BACKGROUND.value: N_("Background Publications"),
}
_UNTYPED = N_("References of No Stated Type")
_DERIVED_NOTE = N_("Derived: the registry found that they name this study's NCT number.")


def reference_sections(module: ReferencesModule) -> tuple[Section, ...]:
    """Return the references, first those that report this study; one section for each type."""
    by_type: dict[str, list[Reference]] = {name: [] for name in _TITLES}
    for reference in module.references:
        by_type.setdefault(str(reference.type or ""), []).append(reference)
    return tuple(_section(name, listed) for name, listed in by_type.items() if listed)


def _section(name: str, listed: list[Reference]) -> Section:
    is_derived = name == ReferenceType.DERIVED.value
    lead = (Paragraph(_(_DERIVED_NOTE), is_quiet=True),) if is_derived else ()
    blocks = tuple(block for one in listed for block in _blocks(one))
    return Section(_title(name), (*lead, *blocks), note=grouped(len(listed)))


def _title(name: str) -> str:
    if name in _TITLES:
        return _(_TITLES[name])
    if not name:
        return _(_UNTYPED)
    return labelled(label(ReferencesModule, "references"), in_words(name))


def _blocks(reference: Reference) -> Iterator[Block]:
    citation = reference.citation or labelled(label(Reference, "citation"), _("not stated"))
    yield _with_address(citation, reference.pmid, Reference)
    for retraction in reference.retractions:
        source = retraction.source or _("source not stated")
        text = _("! Retracted: {source}").format(source=source)
        yield _with_address(text, retraction.pmid, Retraction)


def _with_address(
    text: str, pmid: str | None, model: type[Reference | Retraction]
) -> Link | Paragraph:
    """Return a publication; its address is made from its PubMed ID, where that is a number."""
    if not pmid:
        return Paragraph(text)
    note = f"{label(model, 'pmid')} {pmid}"
    address = pubmed_address(pmid)
    return Link(text, address, note) if address else Paragraph(f"{text}  {note}")
