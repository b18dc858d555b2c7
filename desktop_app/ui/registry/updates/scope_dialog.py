"""Asks which studies are to be checked for updates; nothing is sent before."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.store.standing.values import CheckScope, ScopeKind
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.registry.updates.scope_choice import ScopeChoice, effort_words

_WIDTH_IN_LETTERS = 64


class ScopeDialog(QDialog):
    """``wanted`` tells the scope of the check that is wanted."""

    wanted = Signal(object)

    def __init__(
        self, choices: Sequence[ScopeChoice], host: str, parent: QWidget | None = None
    ) -> None:
        """Offer choices, of which there is one at the least; ``host`` is who is asked."""
        super().__init__(parent)
        self.setWindowTitle(_("Check for Updates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._choices = tuple(choices)
        self.box = QComboBox()
        self.box.setObjectName("scope")
        # A name of a tag may be of any length.
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(30)
        for choice in self._choices:
            self.box.addItem(choice.words)
        self._effort = plain_label("")
        self._about = plain_label(
            _(
                "{host} is told the NCT numbers of these studies, and nothing about you, your notes"
                " or your tags."
            ).format(host=host)
        )
        self._buttons = self._make_buttons()
        self._lay_out()
        self.box.setCurrentIndex(self._usual())
        self.box.currentIndexChanged.connect(self._tell_effort)
        self._tell_effort()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_buttons"):
            self._widen()

    def _usual(self) -> int:
        """Return the choice that is offered first: what is selected, else what is marked."""
        wanted = (ScopeKind.SELECTED, ScopeKind.MARKED)
        kinds = [choice.scope.kind for choice in self._choices]
        return next((kinds.index(kind) for kind in wanted if kind in kinds), len(kinds) - 1)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        check = buttons.addButton(_("Check"), QDialogButtonBox.ButtonRole.AcceptRole)
        check.setDefault(True)
        cancel = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out(self) -> None:
        label = QLabel(_("&Studies to check"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(label)
        column.addWidget(self.box)
        column.addWidget(self._effort)
        column.addWidget(self._about)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._widen()

    def _widen(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS
        room = self.screen().availableSize().width() * 9 // 10
        for part in (self.box, self._effort, self._about):
            part.setFixedWidth(min(width, room - 48))

    @property
    def _choice(self) -> ScopeChoice:
        return self._choices[max(0, self.box.currentIndex())]

    @Slot()
    def _tell_effort(self) -> None:
        words = effort_words(self._choice)
        self._effort.setText(words)
        self.box.setAccessibleDescription(words)

    @Slot()
    def _take(self) -> None:
        scope: CheckScope = self._choice.scope
        self.accept()
        self.wanted.emit(scope)
