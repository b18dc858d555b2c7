"""The box that chooses which version of a record is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.presentation.context import HeldVersion
from desktop_app.presentation.origins import origin_words, short_origin_words
from desktop_app.study.dates import PartialDate
from desktop_app.ui.elided_box import ElidedBox

_LONGEST = 100
"""Characters; the whole name of a file stands in the table of versions."""


class VersionBox(ElidedBox):
    """Lists the versions that are held of a study; there is nothing to choose among fewer than two.

    ``version_wanted`` gives the id of another version than the one that is shown.
    """

    version_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Version of the record"))
        self.explain(_("Show another version of the record that is in your library"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._ask)
        self.hide()

    def show_versions(self, versions: Sequence[HeldVersion]) -> None:
        """Offer other versions."""
        self.clear()
        for number, version in enumerate(versions):
            self.add_line(version_words(version), whole_version_words(version), version.id)
            if version.is_shown:
                self.setCurrentIndex(number)
        self.setVisible(len(versions) > 1)

    @Slot(int)
    def _ask(self, row: int) -> None:
        self.version_wanted.emit(self.itemData(row))


def version_words(version: HeldVersion) -> str:
    """Return a version in one line: the date of its record, and what tells it from others."""
    words = _version_words(version, short_origin_words(version.origin))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def whole_version_words(version: HeldVersion) -> str:
    """Return the same with all that is known of where it came from."""
    return _version_words(version, origin_words(version.origin))


def _version_words(version: HeldVersion, origin: str) -> str:
    record = _("Record of {date}") if version.record_date else _("Record of a date not stated")
    day = PartialDate.parse(version.record_date) if version.record_date else None
    record = record.format(date=date_text(day) if day else "")
    imported = ""
    if version.imported_at:
        imported = _("imported {date}").format(date=date_text(version.imported_at))
    return " · ".join(part for part in (record, imported, origin) if part)
