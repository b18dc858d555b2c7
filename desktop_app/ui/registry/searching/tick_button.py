"""A button that opens a list of things to tick, of which several may be chosen."""

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import labelled, listed
from desktop_app.ui.panes.visible_text import tooltip_text

_LONGEST = 30
"""Characters of what is chosen on the button; the spoken name and the tip have all of it."""


class TickMenu(QMenu):
    """A menu that stays open while things are ticked, with the mouse or with Space."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is under the mouse."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; Enter ticks and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.toggle()
        else:
            super().keyPressEvent(event)


class TickButton(QPushButton):
    """Says what is chosen; nothing chosen asks for nothing. ``changed`` tells of another choice."""

    changed = Signal()

    def __init__(
        self, label: str, choices: Sequence[tuple[Hashable, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label = label
        self._words = dict(choices)
        self._menu = TickMenu(self)
        self._actions: dict[Hashable, QAction] = {}
        for value, words in choices:
            action = QAction(words.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.toggled.connect(self._say)
            self._menu.addAction(action)
            self._actions[value] = action
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    @property
    def chosen(self) -> tuple[Hashable, ...]:
        """Return what is chosen, in the order of the list."""
        return tuple(value for value, action in self._actions.items() if action.isChecked())

    def choose(self, values: Iterable[Hashable]) -> None:
        """Choose these, and nothing else."""
        wanted = set(values)
        for value, action in self._actions.items():
            action.setChecked(value in wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Give the menu the size of text of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._menu.setFont(self.font())

    @Slot()
    def _say(self) -> None:
        words = [self._words[value] for value in self.chosen]
        whole = labelled(self.label, listed(words) if words else _("any"))
        shown = whole
        if len(whole) > _LONGEST:
            chosen = ngettext("{count} chosen", "{count} chosen", len(words))
            shown = labelled(self.label, chosen.format(count=len(words)))
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(whole)
        self.setToolTip(tooltip_text(whole) if words else "")
        self.changed.emit()
