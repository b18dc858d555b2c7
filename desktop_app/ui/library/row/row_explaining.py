"""Says in the rows that are seen why they were found."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.row.snippet_reading import SnippetsRead, read_snippets


class RowExplaining(QObject):
    """Reads snippets as rows are drawn without."""

    def __init__(self, browser: LibraryBrowser, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        self._extras = browser.studies.extras
        self._extras.snippets_wanted.connect(self._read)

    @Slot(object)
    def _read(self, nct_ids: tuple[str, ...]) -> None:
        text = self._browser.query.text
        self._browser.glance(partial(read_snippets, nct_ids, text), self._show)

    @Slot(object)
    def _show(self, read: SnippetsRead) -> None:
        self._extras.show_snippets(read.snippets)
