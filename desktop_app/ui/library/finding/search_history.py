"""The last searches, offered again in the empty search box."""

from PySide6.QtCore import QObject, Slot

from desktop_app.languages import _
from desktop_app.ui.library.finding.completion_reading import Offer
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.settings import Settings, SettingsKeeper

_MOST = 10
_LONGEST = 300


class SearchHistory(QObject):
    """Notes a search once somebody goes on to what it found, where they want that kept."""

    def __init__(self, browser: LibraryBrowser, settings: SettingsKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        self._settings = settings
        browser.box.list_wanted.connect(self.note)
        browser.study_selected.connect(self.note)
        settings.changed.connect(self._follow)

    def offers(self) -> tuple[Offer, ...]:
        """Return the searches, the last one first, and what forgets them; none where none is."""
        label = _("searched before")
        made = tuple(
            Offer(text, len(text), text, label) for text in self._settings.current.recent_searches
        )
        return (*made, forgetting()) if made else ()

    @Slot()
    def note(self) -> None:
        """Note what is searched for."""
        text = " ".join(self._browser.box.text().split())
        current = self._settings.current
        if text and len(text) <= _LONGEST and current.keeps_searches:
            others = (one for one in current.recent_searches if one != text)
            self._settings.change(recent_searches=(text, *others)[:_MOST])

    def forget(self, text: str = "") -> None:
        """Forget one search, or all of them."""
        left = (one for one in self._settings.current.recent_searches if text not in ("", one))
        self._settings.change(recent_searches=tuple(left))

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        if settings.recent_searches and not settings.keeps_searches:
            self.forget()


def forgetting() -> Offer:
    """Return the offer that forgets all searches."""
    return Offer("", 0, _("Forget These Searches"), "")
