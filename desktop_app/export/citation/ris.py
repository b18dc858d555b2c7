"""Writes citations in the RIS format.

A record is cited as a report: its institution is the registry, its number the NCT number. Zotero
knows registry records so, and databases and web pages have no place for a number there.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from desktop_app.export.about import REGISTRY
from desktop_app.export.citation.reference import NO_TITLE, Reference, references
from desktop_app.export.source import Source
from desktop_app.study.dates import PartialDate

_LINE_END = "\r\n"


def ris_citations(sources: Iterable[Source]) -> bytes:
    """Return a citation of each record, in UTF-8."""
    entries = (_LINE_END.join(_lines(one)) + _LINE_END for one in references(sources))
    return _LINE_END.join(entries).encode()


def _lines(reference: Reference) -> Iterator[str]:
    yield "TY  - RPRT"
    for tag, value in _tags(reference):
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    yield "AU", reference.sponsor
    yield "TI", reference.title or NO_TITLE
    yield "ST", reference.acronym
    if reference.version:
        yield "PY", f"{reference.version.year:04d}"
        yield "DA", _date(reference.version)
    yield "PB", REGISTRY
    yield "M3", reference.kind
    yield "SN", reference.nct_id
    yield "DB", REGISTRY
    yield "AN", reference.nct_id
    yield "UR", reference.address
    if reference.accessed:
        yield "Y2", _date(reference.accessed)
    yield "N1", reference.note
    yield "AB", reference.summary
    yield from (("KW", condition) for condition in reference.conditions)


def _date(stated: PartialDate | date) -> str:
    """Return a date as the format has it, with the parts left empty that are not stated."""
    month = f"{stated.month:02d}" if stated.month else ""
    day = f"{stated.day:02d}" if stated.day else ""
    return f"{stated.year:04d}/{month}/{day}"
