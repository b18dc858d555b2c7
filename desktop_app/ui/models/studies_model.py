"""The list of studies: as many rows as there are, of which the pages that are seen are read."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import listed
from desktop_app.study.summary import StudySummary
from desktop_app.ui.models.row_extras import RowExtras
from desktop_app.ui.models.row_marks import mark_words
from desktop_app.ui.models.snippets import spoken_snippet
from desktop_app.ui.models.study_words import drawn_text, spoken_summary, title_of

SUMMARY_ROLE = int(Qt.ItemDataRole.UserRole)
MARKS_ROLE, SNIPPET_ROLE = SUMMARY_ROLE + 1, SUMMARY_ROLE + 2
PAGE_ROWS = 100
"""Several screens of rows, and few enough to be there within a key's repetition."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PAUSE = 15
"""Milliseconds after a row is missed; whoever drags the scroll bar misses very many."""
_PAGES_IN_SIGHT = 2
_PAGES_KEPT = 60


class StudiesModel(QAbstractListModel):
    """Rows of studies. ``page_wanted`` asks for the page of rows from a number on."""

    page_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[int, tuple[StudySummary, ...]] = {}
        self._row_count = 0
        self._stale: set[int] = set()
        self._missed: dict[int, None] = {}
        self._asked: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask)
        self.total: int | None = None
        self.extras = RowExtras(self)
        self.extras.changed.connect(self._tell_extras)

    def show_first(
        self, summaries: Sequence[StudySummary], has_more: bool, *, is_same_list: bool = False
    ) -> None:
        """Replace all rows by the first page; the others follow when the total is known.

        Of the same list, read again, there are about as many: whoever has scrolled stays there.
        """
        self._missed.clear()
        self._asked.clear()
        before = self._row_count if has_more and is_same_list else 0
        self.beginResetModel()
        self._pages = {0: tuple(summaries)}
        self._stale.clear()
        self._row_count = max(before, len(summaries))
        self.total = None if has_more else len(summaries)
        self.endResetModel()

    def keep_first(self, summaries: Sequence[StudySummary], has_more: bool) -> bool:
        """Keep all rows where the first of them, read again, are as they were; tells whether.

        The others are shown until they are read again, too, as they are seen.
        """
        if self._pages.get(0) != tuple(summaries):
            return False
        self._missed.clear()
        self._asked.clear()
        self._stale = set(self._pages) - {0}
        if not has_more:
            self.show_total(len(summaries))
        elif self._row_count > len(summaries):
            self.dataChanged.emit(self.index(len(summaries)), self.index(self._row_count - 1))
        return True

    def show_total(self, total: int) -> None:
        """Make room for all rows, read or not."""
        self.total = total
        if total > self._row_count:
            self.beginInsertRows(_ROOT, self._row_count, total - 1)
            self._row_count = total
            self.endInsertRows()
        elif total < self._row_count:
            self.beginRemoveRows(_ROOT, total, self._row_count - 1)
            self._row_count = total
            self.endRemoveRows()

    def show_page(self, offset: int, summaries: Sequence[StudySummary]) -> None:
        """Fill the rows that were asked for; the pages read longest ago are forgotten."""
        self._asked.discard(offset)
        self._stale.discard(offset)
        if (
            not summaries
            or offset >= self._row_count
            or self._pages.get(offset) == tuple(summaries)
        ):
            return
        self._pages[offset] = tuple(summaries)
        while len(self._pages) > _PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        last = min(offset + len(summaries), self._row_count) - 1
        self.dataChanged.emit(self.index(offset), self.index(last))

    def give_up(self) -> None:
        """Wait no longer for pages that could not be read; they are asked for when seen again."""
        self._asked.clear()

    def summary(self, row: int) -> StudySummary | None:
        """Return the study of a row, or None where there is none or it is not read yet."""
        offset = row // PAGE_ROWS * PAGE_ROWS
        page = self._pages.get(offset, ())
        if offset in self._stale:
            self._miss(offset)
        if 0 <= row - offset < len(page):
            return page[row - offset]
        if 0 <= row < self._row_count and offset not in self._pages:
            self._miss(offset)
        return None

    def numbers(self) -> tuple[str, ...]:
        """Return the numbers of the studies that are read."""
        return tuple(summary.nct_id for page in self._pages.values() for summary in page)

    def known(self) -> Iterator[StudySummary]:
        """Yield the studies that are read."""
        for page in self._pages.values():
            yield from page

    def numbers_within(self, rows: range) -> Iterator[str]:
        """Yield the numbers of the studies of some rows, of those that are read."""
        for offset in sorted(self._pages):
            first, last = max(rows.start - offset, 0), max(rows.stop - offset, 0)
            for summary in self._pages[offset][first:last]:
                yield summary.nct_id

    def rows_of(self, nct_ids: Collection[str]) -> list[int]:
        """Return the rows of studies, of those that are read."""
        wanted = frozenset(nct_ids)
        return sorted(
            offset + place
            for offset, page in self._pages.items()
            for place, summary in enumerate(page)
            if summary.nct_id in wanted
        )

    def row_of(self, nct_id: str) -> int:
        """Return the row of a study among those that are read, or -1."""
        found = (
            offset + place
            for offset, page in self._pages.items()
            for place, summary in enumerate(page)
            if summary.nct_id == nct_id
        )
        return next(found, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the rows, read or not."""
        return 0 if parent.isValid() else self._row_count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the whole row for a screen reader, or the summary itself."""
        summary = self.summary(index.row()) if index.isValid() else None
        if summary is None:
            is_spoken = index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole
            return self._place(index.row()) if is_spoken else None
        if role == SUMMARY_ROLE:
            return summary
        if role == MARKS_ROLE:
            return self.extras.marks_of(summary.nct_id)
        if role == SNIPPET_ROLE:
            return self.extras.snippet_of(summary.nct_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return drawn_text(title_of(summary))
        if role == Qt.ItemDataRole.ToolTipRole:
            from html import escape

            # A tip is taken as HTML where it looks like it; this one is, and the record's is not.
            return f"<p>{escape(self._spoken(summary))}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed((self._spoken(summary), self._place(index.row())))
        return None

    def _spoken(self, summary: StudySummary) -> str:
        marks = mark_words(self.extras.marks_of(summary.nct_id))
        snippet = self.extras.snippet_of(summary.nct_id)
        found = (spoken_snippet(snippet),) if snippet is not None else ()
        return drawn_text(spoken_summary(summary, *marks, *found))

    def _tell_extras(self) -> None:
        """Have all rows drawn again that are in sight; none moves."""
        if self._row_count:
            roles = [MARKS_ROLE, SNIPPET_ROLE]
            self.dataChanged.emit(self.index(0), self.index(self._row_count - 1), roles)

    def _miss(self, offset: int) -> None:
        if offset not in self._asked:
            self._missed.pop(offset, None)
            self._missed[offset] = None
            if not self._timer.isActive():
                self._timer.start()

    def _ask(self) -> None:
        """Ask for what was missed last: it is what is in sight."""
        if len(self._asked) >= _PAGES_IN_SIGHT:
            self._timer.start()
            return
        wanted = list(self._missed)[-_PAGES_IN_SIGHT:]
        self._missed.clear()
        self._asked.update(wanted)
        for offset in wanted:
            self.page_wanted.emit(offset)

    def _place(self, row: int) -> str:
        if self.total is None:
            return _("row {number}").format(number=grouped(row + 1))
        words = _("row {number} of {total}")
        return words.format(number=grouped(row + 1), total=grouped(self.total))
