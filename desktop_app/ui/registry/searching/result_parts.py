"""Parts of the page of results: labels, buttons, and what stands in the place of the list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.looks.typography import TypeScale


def named_label(name: str) -> QLabel:
    """Return an empty label for plain text, found by a name."""
    label = plain_label("")
    label.setObjectName(name)
    return label


def named_button(text: str, name: str, *, is_flat: bool = False) -> QPushButton:
    """Return a button, found by a name."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setFlat(is_flat)
    return button


class ButtonRows(QWidget):
    """As high as its rows of buttons are: a column of them gives it the height of most rows."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        for button in buttons:
            self._flow.addWidget(button)

    def set_gaps(self, across: int, down: int) -> None:
        """Set the distances between buttons and between rows, in pixels."""
        self._flow.set_gaps(across, down)

    def event(self, event: QEvent) -> bool:
        """Follow the width, and which buttons are seen."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.setFixedHeight(self._flow.heightForWidth(self.width()))
        return done


class ListPlace(QWidget):
    """Stands in the place of a list that is not there: why, and what can be done about it."""

    again_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence = named_label("registry_empty")
        self.again = named_button("", "registry_again_here")
        self.back = named_button(_("Back to the Library"), "registry_back_here")
        self.again.clicked.connect(self.again_wanted)
        self.back.clicked.connect(self.left)
        self._deeds = ButtonRows(self.again, self.back)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self._deeds)
        self._column.addStretch(1)
        self._space_out()

    def say(self, sentence: str, step: str = "") -> None:
        """Say why there is no list; where there is a ``step``, a button asks again in its words."""
        self.sentence.setText(sentence)
        self.again.setText(step)
        # Whoever hears the button, which has the keyboard then, hears why it is there.
        self.again.setAccessibleDescription(sentence)
        self._deeds.setVisible(bool(step))

    def take_focus(self) -> bool:
        """Put the keyboard on what asks again, and tell whether that is there."""
        if not self._deeds.isHidden():
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self._deeds.isHidden()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space_out()

    def _space_out(self) -> None:
        scale = TypeScale(self.font())
        side, gap = scale.space(16), scale.space(8)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(scale.space(12))
        self._deeds.set_gaps(gap, gap)
