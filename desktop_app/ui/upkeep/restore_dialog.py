"""Chooses the backup that is to be put back, and shows what that changes before it is done."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.punctuation import labelled
from desktop_app.store.backups.contents import Change
from desktop_app.store.backups.files import BackupFile, backup_at
from desktop_app.ui.announcements import announce
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.tasks import Progress, Task, TaskRunner
from desktop_app.ui.upkeep.words import backup_words, restore_words

Changes = tuple[Change, ...] | None
Compare = Callable[[BackupFile], Changes]
_Compared = tuple[BackupFile, Changes, DesktopAppError | None]


class RestoreDialog(QDialog):
    """A list of backups, and beside it what the marked one changes; ``wanted`` tells the choice.

    Nothing can be restored before its changes are shown.
    """

    wanted = Signal(object)

    def __init__(
        self,
        backups: Sequence[BackupFile],
        compare: Compare,
        runner: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._backups = list(backups)
        self._compare = compare
        self._runner = runner
        self._comparing: Task | None = None
        self.setWindowTitle(_("Restore a Backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self.list = _make_list(self._backups)
        self.changes = _make_changes()
        self._lay_out()
        self.list.currentRowChanged.connect(self._compare_marked)
        self.list.setCurrentRow(0)
        if not self._backups:
            self.changes.setPlainText(
                _("There is no backup yet. One of your stars, tags and notes is made each day.")
            )
        self.list.setFocus()

    def offer(self, backup: BackupFile) -> None:
        """Put a backup into the list, and mark it."""
        self._backups.insert(0, backup)
        self.list.insertItem(0, _item(backup))
        self.list.setCurrentRow(0)

    @Slot()
    def accept(self) -> None:
        """Tell which backup is to be put back, and close."""
        row = self.list.currentRow()
        if self._restore.isEnabled() and row >= 0:
            self.wanted.emit(self._backups[row])
            super().accept()

    @Slot()
    def choose_file(self) -> None:
        """Take a backup from another folder."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a Backup"), "", _("Backups") + " (*.sqlite3)"
        )
        if not name:
            return
        backup = backup_at(Path(name))
        if backup is not None:
            self.offer(backup)
            return
        told = _(
            "{name} is no backup by its name, which begins with “library-” or “personal-” and a"
            " date. Backups keep the names under which they are made."
        )
        self._show(told.format(name=Path(name).name))

    @Slot(int)
    def _compare_marked(self, row: int) -> None:
        self._restore.setEnabled(False)
        if not 0 <= row < len(self._backups):
            return
        self.changes.setPlainText(_("Comparing with what is there now …"))
        work = partial(_compared, self._compare, self._backups[row])
        if self._comparing is not None:
            # Whoever goes down the list does not wait for each backup that they pass by.
            self._comparing.cancel()
        task = self._runner.start(work, on_success=self._show_changes)
        self._comparing = None if task.is_finished else task
        task.finished.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        if self.sender() is self._comparing:
            self._comparing = None

    @Slot(object)
    def _show_changes(self, compared: _Compared) -> None:
        backup, changes, error = compared
        row = self.list.currentRow()
        if not (0 <= row < len(self._backups) and self._backups[row] is backup):
            return
        self._restore.setEnabled(error is None)
        self._show(str(error) if error else restore_words(backup, changes))

    def _show(self, words: str) -> None:
        self.changes.setPlainText(words)
        announce(self.changes, words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 1)
        row.addWidget(self.changes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(
            plain_label(_("Choose a backup to see what would change if you restored it."))
        )
        column.addLayout(row, 1)
        column.addWidget(self._make_buttons())
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 120, 1200), min(letters * 64, 700))

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._restore = buttons.addButton(_("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._restore.setObjectName("restore")
        self._restore.setDefault(True)
        self._restore.setEnabled(False)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        choose = buttons.addButton(_("Choose a File…"), QDialogButtonBox.ButtonRole.ActionRole)
        choose.setAutoDefault(False)
        choose.clicked.connect(self.choose_file)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _compared(compare: Compare, backup: BackupFile, progress: Progress) -> _Compared:
    progress(0)
    try:
        return backup, compare(backup), None
    except DesktopAppError as error:
        return backup, None, error


def _make_list(backups: Iterable[BackupFile]) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(_("Backups, the newest first"))
    made.setWordWrap(True)
    for backup in backups:
        made.addItem(_item(backup))
    return made


def _make_changes() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(_("What restoring changes"))
    made.setTabChangesFocus(True)
    return made


def _item(backup: BackupFile) -> QListWidgetItem:
    title, about = backup_words(backup)
    item = QListWidgetItem(f"{title}\n{about}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, labelled(title, about))
    return item
