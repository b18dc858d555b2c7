"""Opens studies of the library: one in its tabs, several as a list; brings back what is trashed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.languages import N_, _
from desktop_app.registry.fetching import Fate
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.models.import_model import ImportLine, Outcome
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.personal_actions import PersonalActions

_MOST_LISTED = 40
"""So many numbers a search can ask for; more of them stand in a list of results."""
_NOT_ASKED = N_("It was not fetched yet.")


class StudyReach(QObject):
    """``study_wanted`` tells the study to open."""

    study_wanted = Signal(str)

    def __init__(
        self,
        browser: LibraryBrowser,
        personal: PersonalActions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._browser, self._personal, self._window = browser, personal, window
        self._awaited: frozenset[int] = frozenset()
        personal.changed.connect(self._open_restored)

    def open(self, nct_ids: Sequence[str]) -> None:
        """Open one study, or list several."""
        if len(nct_ids) == 1:
            self.study_wanted.emit(nct_ids[0])
        elif 1 < len(nct_ids) <= _MOST_LISTED:
            self._browser.show_text(" OR ".join(nct_ids))
        elif nct_ids:
            held = [ImportLine(Outcome.SAME, nct_id, "") for nct_id in nct_ids]
            self._show_lines(held, _("Numbers of studies"))

    def restore(self, nct_ids: Sequence[str]) -> None:
        """Bring studies back from the trash, and open them once they are there."""
        numbers = frozenset(n for n in map(parse_nct_number, nct_ids) if n is not None)
        self._awaited = numbers
        self._personal.restore(sorted(numbers))

    def show_fates(self, fates: Sequence[Fate], left: Sequence[str]) -> None:
        """List what became of each number; ``left`` are those of which nothing is known."""
        lines = [_line_of(fate) for fate in fates]
        lines += [_left_line(nct_id) for nct_id in left]
        self._show_lines(lines, _("Fetching from ClinicalTrials.gov"))

    def _show_lines(self, lines: Sequence[ImportLine], title: str) -> None:
        from desktop_app.ui.dialogs.import_results import ImportResultsDialog

        dialog = ImportResultsDialog(lines, self._window, title=title)
        dialog.study_activated.connect(self.study_wanted)
        dialog.show()

    @Slot(object, object)
    def _open_restored(self, numbers: frozenset[int], kind: Kind) -> None:
        if kind is Kind.TRASH and self._awaited and self._awaited <= numbers:
            back, self._awaited = self._awaited, frozenset()
            self.open([format_nct_id(number) for number in sorted(back)])


def is_listable(nct_ids: Sequence[str]) -> bool:
    """Tell whether studies can stand in the list of the library, found by a search."""
    return len(nct_ids) <= _MOST_LISTED


def _line_of(fate: Fate) -> ImportLine:
    if fate.added is None:
        return ImportLine(Outcome.NOT_FETCHED, "", fate.asked, fate.problem)
    added = fate.added
    return ImportLine(Outcome[added.outcome.name], added.nct_id, added.origin, added.note)


def _left_line(nct_id: str) -> ImportLine:
    return ImportLine(Outcome.NOT_FETCHED, "", nct_id, _(_NOT_ASKED))
