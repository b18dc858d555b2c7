"""A quiet strip above the tabs: a newer version of the study came since the person last looked."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.languages import _
from desktop_app.ui.clipped_label import ClippedLabel
from desktop_app.ui.looks.palette_colors import accent_color
from desktop_app.ui.looks.strip_ground import BAR, paint_strip
from desktop_app.ui.looks.typography import TypeScale

_MOST_LINES = 3


class ChangesStrip(QWidget):
    """One sentence and a button, hidden where nothing changed; ``wanted`` asks for the changes."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ClippedLabel()
        self._label.set_max_lines(_MOST_LINES)
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setText(_("What Changed…"))
        self.button.setAccessibleName(_("Show what changed"))
        self.button.clicked.connect(self.wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """What the strip says; nothing where it is hidden."""
        return self._label.whole_text

    def show_words(self, words: str) -> None:
        """Say something, told to assistive technology as the strip's description; or hide."""
        self._label.show_text(words)
        self.setAccessibleName(_("Changed"))
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def fit(self, width: int) -> None:
        """Take the height that the words need in a width, three lines at most."""
        button = self.button.sizeHint()
        inner = width - BAR - 4 * self._padding - button.width()
        text = self._label.height_of(max(1, inner), _MOST_LINES)
        self.setFixedHeight(max(text, button.height()) + self._padding)

    def hasHeightForWidth(self) -> bool:
        """Say no: the height is what ``fit`` gave it."""
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_strip(self, accent_color(self.palette()))

    @property
    def _padding(self) -> int:
        return TypeScale(self.font()).space(8)

    def _dress(self) -> None:
        padding = self._padding
        self._row.setContentsMargins(BAR + padding + padding // 2, 0, padding, 0)
        self._row.setSpacing(padding)
        dressed = QPalette(self.palette())
        dressed.setColor(QPalette.ColorRole.ButtonText, accent_color(self.palette()))
        self.button.setPalette(dressed)
        self.update()
