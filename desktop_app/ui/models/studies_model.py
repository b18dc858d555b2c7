"""The list of studies: one page of rows after the other, as far as somebody scrolls."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import (
    NOT_APPLICABLE,
    NOT_STATED,
    count_of,
    enrollment_words,
    grouped,
    phase_words,
)
from desktop_app.study.design import EnrollmentInfo
from desktop_app.study.enumerations import Phase, StudyType
from desktop_app.study.summary import StudySummary

SUMMARY_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class StudiesModel(QAbstractListModel):
    """Rows of studies. ``more_wanted`` asks for the rows from a number on."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summaries: list[StudySummary] = []
        self._has_more = False
        self._is_waiting = False
        self.total: int | None = None

    def show_first(self, summaries: Sequence[StudySummary], has_more: bool) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._summaries = list(summaries)
        self._has_more = has_more
        self._is_waiting = False
        self.total = None if has_more else len(self._summaries)
        self.endResetModel()

    def add_more(self, summaries: Sequence[StudySummary], has_more: bool) -> None:
        """Add the rows that were asked for."""
        self._is_waiting = False
        self._has_more = has_more
        if not summaries:
            return
        first = len(self._summaries)
        self.beginInsertRows(_ROOT, first, first + len(summaries) - 1)
        self._summaries.extend(summaries)
        self.endInsertRows()

    def summary(self, row: int) -> StudySummary | None:
        """Return the study of a row, or None beyond the rows that are there."""
        return self._summaries[row] if 0 <= row < len(self._summaries) else None

    def row_of(self, nct_id: str) -> int:
        """Return the row of a study among those that are there, or -1."""
        found = (row for row, summary in enumerate(self._summaries) if summary.nct_id == nct_id)
        return next(found, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the rows that are there so far."""
        return 0 if parent.isValid() else len(self._summaries)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more rows, and none are under way."""
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for more rows; they come by ``add_more``."""
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit(len(self._summaries))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the whole row for a screen reader, or the summary itself."""
        summary = self.summary(index.row()) if index.isValid() else None
        if summary is None:
            return None
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(summary)
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tip is taken as HTML where it looks like it; this one is, and the record's is not.
            return f"<p>{escape(spoken_summary(summary))}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{spoken_summary(summary)}, {self._place(index.row())}"
        return None

    def _place(self, row: int) -> str:
        if self.total is None:
            return f"row {grouped(row + 1)}"
        return f"row {grouped(row + 1)} of {grouped(self.total)}"


def title_of(summary: StudySummary) -> str:
    """Return the title, or that there is none."""
    return summary.brief_title or "No title in this record"


def phase_phrase(summary: StudySummary) -> str:
    """Return the phase so that it can stand alone: ``Phase 2``, ``Phase not stated``."""
    phases = [Phase.__members__.get(phase, phase) for phase in summary.phases]
    if phases and phases != [Phase.NA]:
        return phase_words(phases)
    is_missing = not phases and summary.study_type in ("", StudyType.INTERVENTIONAL)
    return f"Phase {(NOT_STATED if is_missing else NOT_APPLICABLE).lower()}"


def enrollment_of(summary: StudySummary) -> tuple[str, str]:
    """Return the number of participants and its kind."""
    info = EnrollmentInfo(count=summary.enrollment_count, type=summary.enrollment_type or None)
    return enrollment_words(info)


def spoken_summary(summary: StudySummary) -> str:
    """Return a study as a screen reader says it."""
    number, kind = enrollment_of(summary)
    if number == NOT_STATED:
        participants = "enrollment not stated"
    else:
        participants = f"{count_of(summary.enrollment_count or 0, 'participant')} {kind}"
    return ", ".join(
        (
            summary.nct_id,
            title_of(summary),
            status_look(summary.overall_status).word,
            phase_phrase(summary),
            participants,
        )
    )
