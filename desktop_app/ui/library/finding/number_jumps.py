"""Goes to the study whose number was pasted: that of this registry or of any other."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop_app.languages import _
from desktop_app.store.library import Library
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.tasks import Progress

_LONGEST = 4_000
_LONGEST_SHOWN = 40
_MOST_LISTED = 40


@dataclass(frozen=True, slots=True)
class Jump:
    """The studies whose numbers stand in a text."""

    text: str
    nct_ids: tuple[str, ...]
    is_told: bool


def find_numbers(text: str, is_told: bool, library: Library, _progress: Progress) -> Jump:
    """Return the studies of the library whose numbers stand in a text; raises StoreError."""
    return Jump(text, library.find_identifier(text), is_told)


class NumberJumps(QObject):
    """``study_wanted`` tells the study to go to, ``said`` why there is none."""

    study_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, browser: LibraryBrowser, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        browser.box.pasted.connect(self._look_quietly)

    @Slot()
    def go_to_pasted_number(self) -> None:
        """Go to the study whose number is on the clipboard."""
        content = QGuiApplication.clipboard().mimeData() or QMimeData()
        text = content.text().strip()[:_LONGEST]
        if text:
            self._look(text, is_told=True)
        else:
            self.said.emit(_("There is no text on the clipboard."))

    @Slot(str)
    def _look_quietly(self, text: str) -> None:
        """Look whether what was pasted into the box is a number; it is searched for anyway."""
        self._look(text[:_LONGEST], is_told=False)

    def _look(self, text: str, *, is_told: bool) -> None:
        self._browser.glance(partial(find_numbers, text, is_told), self._go)

    @Slot(object)
    def _go(self, jump: Jump) -> None:
        if len(jump.nct_ids) == 1 or (jump.nct_ids and not jump.is_told):
            self.study_wanted.emit(jump.nct_ids[0])
        elif jump.nct_ids:
            self._browser.show_text(" OR ".join(jump.nct_ids[:_MOST_LISTED]))
        elif jump.is_told:
            self.said.emit(_not_found(jump.text))


def _not_found(text: str) -> str:
    line = " ".join(text.split())
    shown = line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"
    if parse_nct_number(text) is not None:
        words = _("{nct_id} is not in your library. Import its record to read it.")
        return words.format(nct_id=shown)
    words = _("“{text}” is the number of no study in your library.")
    return words.format(text=shown)
