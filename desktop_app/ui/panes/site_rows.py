"""Where the rows of a list of sites stand in the text of a view."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from desktop_app.presentation.section import Field
from desktop_app.presentation.site_list import ListedSite, SiteRow, site_rows
from desktop_app.ui.panes.document_writer import GAP, LINE
from desktop_app.ui.panes.section_view import SectionView
from desktop_app.ui.panes.visible_text import visible_text

_COMPARED = 400
"""Characters; a very long text is parted among paragraphs."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """From where to where a site's row goes, and its number in the record."""

    start: int
    end: int
    number: int


class SiteRows:
    """Finds the row of a site in a view, and the site of a place in its text.

    Rows are known by their words, one after the other: the writer of the text knows no sites.
    """

    def __init__(self, view: SectionView) -> None:
        self._view = view
        self._sites: Sequence[ListedSite] = ()
        self._rows: tuple[SiteRow, ...] | None = None
        self._places: list[RowPlace] = []
        self._indexed: tuple[QTextDocument, int] | None = None

    def use_sites(self, sites: Sequence[ListedSite]) -> None:
        """Take the sites of the list that is shown from now on."""
        self._sites = sites
        self._rows = self._indexed = None

    def number_at(self, position: int) -> int | None:
        """Return the site whose row is at a place of the text."""
        places = self._known()
        at = bisect_right(places, position, key=lambda place: place.start) - 1
        return places[at].number if at >= 0 and position <= places[at].end else None

    def go_to(self, number: int) -> None:
        """Select the row of a site and scroll to it; a site that is not listed changes nothing."""
        self._view.complete()
        for place in self._known():
            if place.number == number:
                self._view.bring_into_sight(place.end)
                self._view.bring_into_sight(place.start)
                cursor = QTextCursor(self._view.document())
                cursor.setPosition(place.end)
                cursor.setPosition(place.start, QTextCursor.MoveMode.KeepAnchor)
                self._view.setTextCursor(cursor)

    def _known(self) -> list[RowPlace]:
        document = self._view.document()
        state = (document, document.blockCount())
        if self._rows is None:
            self._rows = site_rows(self._sites)
        if self._indexed != state:
            self._places = list(_places(document, self._rows))
            self._indexed = state
        return self._places


def _places(document: QTextDocument, rows: tuple[SiteRow, ...]) -> Iterator[RowPlace]:
    left = iter(rows)
    row = next(left, None)
    block = document.firstBlock()
    while block.isValid() and row is not None:
        text = block.text()
        label, is_beside, value = text.partition("\t")
        if _begins(value if is_beside else label, row_words(row.field)):
            yield RowPlace(block.position(), block.position() + block.length() - 1, row.site.number)
            row = next(left, None)
        block = block.next()


def _begins(text: str, words: str) -> bool:
    """Tell whether a paragraph is that of a row."""
    return text == words or (len(words) > _COMPARED and text.startswith(words[:_COMPARED]))


def row_words(field: Field) -> str:
    """Return the words of a row behind its label."""
    first, _, rest = field.value.partition("\n")
    parts = (first, GAP + field.note if field.note else "", LINE + rest if rest else "")
    return "".join(visible_text(part).replace("\n", LINE) for part in parts)
