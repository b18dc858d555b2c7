"""The controls of the preferences: each shows one setting, and tells when another is chosen.

``chosen`` tells the name of the setting and the value; ``show_settings`` marks what is in force.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from desktop_app.languages import _, pgettext
from desktop_app.ui.check_boxes import CheckBox
from desktop_app.ui.dialogs.preference_choices import Choice, Switch
from desktop_app.ui.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings

_TEXT_STEP = 10
_TEXT_SETTING = "text_percent"


class ChoiceBox(QComboBox):
    """One of several ways."""

    chosen = Signal(str, object)

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(choice.setting)
        for value, words in choice.options:
            self.addItem(words, value)
        self.activated.connect(self._tell)

    def show_settings(self, settings: Settings) -> None:
        """Mark what is in force; what this version does not know counts as the first."""
        self.setCurrentIndex(max(0, self.findData(getattr(settings, self.objectName()))))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing is chosen by passing over it."""
        event.ignore()

    @Slot(int)
    def _tell(self, row: int) -> None:
        self.chosen.emit(self.objectName(), self.itemData(row))


class SwitchBox(CheckBox):
    """Something that is on or off."""

    chosen = Signal(str, object)

    def __init__(self, switch: Switch, parent: QWidget | None = None) -> None:
        super().__init__(_(switch.label), parent)
        self.setObjectName(switch.setting)
        self.clicked.connect(self._tell)

    def show_settings(self, settings: Settings) -> None:
        """Mark what is in force."""
        self.setChecked(getattr(settings, self.objectName()))

    @Slot(bool)
    def _tell(self, is_on: bool) -> None:
        self.chosen.emit(self.objectName(), is_on)


class TextSizeBox(QSpinBox):
    """The size of all text, in percent of the system's."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(_TEXT_SETTING)
        self.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        self.setSingleStep(_TEXT_STEP)
        # Translators: What follows a number of percent.
        self.setSuffix(pgettext("after a number", " %"))
        # A number that is being typed is not a size yet.
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._tell)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.setValue(settings.text_percent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    @Slot(int)
    def _tell(self, percent: int) -> None:
        self.chosen.emit(_TEXT_SETTING, percent)
