"""Where numbers arrive: what the library holds is opened, what it lacks is offered to be fetched.

Nothing is sent to the registry before the person presses what is offered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.languages import N_, _
from desktop_app.registry.identifiers import read_request
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.library_queries import Query
from desktop_app.ui.registry.fetching.fetch_desk import FetchDesk
from desktop_app.ui.registry.fetching.number_lookup import NumberLookup
from desktop_app.ui.registry.fetching.offers import Offer, no_number_words
from desktop_app.ui.registry.fetching.reaching import StudyReach
from desktop_app.ui.registry.fetching.strip import Deed, FetchStrip

_CLOSE = N_("Close")


class NumberDesk(QObject):
    """Follows the search box, and takes what is dropped, pasted or handed over."""

    def __init__(
        self,
        browser: LibraryBrowser,
        lookup: NumberLookup,
        reach: StudyReach,
        fetching: FetchDesk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._browser, self._lookup = browser, lookup
        self._reach, self._fetching, self._window = reach, fetching, window
        self.strip = FetchStrip("fetch_offer", _("Numbers of studies"), browser.box)
        self.strip.left.connect(self._leave)
        self._offer: Offer | None = None
        self._is_typed = False
        browser.query_changed.connect(self._follow_words)
        browser.box.take_enter = self._take_enter

    @Slot(str)
    def take(self, text: str) -> None:
        """Open what is held of the numbers in a text that was dropped, pasted or handed over.

        For the others there is an offer, which has the keyboard.
        """
        self._lookup.look(text, self._take_given)

    def offer(self, nct_id: str) -> None:
        """Offer to fetch a study that was not found, or to bring it back."""
        self._lookup.look(nct_id, self._offer_missing, is_deep=False)

    @Slot(str)
    def take_pasted(self, text: str) -> None:
        """Do the same with what was pasted into the search box, where the keyboard stays."""
        self._lookup.look(text, self._take_in_box)

    @Slot()
    def fetch_by_number(self) -> None:
        """Ask for numbers in a text of any kind, and fetch those that are not held."""
        from desktop_app.ui.registry.fetching.number_dialog import NumberDialog

        dialog = NumberDialog(self._lookup, self._window)
        dialog.wanted.connect(self._do_all)
        dialog.open()

    @Slot(object)
    def _do_all(self, offer: Offer) -> None:
        """Fetch what is missing, bring back what is in the trash, and open what is held."""
        if offer.trashed:
            self._reach.restore(offer.trashed)
        if offer.missing:
            self._fetching.fetch(offer.missing, offer.held)
        elif offer.held:
            self._reach.open(offer.held)

    def _take_given(self, offer: Offer) -> None:
        if offer.found:
            self._reach.open(offer.found)
        elif offer.is_all_held:
            self._reach.open(offer.held)
        else:
            self._show(offer, is_typed=False)
            self.strip.take_focus()

    def _offer_missing(self, offer: Offer) -> None:
        self._show(offer, is_typed=False)

    def _take_in_box(self, offer: Offer) -> None:
        if offer.found:
            self._reach.study_wanted.emit(offer.found[0])
        elif offer.is_for_one and offer.held:
            self._reach.open(offer.held)
        elif offer.request:
            self._show(offer, is_typed=True)

    @Slot(object)
    def _follow_words(self, query: Query) -> None:
        """Look at what is typed; what is no number takes back what was offered for others."""
        if any(one.isdigit() for one in query.words):
            self._lookup.look(query.words, self._take_typed, is_deep=False)
        else:
            self._take_back_typed()

    def _take_typed(self, offer: Offer) -> None:
        # Of another registry: told once it is whole, though it may be found here all the same.
        is_told = bool(offer.request.others) and not offer.request.is_unfinished
        if offer.missing or offer.trashed or (is_told and not offer.held):
            self._show(offer, is_typed=True)
        else:
            self._take_back_typed()

    def _take_enter(self) -> bool:
        """Do what is offered for what is typed; tells whether Enter is used up."""
        request = read_request(self._browser.box.text())
        is_listed = self._browser.studies.rowCount() > 0
        if not request or (is_listed and not request.is_numbers):
            return False
        offer = self._offer if self.strip.isVisible() and self._is_typed else None
        if offer is not None and offer.request == request and offer.is_to_be_done:
            if self.strip.first is not None:
                self.strip.first.click()
        else:
            self._lookup.look(self._browser.box.text(), self._enter, is_deep=False)
        return True

    def _enter(self, offer: Offer) -> None:
        """Open what is held, and say what is wrong; what is to be fetched is seen before it is."""
        if offer.is_all_held:
            self._reach.open(offer.held)
            self._browser.list.take_focus()
        else:
            self._show(offer, is_typed=True)

    def _show(self, offer: Offer, *, is_typed: bool) -> None:
        self._offer, self._is_typed = offer, is_typed
        self.strip.say(offer.counted_words or no_number_words(offer), self._deeds(offer))

    def _deeds(self, offer: Offer) -> list[Deed]:
        deeds = []
        if offer.missing:
            fetch = partial(self._do, partial(self._fetching.fetch, offer.missing, offer.held))
            deeds.append(Deed(offer.fetch_words, _("Fetch"), fetch))
        if offer.held:
            opened = partial(self._do, partial(self._reach.open, offer.held), offer.missing)
            deeds.append(Deed(offer.open_words, _("Open"), opened))
        if offer.trashed:
            restore = partial(self._do, partial(self._reach.restore, offer.trashed), offer.missing)
            deeds.append(Deed(offer.restore_words, _("Restore"), restore))
        return [*deeds, Deed(_(_CLOSE), _(_CLOSE), self._leave)]

    def _do(self, deed: Callable[[], object], still_offered: tuple[str, ...] = ()) -> None:
        """Do one of the things that are offered; what is still to be fetched stays so."""
        if not still_offered:
            self._take_back()
        deed()

    def _take_back(self) -> None:
        self._offer = None
        if self.strip.leave():
            self._browser.list.take_focus()

    def _take_back_typed(self) -> None:
        self._lookup.forget()
        if self._is_typed:
            self._take_back()

    @Slot()
    def _leave(self) -> None:
        self._take_back()
        self._browser.list.take_focus()
