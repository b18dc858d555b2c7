"""The report of a check for updates: counts, and a line for each study that is not as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.registry.updates.words import (
    OUTCOME_NAMES,
    check_words,
    line_words,
    scope_words,
)
from desktop_app.store.standing.values import UpdateCheck, UpdateLine, UpdateOutcome
from desktop_app.ui.dialogs.lines_view import LinesView, buttons_to_copy_and_close
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.models.lines_model import LINE_ROLE
from desktop_app.ui.registry.updates.report_model import (
    NUMBER,
    OUTCOME,
    TITLE,
    ReportModel,
)
from desktop_app.ui.upkeep.words import time_words

_AROUND_CELL = 16
_SIZE_IN_LETTERS = QSize(150, 66)
_SHARE_OF_SCREEN = 0.9


class ReportDialog(QDialog):
    """Stays open beside the window.

    ``study_wanted`` tells a study that somebody wants to see, ``changes_wanted`` one whose changes
    somebody wants to see; ``check_wanted`` asks for a check to be made again, or gone on with.
    """

    study_wanted = Signal(int)
    changes_wanted = Signal(int)
    check_wanted = Signal(object)

    def __init__(
        self,
        checks: Sequence[UpdateCheck],
        lines_of: Callable[[int], Sequence[UpdateLine]],
        title_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show the first of some checks, of which there is one at the least."""
        super().__init__(parent)
        self.setWindowTitle(_("Last Check for Updates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._checks = tuple(checks)
        self._lines_of = lines_of
        self.model = ReportModel(title_of, self)
        self.box = self._make_box()
        self.told = plain_label("")
        self.view = _make_view(self.model)
        self.view.activated.connect(self._tell_line)
        self.note = plain_label("")
        self.view.selectionModel().currentChanged.connect(self._tell_note)
        self._again = QPushButton()
        self._lay_out()
        self.box.currentIndexChanged.connect(self._show_check)
        self._show_check(0)
        if self.model.lines:
            # Enter on one of them shows what changed.
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Ask for a table's width, where the screen has it."""
        letters = self.fontMetrics().averageCharWidth()
        return (_SIZE_IN_LETTERS * letters).boundedTo(
            self.screen().availableSize() * _SHARE_OF_SCREEN
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "view"):
            _fit_columns(self.view)

    @Slot()
    def copy_lines(self) -> None:
        """Put the lines on the clipboard."""
        QGuiApplication.clipboard().setText(self.model.as_text())

    @property
    def _check(self) -> UpdateCheck:
        return self._checks[max(0, self.box.currentIndex())]

    def _make_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(_("Check to show"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(30)
        for check in self._checks:
            # Translators: {when} is a day with a time, {studies} is "Starred studies" or the like.
            words = _("{when}: {studies}")
            studies = scope_words(check.scope)
            box.addItem(words.format(when=time_words(check.changed_at), studies=studies))
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.box)
        column.addWidget(self.told)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
        buttons = buttons_to_copy_and_close(self, self.copy_lines)
        buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self._want_again)
        column.addWidget(buttons)
        self.resize(self.sizeHint())

    @Slot(int)
    def _show_check(self, _row: int) -> None:
        self.model.show_lines(self._lines_of(self._check.id))
        self.told.setText(check_words(self._check))
        self._again.setText(_("Go On") if self._check.ended_at is None else _("Check Again"))
        self.view.setVisible(bool(self.model.lines))
        self.note.setVisible(bool(self.model.lines))
        self.note.setText(_("Press Enter on a study that changed to see what changed."))
        self.view.setAccessibleDescription(self.told.text())

    @Slot()
    def _want_again(self) -> None:
        self.check_wanted.emit(self._check.scope)
        self.close()

    @Slot(QModelIndex)
    def _tell_note(self, index: QModelIndex) -> None:
        """Say in full what is told of the marked study."""
        line = index.data(LINE_ROLE)
        if isinstance(line, UpdateLine):
            self.note.setText(line_words(line))

    @Slot(QModelIndex)
    def _tell_line(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, UpdateLine):
            return
        if line.outcome is UpdateOutcome.CHANGED:
            self.changes_wanted.emit(line.number)
        else:
            self.study_wanted.emit(line.other or line.number)


def _make_view(model: ReportModel) -> LinesView:
    view = LinesView(model)
    view.setAccessibleName(_("Studies that are not as they were"))
    _fit_columns(view)
    return view


def _fit_columns(view: LinesView) -> None:
    view.fit_rows()
    view.fit_column(OUTCOME, [_(name) for name in OUTCOME_NAMES.values()], _AROUND_CELL)
    view.fit_column(NUMBER, ["NCT00000000"], _AROUND_CELL)
    view.setColumnWidth(TITLE, view.fontMetrics().averageCharWidth() * 48)
