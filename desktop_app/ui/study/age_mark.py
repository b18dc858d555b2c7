"""How old a record is that has not been looked up for long, and the offer to do it now."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.languages import _
from desktop_app.ui.looks.palette_colors import (
    accent_color,
    warning_text_color,
    with_text_color,
)
from desktop_app.ui.looks.typography import TypeScale, scaled


class AgeMark:
    """Words and a button, which the header sets into its line; neither where nothing is to say.

    They stay together where the line is broken.
    """

    def __init__(self) -> None:
        self._place, self._words = QWidget(), QLabel()
        self._words.setObjectName("record_age")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QToolButton()
        self.button.setObjectName("check_for_updates")
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setText(_("Check for Updates"))
        self.button.setToolTip(_("Ask the registry whether it has a newer version of this study"))
        self._row = QHBoxLayout(self._place)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._words)
        self._row.addWidget(self.button)
        self.show("")

    def __iter__(self) -> Iterator[QWidget]:
        return iter((self._place,))

    @property
    def words(self) -> str:
        """What is said; nothing where the record is not old."""
        return self._words.text()

    def show(self, words: str, *, is_offered: bool = True) -> None:
        """Say how old the record is, and offer to ask the registry; or neither."""
        self._words.setText(words.replace(" ", "\u00a0"))
        self._place.setVisible(bool(words))
        self.button.setAccessibleDescription(words)
        self.button.setVisible(is_offered)

    def dress(self, scale: TypeScale, palette: QPalette) -> None:
        """Take size and colours anew."""
        self._row.setSpacing(scale.space(4))
        self._words.setFont(scale.font)
        self._words.setPalette(with_text_color(palette, warning_text_color(palette)))
        self.button.setFont(scaled(scale.font, 0.9))
        dressed = QPalette(palette)
        dressed.setColor(QPalette.ColorRole.ButtonText, accent_color(palette))
        self.button.setPalette(dressed)
