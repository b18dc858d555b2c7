"""Writes citations as sentences, to be pasted into a list of references."""

from collections.abc import Iterable

from desktop_app.conventions import date_text
from desktop_app.export.about import REGISTRY
from desktop_app.export.citation.reference import NO_TITLE, Reference, references
from desktop_app.export.source import Source
from desktop_app.languages import _


def plain_citations(sources: Iterable[Source]) -> str:
    """Return a citation of each record, a line each."""
    return "\n".join(_sentence(reference) for reference in references(sources)) + "\n"


def _sentence(reference: Reference) -> str:
    parts = (
        reference.sponsor,
        reference.title or _(NO_TITLE),
        f"{REGISTRY} {reference.nct_id}".strip(),
        _version(reference),
        _accessed(reference),
    )
    told = " ".join(_ended(part) for part in parts if part)
    return f"{told} {reference.address}".strip()


def _version(reference: Reference) -> str:
    if not reference.version:
        return _("Version date not stated")
    return _("Version of {date}").format(date=date_text(reference.version))


def _accessed(reference: Reference) -> str:
    if not reference.accessed:
        return ""
    return _("Accessed {date}").format(date=date_text(reference.accessed))


def _ended(part: str) -> str:
    """Return a part that ends like a sentence; one that does so by itself is left as it is."""
    return part if part.endswith((".", "?", "!")) else f"{part}."
