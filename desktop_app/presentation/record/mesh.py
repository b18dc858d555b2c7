"""Index terms: what the registry files the study under."""

from collections.abc import Iterable

from desktop_app.languages import N_, _
from desktop_app.presentation.fields import element, present
from desktop_app.presentation.section import Block, FieldList, Paragraph, Section, Table
from desktop_app.presentation.wording import in_words
from desktop_app.punctuation import labelled, with_note
from desktop_app.study.base import label
from desktop_app.study.derived import BrowseBranch, BrowseLeaf, BrowseModule, DerivedSection, Mesh

_TITLES = (
    ("condition_browse_module", N_("Index Terms of the Conditions")),
    ("intervention_browse_module", N_("Index Terms of the Interventions")),
)
_WHOSE = N_(
    "The registry worked these out; they are not the words of whoever registered the study."
)
_LEAF = ("name", "as_found", "relevance", "id")


def browse_sections(derived: DerivedSection) -> tuple[Section, ...]:
    """Return the terms of conditions and of interventions, where there are any."""
    sections: list[Section] = []
    for name, title in _TITLES:
        blocks = _blocks(getattr(derived, name), _(title))
        if blocks:
            whose = () if sections else (Paragraph(_(_WHOSE), is_quiet=True),)
            sections.append(Section(_(title), (*whose, *blocks)))
    return tuple(sections)


def _blocks(module: BrowseModule, title: str) -> tuple[Block, ...]:
    fields = present(
        (
            element(BrowseModule, "meshes", _terms(module.meshes)),
            element(BrowseModule, "ancestors", _terms(module.ancestors)),
            element(BrowseModule, "browse_branches", _branches(module.browse_branches)),
        )
    )
    blocks: tuple[Block, ...] = (FieldList(fields),) if fields else ()
    if module.browse_leaves:
        blocks += (_leaves(module.browse_leaves, title),)
    return blocks


def _terms(terms: Iterable[Mesh]) -> str:
    return "\n".join(_coded(one.term, one.id) for one in terms)


def _branches(branches: Iterable[BrowseBranch]) -> str:
    return "\n".join(_coded(one.name, one.abbrev) for one in branches)


def _coded(name: str | None, code: str | None) -> str:
    return with_note(name, code or "") if name else code or "–"


def _leaves(leaves: Iterable[BrowseLeaf], title: str) -> Table:
    rows = tuple(
        (one.name or "–", one.as_found or "–", in_words(one.relevance) or "–", one.id or "–")
        for one in leaves
    )
    columns = tuple(label(BrowseLeaf, name) for name in _LEAF)
    return Table(columns, rows, name=labelled(label(BrowseModule, "browse_leaves"), title))
