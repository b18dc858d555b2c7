"""An order of documents in which they fill the pages of the database.

Rows that come in the order of their keys go to the last page until one does not fit, and what is
left of the page stays empty: a fifth of all, with documents as registries have them. So it is
worth looking for documents that fit together.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence

_PAGE_HEAD = 8
_POINTER = 2
_ROW_HEAD = 12
"""Bytes of a row beside the document: lengths, keys and kinds of values; at most so many."""
_OVERFLOW_POINTER = 4


def filling_order(sizes: Sequence[int], page_bytes: int) -> list[int]:
    """Return the places of documents in the order in which they fill pages; sizes are in bytes.

    The largest come first, each with what just fits beside it.
    """
    room_of_page = page_bytes - _PAGE_HEAD
    pages: list[list[int]] = []
    rooms: list[tuple[int, int]] = []
    on_pages = [_on_page(size, page_bytes) for size in sizes]
    for place in sorted(range(len(sizes)), key=on_pages.__getitem__, reverse=True):
        size = on_pages[place]
        at = bisect_left(rooms, (size, 0))
        room, page = rooms.pop(at) if at < len(rooms) else (room_of_page, len(pages))
        if page == len(pages):
            pages.append([])
        pages[page].append(place)
        insort(rooms, (max(0, room - size), page))
    return [place for page in pages for place in page]


def _on_page(size: int, page_bytes: int) -> int:
    """Return how much of a page a document takes; large ones lie on pages of their own as well.

    See "Cell Payload Overflow Pages" in the description of SQLite's files.
    """
    payload = size + _ROW_HEAD
    if payload <= page_bytes - 35:
        return payload + _POINTER
    least = (page_bytes - 12) * 32 // 255 - 23
    rest = least + (payload - least) % (page_bytes - 4)
    on_page = rest if rest <= page_bytes - 35 else least
    return on_page + _OVERFLOW_POINTER + _POINTER
