"""Publications, by what they are to the study."""

from collections.abc import Iterator

from desktop_app.presentation.record.addresses import pubmed_address
from desktop_app.presentation.section import Block, Link, Paragraph, Section
from desktop_app.presentation.wording import NOT_STATED, grouped, in_words
from desktop_app.study.base import label
from desktop_app.study.enumerations import ReferenceType
from desktop_app.study.references import Reference, ReferencesModule, Retraction

_TITLES = {
    ReferenceType.RESULT.value: "Publications of Results",
    ReferenceType.DERIVED.value: "Publications Linked by the Registry",
    ReferenceType.BACKGROUND.value: "Background Publications",
}
_UNTYPED = "References of No Stated Type"
_DERIVED_NOTE = Paragraph(
    "Derived: the registry found that they name this study's NCT number.", is_quiet=True
)


def reference_sections(module: ReferencesModule) -> tuple[Section, ...]:
    """Return the references, first those that report this study; one section for each type."""
    by_type: dict[str, list[Reference]] = {name: [] for name in _TITLES}
    for reference in module.references:
        by_type.setdefault(str(reference.type or ""), []).append(reference)
    return tuple(_section(name, listed) for name, listed in by_type.items() if listed)


def _section(name: str, listed: list[Reference]) -> Section:
    title = _TITLES.get(name, f"{label(ReferencesModule, 'references')}: {in_words(name)}")
    lead = (_DERIVED_NOTE,) if name == ReferenceType.DERIVED.value else ()
    blocks = tuple(block for one in listed for block in _blocks(one))
    return Section(title if name else _UNTYPED, (*lead, *blocks), note=grouped(len(listed)))


def _blocks(reference: Reference) -> Iterator[Block]:
    citation = reference.citation or f"{label(Reference, 'citation')}: {NOT_STATED.lower()}"
    yield _with_address(citation, reference.pmid, Reference)
    for retraction in reference.retractions:
        source = retraction.source or f"{label(Retraction, 'source')} {NOT_STATED.lower()}"
        yield _with_address(f"! Retracted: {source}", retraction.pmid, Retraction)


def _with_address(
    text: str, pmid: str | None, model: type[Reference | Retraction]
) -> Link | Paragraph:
    """Return a publication; its address is made from its PubMed ID, where that is a number."""
    if not pmid:
        return Paragraph(text)
    note = f"{label(model, 'pmid')} {pmid}"
    address = pubmed_address(pmid)
    return Link(text, address, note) if address else Paragraph(f"{text}  {note}")
