"""What rows bear beside the records: marks and snippets, which come after the rows."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.models.row_marks import NO_MARKS, RowMarks
from desktop_app.ui.models.snippets import Snippet

_PAUSE = 20
"""Milliseconds after a snippet is missed; whoever scrolls passes by very many."""
_MOST_ASKED = 40
_MOST_KEPT = 4_000


class RowExtras(QObject):
    """Holds marks and snippets by NCT number.

    ``snippets_wanted`` asks for those of the rows that were drawn without, ``changed`` tells that
    some have come.
    """

    snippets_wanted = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, RowMarks] = {}
        self._snippets: dict[str, Snippet | None] = {}
        self._old: set[str] = set()
        self._missed: dict[str, None] = {}
        self.is_explaining = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask)

    def forget_snippets(self, *, is_explaining: bool, is_same: bool = False) -> None:
        """Begin with the snippets of another search; ``is_explaining`` tells that it has words.

        Those of the same search, made again, are shown until others have come.
        """
        if not is_same:
            self._snippets.clear()
        self._old = set(self._snippets)
        self._missed.clear()
        self.is_explaining = is_explaining

    def marks_of(self, nct_id: str) -> RowMarks:
        """Return the marks of a study, as far as they are known."""
        return self._marks.get(nct_id, NO_MARKS)

    def snippet_of(self, nct_id: str) -> Snippet | None:
        """Return why a study was found; it is asked for where it is not known yet."""
        is_read = nct_id in self._snippets and nct_id not in self._old
        if self.is_explaining and not is_read:
            self._missed.pop(nct_id, None)
            self._missed[nct_id] = None
            if not self._timer.isActive():
                self._timer.start()
        return self._snippets.get(nct_id)

    def show_marks(self, nct_ids: Iterable[str], marks: Mapping[str, RowMarks]) -> None:
        """Take the marks of studies; those that have none lose what they had."""
        others = [nct_id for nct_id in nct_ids if self._is_other(nct_id, marks.get(nct_id))]
        for nct_id in others:
            self._marks[nct_id] = marks.get(nct_id, NO_MARKS)
        if others:
            self.changed.emit()

    def _is_other(self, nct_id: str, marks: RowMarks | None) -> bool:
        known = self._marks.get(nct_id)
        # Most rows have none.
        return known is not marks and (known or NO_MARKS) != (marks or NO_MARKS)

    def show_snippets(self, snippets: Mapping[str, Snippet | None]) -> None:
        """Take why studies were found."""
        if len(self._snippets) > _MOST_KEPT:
            self._snippets.clear()
        self._old.difference_update(snippets)
        if not snippets.items() <= self._snippets.items():
            self._snippets.update(snippets)
            self.changed.emit()

    def _ask(self) -> None:
        """Ask for what was missed last: it is what is in sight."""
        wanted = tuple(self._missed)[-_MOST_ASKED:]
        self._missed.clear()
        if wanted:
            self.snippets_wanted.emit(wanted)
