"""The boxes that choose which two records are compared."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from desktop_app.languages import _
from desktop_app.presentation.context import HeldVersion
from desktop_app.punctuation import labelled
from desktop_app.ui.changes.comparing import Versions
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.elided_box import ElidedBox
from desktop_app.ui.panes.version_box import version_words, whole_version_words

_FEWEST_LETTERS = 20


class VersionChoice(QWidget):
    """Two lists of versions, of one study or of two; ``changed`` tells another choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = (_make_box(), _make_box())
        self._labels = (plain_label(""), plain_label(""))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(zip(self._labels, self._boxes, strict=True)):
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
            box.activated.connect(self._tell)

    def show_versions(self, old: Versions, new: Versions, old_id: int, new_id: int) -> None:
        """Offer the versions of one study twice, or those of two studies."""
        is_one = old.nct_id == new.nct_id
        words = (_("&Before"), _("&After")) if is_one else (_("&First study"), _("S&econd study"))
        for label, box, text in zip(self._labels, self._boxes, words, strict=True):
            label.setText(labelled(text, "").rstrip())
            box.setAccessibleName(text.replace("&", ""))
        for box, versions, shown in zip(self._boxes, (old, new), (old_id, new_id), strict=True):
            _fill(box, versions.held, shown, "" if is_one else versions.nct_id)

    @property
    def ids(self) -> tuple[int, int]:
        """The ids of the two versions that are chosen."""
        old, new = (int(box.currentData()) for box in self._boxes)
        return old, new

    @property
    def boxes(self) -> tuple[QComboBox, QComboBox]:
        """The lists, for the order of the key Tab."""
        return self._boxes

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _make_box() -> ElidedBox:
    box = ElidedBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_FEWEST_LETTERS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _fill(box: ElidedBox, held: Sequence[HeldVersion], shown: int, nct_id: str) -> None:
    box.clear()
    for row, version in enumerate(held):
        told = version_words(version), whole_version_words(version)
        words, whole = (" · ".join(part for part in (nct_id, one) if part) for one in told)
        box.add_line(words, whole, version.id)
        if version.id == shown:
            box.setCurrentIndex(row)
