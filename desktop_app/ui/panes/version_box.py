"""The box that chooses which version of a record is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.presentation.context import HeldVersion
from desktop_app.presentation.wording import NOT_STATED
from desktop_app.ui.panes.visible_text import visible_text

_LONGEST = 100
"""Characters; the whole name of a file stands in the table of versions."""


class VersionBox(QComboBox):
    """Lists the versions that are held of a study; there is nothing to choose among fewer than two.

    ``version_wanted`` gives the id of another version than the one that is shown.
    """

    version_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Version of the record")
        self.setToolTip("Show another version of the record that is in your library")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._ask)
        self.hide()

    def show_versions(self, versions: Sequence[HeldVersion]) -> None:
        """Offer other versions."""
        self.clear()
        for number, version in enumerate(versions):
            self.addItem(visible_text(version_words(version)), version.id)
            if version.is_shown:
                self.setCurrentIndex(number)
        self.setVisible(len(versions) > 1)

    @Slot(int)
    def _ask(self, row: int) -> None:
        self.version_wanted.emit(self.itemData(row))


def version_words(version: HeldVersion) -> str:
    """Return a version in one line: the date of its record, and what tells it from others."""
    record = f"Record of {version.record_date or NOT_STATED.lower()}"
    imported = f"imported {version.imported_at:%Y-%m-%d}" if version.imported_at else ""
    words = " · ".join(part for part in (record, imported, version.origin) if part)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
