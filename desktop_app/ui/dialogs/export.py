"""Asks in which form studies are to be written."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.punctuation import labelled
from desktop_app.ui.check_boxes import RadioButton
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.exporting.forms import Form, form_called
from desktop_app.ui.exporting.sheet_options import SheetOptions
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.settings import PaperSize, Settings


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What somebody wants to be written; ``is_each`` for a file of each study, in a folder."""

    form: Form
    paper: PaperSize
    panes: tuple[str, ...]
    language: str
    is_each: bool


class ExportDialog(QDialog):
    """A list of forms, and what the marked one leaves open; ``wanted`` tells the choice."""

    wanted = Signal(object)

    def __init__(
        self,
        forms: Sequence[Form],
        count: int,
        words: str,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._forms = tuple(forms)
        self._count = count
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._words = plain_label(_("Export {studies} as").format(studies=words))
        self.form_list = self._make_list()
        self.options = SheetOptions(settings.paper, settings.sheet_panes)
        self.in_one, self.in_folder = (
            RadioButton(_("&One file of all")),
            RadioButton(_("A file of &each, in a folder")),
        )
        (self.in_folder if settings.exports_each else self.in_one).setChecked(True)
        self._buttons = self._make_buttons()
        self._lay_out()
        self.form_list.currentRowChanged.connect(self._show_form)
        self.form_list.itemActivated.connect(self.accept)
        self.show_form(settings.last_form)
        self.form_list.setFocus()

    def show_form(self, form_id: str) -> None:
        """Mark a form, the first one that fits where it does not fit."""
        fitting = [form for form in self._forms if not form.why_not(self._count)]
        self.form_list.setCurrentRow(self._forms.index(form_called(form_id, fitting)))

    def choice(self) -> ExportChoice:
        """Return what is chosen."""
        form = self._form()
        is_each = self._count > 1 and self.in_folder.isChecked()
        options = self.options
        return ExportChoice(form, options.paper, options.panes, options.language, is_each)

    def accept(self) -> None:
        """Tell the choice, and close."""
        choice = self.choice()
        super().accept()
        self.wanted.emit(choice)

    def _form(self) -> Form:
        return self._forms[max(0, self.form_list.currentRow())]

    @Slot(int)
    def _show_form(self, _row: int) -> None:
        form = self._form()
        self.options.offer(
            has_paper=form.is_paper, has_language=form.is_said, has_panes=form.has_panes
        )
        several = self._count > 1
        self.in_one.setVisible(several)
        self.in_folder.setVisible(several)
        self.in_one.setEnabled(form.fits_in_one(self._count))
        self.in_folder.setEnabled(form.fits_each)
        if several and not form.fits_in_one(self._count):
            self.in_folder.setChecked(True)
        if several and not form.fits_each:
            self.in_one.setChecked(True)

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(_("Forms"))
        made.setWordWrap(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for form in self._forms:
            made.addItem(_item(form, form.why_not(self._count)))
        return made

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        export = buttons.addButton(_("E&xport…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.in_one)
        right.addWidget(self.in_folder)
        right.addSpacing(8)
        right.addWidget(self.options)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.form_list, 3)
        row.addLayout(right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addLayout(row, 1)
        column.addWidget(self._buttons)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 96, 1000), min(letters * 84, 680))


def _item(form: Form, why_not: str) -> QListWidgetItem:
    title = _("{form} (PDF)").format(form=form.title) if form.is_paper else form.title
    lines = [line for line in (title, why_not or form.tip) if line]
    item = QListWidgetItem("\n".join(lines))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, labelled(*lines) if lines[1:] else title)
    if why_not:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
