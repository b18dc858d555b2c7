"""Writes citations for BibTeX and biblatex."""

from collections.abc import Iterable, Iterator

from desktop_app.export.about import REGISTRY
from desktop_app.export.citation.reference import NO_TITLE, Reference, references
from desktop_app.export.source import Source

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Braces are counted even behind a backslash, and have to be balanced.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: "\\" + character for character in "&%$#_"},
    }
)


def bibtex_citations(sources: Iterable[Source]) -> bytes:
    """Return a citation of each record, in UTF-8."""
    return "\n".join(_entry(one) for one in references(sources)).encode()


def escaped(text: str) -> str:
    """Return a text that typesets as itself; what is no ASCII stays as it is."""
    return text.translate(_COMMANDS)


def _entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@misc{{{reference.key},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    # Braces within braces: a name is not taken apart, and a title keeps its capital letters.
    if reference.sponsor:
        yield "author", f"{{{{{escaped(reference.sponsor)}}}}}"
    yield "title", f"{{{{{escaped(reference.title or NO_TITLE)}}}}}"
    if reference.acronym:
        yield "shorttitle", f"{{{{{escaped(reference.acronym)}}}}}"
    if reference.version:
        yield "year", f"{{{reference.version.year:04d}}}"
    if reference.version and reference.version.month:
        yield "month", _MONTHS[reference.version.month - 1]
    yield "howpublished", f"{{{REGISTRY}}}"
    yield "type", f"{{{reference.kind}}}"
    if reference.nct_id:
        yield "number", f"{{{escaped(reference.nct_id)}}}"
    # An address has a number of digits in it, and nothing to escape.
    if reference.address:
        yield "url", f"{{{reference.address}}}"
    if reference.accessed:
        yield "urldate", f"{{{reference.accessed.isoformat()}}}"
    yield "note", f"{{{escaped(reference.note)}}}"
    if reference.conditions:
        yield "keywords", f"{{{escaped(', '.join(reference.conditions))}}}"
