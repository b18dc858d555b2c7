"""Studies that stay selected while others come in before them."""

from collections.abc import Iterator

from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.models.studies_model import PAGE_ROWS

_MOST_PAGES = 4


class KeptSelection:
    """Knows which studies are selected while their rows are read again, until others are chosen.

    All of a list that is not read to its end stay all of it, with those that come in.
    """

    def __init__(self, rows: LibraryList) -> None:
        self._list = rows
        self._awaited: tuple[str, ...] = ()
        self._pages: tuple[int, ...] = ()
        self._is_all = False
        rows.selection_chosen.connect(self.forget)

    def note(self) -> None:
        """Take note of what is selected, before the rows are replaced by the same list anew."""
        selected = self._list.known_selection()
        self._is_all = self._is_all or (not selected and self._list.is_all_selected())
        if not self._awaited or len(selected) > len(self._awaited):
            self._awaited = selected
            self._pages = tuple(self._pages_of_selection())[:_MOST_PAGES]

    def forget(self) -> None:
        """Wait for nothing: others are selected, or another list is shown."""
        self._awaited, self._is_all = (), False

    def restore(self) -> tuple[int, ...]:
        """Select what has come; return where the pages begin in which the rest may stand."""
        if self._is_all:
            self.take_all()
            return ()
        if len(self._awaited) < 2 or self.take_page():
            return ()
        return self._pages

    def take_page(self) -> bool:
        """Select what has come of what is waited for; tell whether that is all."""
        self.take_all()
        if self._awaited and self._list.select_again(self._awaited) == len(self._awaited):
            self._awaited = ()
        return not self._awaited

    def _pages_of_selection(self) -> Iterator[int]:
        """Yield the pages of the rows, and those into which rows move as others come."""
        pages = {row // PAGE_ROWS for part in self._list.selected_rows() for row in part}
        for page in sorted({*pages, *(one + 1 for one in pages)} - {0}):
            if page * PAGE_ROWS < self._list.count_rows():
                yield page * PAGE_ROWS

    def take_all(self) -> None:
        """Select all that there is by now, where all of it was selected.

        Otherwise nothing is done: what is waited for may stand in rows that are yet to be replaced.
        """
        if self._is_all:
            self._list.select_all_again()
            self._awaited = ()
