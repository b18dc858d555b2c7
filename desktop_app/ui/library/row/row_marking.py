"""Keeps the marks of the rows that are read in step with what the person does."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.library_queries import Page
from desktop_app.ui.library.row.mark_reading import MarksRead, read_marks


class RowMarking(QObject):
    """Reads the marks of rows as they come, and again when some have changed."""

    def __init__(self, browser: LibraryBrowser, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        browser.rows_shown.connect(self._read_page)
        self.read_again()

    @Slot()
    def read_again(self) -> None:
        """Read the marks of all rows that are held."""
        self._read(self._browser.studies.numbers())

    def read_study(self, nct_id: str) -> None:
        """Read the marks of one study, which has just been opened."""
        self._read((nct_id,))

    @Slot(object)
    def _read_page(self, page: Page) -> None:
        self._read(tuple(summary.nct_id for summary in page.summaries))

    def _read(self, nct_ids: tuple[str, ...]) -> None:
        if nct_ids:
            self._browser.glance(partial(read_marks, nct_ids), self._show)

    @Slot(object)
    def _show(self, read: MarksRead) -> None:
        self._browser.studies.extras.show_marks(read.nct_ids, read.marks)
