"""What was fetched goes into the library, byte for byte, with its address and time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from desktop_app.errors import RecordFormatError
from desktop_app.languages import _
from desktop_app.readers.reading import Reading, ReadRecord, Rejected
from desktop_app.registry.answers import FetchedStudy, StudiesPage
from desktop_app.store.adding import AddedRecord
from desktop_app.study.fetched import fetched_origin

if TYPE_CHECKING:
    from desktop_app.store.library import Library

_OF_PAGES = ("pageToken", "pageSize", "countTotal")
"""What tells one page of an answer from another, and nobody any more where a study came from."""


def keep_study(library: Library, fetched: FetchedStudy) -> AddedRecord:
    """Add a study and return what became of it; raises RecordFormatError where it is none."""
    return library.add(read_study(fetched))


def read_study(fetched: FetchedStudy) -> ReadRecord:
    """Read a study without keeping it; raises RecordFormatError where it is none."""
    from desktop_app.readers.detect import read_bytes

    readings = list(read_bytes(fetched.content, origin_of_study(fetched)))
    match readings:
        case [ReadRecord() as record]:
            return record
        case [Rejected(reason=reason)]:
            raise RecordFormatError(reason)
        case _:
            raise RecordFormatError(
                _("The registry answered with several records where one was asked for.")
            )


def keep_page(
    library: Library, page: StudiesPage, may_go_on: Callable[[], bool] = lambda: True
) -> list[AddedRecord | Rejected]:
    """Add the studies of a page and return what became of each, in their order on the page.

    Those from the one on before which it ``may_go_on`` no longer are left out.
    """
    rejected: list[Rejected | None] = []

    def records() -> Iterator[ReadRecord]:
        # One at a time: a page of a thousand studies, read, takes much memory.
        for reading in read_page(page):
            if not may_go_on():
                return
            rejected.append(reading if isinstance(reading, Rejected) else None)
            if isinstance(reading, ReadRecord):
                yield reading

    added = iter(list(library.add_all(records())))
    return [next(added) if one is None else one for one in rejected]


def read_page(page: StudiesPage) -> Iterator[Reading]:
    """Read the studies of a page without keeping them."""
    from dataclasses import replace

    from desktop_app.readers.detect import read_bytes

    for reading in read_bytes(page.content, origin_of_page(page)):
        if isinstance(reading, Rejected):
            yield reading
            continue
        nct_id = reading.study.protocol_section.identification_module.nct_id or ""
        document = replace(reading.document, origin=origin_of_page(page, nct_id))
        yield replace(reading, document=document)


def origin_of_study(fetched: FetchedStudy) -> str:
    """Return the origin of a study that was fetched by its number."""
    return fetched_origin(fetched.address, fetched.fetched_at)


def origin_of_page(page: StudiesPage, nct_id: str = "") -> str:
    """Return the origin of a study on a page: what was asked, without which page of it.

    Where numbers were asked for, it is that of the study alone, if its number is given.
    """
    parts = urlsplit(page.address)
    asked = [
        (name, nct_id if name == "filter.ids" and nct_id else value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in _OF_PAGES
    ]
    address = urlunsplit(parts._replace(query=urlencode(asked, quote_via=quote)))
    return fetched_origin(address, page.fetched_at)
