"""How old a record is that has not been looked up for long, and the offer to do it now."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from desktop_app.languages import _
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.looks.palette_colors import (
    accent_color,
    warning_text_color,
    with_text_color,
)
from desktop_app.ui.looks.typography import TypeScale, scaled


class AgeMark:
    """Words and a button, which the header sets into its line; neither where nothing is to say.

    They stay together where the line is broken, unless a line is too short for both.
    """

    def __init__(self) -> None:
        self._place, self._words = _Place(), _Words()
        self._words.setObjectName("record_age")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QToolButton()
        self.button.setObjectName("check_for_updates")
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setText(_("Check for Updates"))
        self.button.setToolTip(_("Ask the registry whether it has a newer version of this study"))
        for part in (self._words, self.button):
            self._place.flow.addWidget(part)
        self.show("")

    def __iter__(self) -> Iterator[QWidget]:
        return iter((self._place,))

    @property
    def words(self) -> str:
        """What is said; nothing where the record is not old."""
        return self._words.text()

    def show(self, words: str, *, is_offered: bool = True) -> None:
        """Say how old the record is, and offer to ask the registry; or neither."""
        self._words.setText(words)
        self._place.setVisible(bool(words))
        self.button.setAccessibleDescription(words)
        self.button.setVisible(is_offered)

    def dress(self, scale: TypeScale, palette: QPalette) -> None:
        """Take size and colours anew."""
        self._place.flow.set_gaps(scale.space(4), scale.space(4))
        self._words.setFont(scale.font)
        self._words.setPalette(with_text_color(palette, warning_text_color(palette)))
        self.button.setFont(scaled(scale.font, 0.9))
        dressed = QPalette(palette)
        dressed.setColor(QPalette.ColorRole.ButtonText, accent_color(palette))
        self.button.setPalette(dressed)


class _Words(QLabel):
    """Words in one line, or in several where one is too short for them."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the longest word."""
        metrics = self.fontMetrics()
        widths = map(metrics.horizontalAdvance, self.text().split())
        return QSize(max(widths, default=0) + 1, metrics.height())


class _Place(QWidget):
    """As wide as what it holds is in one row."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        return self.flow.one_row()
