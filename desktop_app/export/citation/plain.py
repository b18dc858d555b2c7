"""Writes citations as sentences, to be pasted into a list of references."""

from collections.abc import Iterable

from desktop_app.export.citation.reference import REGISTRY, Reference, references
from desktop_app.export.source import Source


def plain_citations(sources: Iterable[Source]) -> str:
    """Return a citation of each record, a line each."""
    return "\n".join(_sentence(reference) for reference in references(sources)) + "\n"


def _sentence(reference: Reference) -> str:
    parts = (
        reference.sponsor,
        reference.title,
        f"{REGISTRY} {reference.nct_id}".strip(),
        f"Version of {reference.version}" if reference.version else "Version date not stated",
        f"Accessed {reference.accessed.isoformat()}" if reference.accessed else "",
    )
    told = " ".join(_ended(part) for part in parts if part)
    return f"{told} {reference.address}".strip()


def _ended(part: str) -> str:
    """Return a part that ends like a sentence; one that does so by itself is left as it is."""
    return part if part.endswith((".", "?", "!")) else f"{part}."
