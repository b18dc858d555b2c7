"""Reading a record of the registry without keeping it, and keeping it then."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.punctuation import labelled
from desktop_app.registry.held_or_not import Standing
from desktop_app.registry.recent import RecentStudies
from desktop_app.store.adding import AddedRecord
from desktop_app.store.library import Library
from desktop_app.ui.means import Means
from desktop_app.ui.registry.searching.asking import Asking
from desktop_app.ui.registry.searching.unkept import FetchUnkept, Unkept, opened_unkept
from desktop_app.ui.registry.searching.unkept_strip import UnkeptStrip
from desktop_app.ui.tasks import Progress

_WORDS = {
    Standing.NOT_HELD: N_("Not kept: this record was read at ClinicalTrials.gov."),
    Standing.NEWER: N_(
        "Not kept: this record was read at ClinicalTrials.gov, and is newer than the one in your"
        " library."
    ),
    Standing.IN_TRASH: N_(
        "Not kept: this record was read at ClinicalTrials.gov. An earlier one is in your trash."
    ),
}
_READ_ONLY = N_("The library can only be read, so nothing can be kept.")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept as what, or why it could not be."""

    unkept: Unkept
    outcome: AddedRecord | DesktopAppError


class UnkeptReading(QObject):
    """``opened`` tells an `OpenStudy`, ``kept`` the number of the study shown, once it is held.

    ``library_changed`` tells the same of one in whose place another is shown by then.
    ``read_failed`` tells that a record cannot be read, ``failed`` that it cannot be kept.
    """

    opened = Signal(object)
    kept = Signal(str)
    library_changed = Signal()
    said = Signal(str)
    read_failed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, means: Means, asking: Asking, recent: RecentStudies, window: QWidget
    ) -> None:
        super().__init__(window)
        self._means, self._asking, self._recent = means, asking, recent
        self.strip = UnkeptStrip(window)
        self.strip.keep_wanted.connect(self.keep)
        self._standing = Standing.NOT_HELD
        self._shown: Unkept | None = None
        self._is_opening = False

    @Slot(str, object)
    def read(self, nct_id: str, standing: Standing) -> None:
        """Read a record at the registry; what was asked for before is given up."""
        self._standing = standing
        words = _("Reading {nct_id} at ClinicalTrials.gov …")
        self.strip.say(words.format(nct_id=nct_id), can_keep=False)
        self._asking.ask(FetchUnkept(nct_id, self._recent), self._show, self._tell_unread)

    def follow(self, _nct_id: str) -> None:
        """Take the strip away from a study that is in the library."""
        if not self._is_opening:
            self._asking.cancel()
            self._shown = None
            self.strip.say("")

    def look_again(self) -> None:
        """Show the library's record in the place of the one that was read, once that is kept."""
        shown = self._shown
        if shown is None or self._asking.is_busy:
            return
        try:
            held = self._means.shelf.source(shown.fetched.nct_id)
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        if held is not None and held.content == shown.fetched.content:
            self.follow(shown.fetched.nct_id)
            self.kept.emit(shown.fetched.nct_id)

    @Slot(object)
    def _show(self, unkept: Unkept) -> None:
        try:
            opened = opened_unkept(unkept, self._means.shelf, date.today())
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        self._shown = unkept
        self._is_opening = True
        self.opened.emit(opened)
        self._is_opening = False
        self._say_what_is_shown()

    def _say_what_is_shown(self) -> None:
        if self._shown is None:
            self.strip.say("")
            return
        is_read_only = self._means.library.is_read_only
        words = _(_WORDS.get(self._standing, _WORDS[Standing.NOT_HELD]))
        if is_read_only:
            words = f"{words} {_(_READ_ONLY)}"
        self.strip.say(words, can_keep=not is_read_only)

    @Slot(object)
    def _tell_unread(self, error: DesktopAppError) -> None:
        self._say_what_is_shown()
        self.look_again()
        self.read_failed.emit(error)

    def keep(self) -> bool:
        """Keep what was read and is shown; tells whether there is anything to keep."""
        if self._shown is None:
            return False
        if self._means.library.is_read_only:
            self.said.emit(_(_READ_ONLY))
            return True
        self.strip.say(_("Keeping …"), can_keep=False)
        work = partial(_keep, self._means.library, self._shown)
        self._means.writing.start(work, on_success=self._tell_kept)
        return True

    @Slot(object)
    def _tell_kept(self, kept: _Kept) -> None:
        """Tell how it ended; what was opened meanwhile, or is being read, stays in view."""
        is_shown = self._shown is kept.unkept and not self._asking.is_busy
        if isinstance(kept.outcome, DesktopAppError):
            self._tell_unkept(kept.unkept, kept.outcome, is_shown=is_shown)
            return
        nct_id = kept.outcome.nct_id
        self.said.emit(_("{nct_id} is in your library now.").format(nct_id=nct_id))
        if is_shown:
            self._shown = None
            self.strip.say("")
            self.kept.emit(nct_id)
        else:
            self.library_changed.emit()

    def _tell_unkept(self, unkept: Unkept, error: DesktopAppError, *, is_shown: bool) -> None:
        words = _("This record could not be kept.")
        if is_shown:
            self.strip.say(words)
        else:
            self.said.emit(labelled(unkept.fetched.nct_id, words))
        self.failed.emit(error)


def _keep(library: Library, unkept: Unkept, progress: Progress) -> _Kept:
    progress(0)
    try:
        return _Kept(unkept, library.add(unkept.record))
    except DesktopAppError as error:
        return _Kept(unkept, error)
