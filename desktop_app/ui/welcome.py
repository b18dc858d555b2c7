"""What greets a person at the first start: three lines below the list, which go away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.announcements import announce
from desktop_app.ui.keys.command_keys import written_keys
from desktop_app.ui.looks.icons import tinted_icon
from desktop_app.ui.looks.typography import TypeScale


class Welcome(QFrame):
    """Closed by its button, by Escape, or by the first study that is the person's own."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Welcome"))
        self.setAccessibleDescription(" ".join(lines))
        self._heading = _plain_label(_("Welcome"))
        self._lines = [_plain_label(line) for line in lines]
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.setAccessibleName(_("Close the welcome"))
        self._close.setToolTip(_("Close the welcome"))
        self._close.clicked.connect(self.leave)
        self._layout = QGridLayout(self)
        self._layout.addWidget(self._heading, 0, 0)
        self._layout.addWidget(self._close, 0, 1)
        self._text = _Lines(self._lines)
        self._layout.addWidget(self._text, 1, 0, 1, 2)
        self._layout.setColumnStretch(0, 1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._dress()

    def say(self) -> None:
        """Have it said to those who do not see it."""
        announce(self, f"{self.accessibleName()}. {self.accessibleDescription()}")

    @Slot()
    def leave(self) -> None:
        """Go away for good; the keyboard goes on where it would have gone from here."""
        if self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.focusNextPrevChild(True)
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        scale = TypeScale(self.font())
        self._heading.setFont(scale.section)
        side = self.fontMetrics().height()
        self._close.setIcon(tinted_icon("cancel", self.palette()))
        self._close.setIconSize(QSize(side, side))
        self._layout.setContentsMargins(
            scale.space(16), scale.space(12), scale.space(8), scale.space(16)
        )
        self._layout.setVerticalSpacing(scale.space(8))
        self._text.set_gap(scale.space(8))


class _Lines(QScrollArea):
    """As high as its lines where there is room; else they are scrolled, and none is cut."""

    def __init__(self, lines: Sequence[QLabel]) -> None:
        super().__init__()
        self._column = QWidget()
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        for line in lines:
            layout.addWidget(line)
        layout.addStretch(1)
        self.setWidget(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        # Not at most its size hint: that is kept by the layout for the width of another time.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_gap(self, pixels: int) -> None:
        """Put room between the lines."""
        layout = self._column.layout()
        assert layout is not None
        layout.setSpacing(pixels)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return that narrow lines are high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Ask for the height that the lines have in this width."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Be content with a line."""
        return QSize(0, self.fontMetrics().height())


def welcome_lines(actions: Mapping[str, QAction]) -> tuple[str, ...]:
    """Return the three lines, with the keys as they are now."""
    keys = {name: written_keys(action) for name, action in actions.items()}
    return (
        _("This is a sample study, so that you can look around."),
        _(
            "To read your own, type their NCT numbers into the search box, drop their records on"
            " this window, or open them with {keys}."
        ).format(keys=keys["open_files"]),
        _("{finder_keys} finds any command, {list_keys} lists all keys.").format(
            finder_keys=keys["show_commands"], list_keys=keys["show_shortcuts"]
        ),
    )


def _plain_label(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    return label
