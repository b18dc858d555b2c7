"""The box from which a part is chosen where there is no room for the list of parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from desktop_app.languages import _
from desktop_app.ui.models.parts_model import PartsModel


class PartChooser(QComboBox):
    """Takes no more room than there is, however long the titles are."""

    def __init__(self, model: PartsModel, title: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(_("Part of {title}").format(title=title))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def labelled(self) -> QLabel:
        """Return a label whose key goes to the box."""
        label = QLabel(_("&Part:"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self)
        return label

    def show_row(self, row: int) -> None:
        """Show which row is chosen, without telling of it."""
        self.blockSignals(True)
        self.setCurrentIndex(row)
        self.blockSignals(False)
