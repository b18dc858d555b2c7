"""The list of the parts of a tab, with the names of groups between them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import listed
from desktop_app.ui.panes.parts import Part
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NOTE_ROLE, HITS_ROLE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
_UNTITLED = N_("Untitled")
_LONGEST = 400


def found_words(hits: int) -> str:
    """Return how often something was found."""
    return ngettext("{count} found", "{count} found", hits).format(count=grouped(hits))


class PartsModel(QAbstractListModel):
    """Rows are parts, or names of groups, which cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()
        self._rows: list[int | str] = []
        self._hits: Sequence[int] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts."""
        self.beginResetModel()
        self._parts, self._rows, self._hits = parts, [], ()
        group = ""
        for number, part in enumerate(parts):
            if part.group and part.group != group:
                self._rows.append(part.group)
            group = part.group
            self._rows.append(number)
        self.endResetModel()

    def show_hits(self, hits: Sequence[int]) -> None:
        """Show how often each part has the words that are looked for; nothing for none."""
        if list(hits) != list(self._hits):
            self._hits = list(hits)
            self.dataChanged.emit(self.index(0), self.index(max(0, len(self._rows) - 1)))

    def part_at(self, row: int) -> int | None:
        """Return the part in a row, None for the name of a group."""
        entry = self._rows[row] if 0 <= row < len(self._rows) else None
        return entry if isinstance(entry, int) else None

    def row_of(self, part: int) -> int:
        """Return the row of a part."""
        return self._rows.index(part)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let parts be chosen alone."""
        if self.part_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, note and hits of a part, or the name of a group."""
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if isinstance(entry, str):
            return visible_text(entry) if role == Qt.ItemDataRole.DisplayRole else None
        part, hits = self._parts[entry], self._hits[entry] if self._hits else 0
        # Whole above its text; here so much of it as anybody reads in a list.
        title = visible_text(part.title[:_LONGEST]).replace("\n", " ") or _(_UNTITLED)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join(x for x in (title, part.section.note) if x))
            case Qt.ItemDataRole.AccessibleTextRole:
                found = found_words(hits) if hits else ""
                return listed((title, part.section.note, found))
        if role == NOTE_ROLE:
            return visible_text(part.section.note)
        return hits if role == HITS_ROLE else None
