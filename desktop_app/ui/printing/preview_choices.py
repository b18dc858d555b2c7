"""What is chosen beside the pages: which sheet, how it is made, in colour or in grey."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.ui.check_boxes import CheckBox
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.exporting.forms import Form, form_called
from desktop_app.ui.exporting.sheet_options import SheetOptions
from desktop_app.ui.settings import Settings


class PreviewChoices(QWidget):
    """``sheet_changed`` tells that another sheet is wanted, ``grey_changed`` only other colours."""

    sheet_changed = Signal()
    grey_changed = Signal(bool)

    def __init__(
        self, forms: Sequence[Form], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._forms = tuple(forms)
        self.sheet_box, self._sheet_label = QComboBox(), QLabel(_("S&heet"))
        self._sheet_label.setTextFormat(Qt.TextFormat.PlainText)
        self._sheet_label.setBuddy(self.sheet_box)
        # A long name gives way to the pages.
        self.sheet_box.setMinimumContentsLength(14)
        self.sheet_box.addItems([form.title for form in self._forms])
        self.sheet_box.setCurrentIndex(
            self._forms.index(form_called(settings.last_sheet, self._forms))
        )
        self.options = SheetOptions(settings.paper, settings.sheet_panes)
        self.grey = CheckBox(_("&Greyscale"))
        self.grey.setChecked(settings.prints_grey)
        self._tip = plain_label("")
        self._tip.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._lay_out()
        self._show_form()
        self.sheet_box.currentIndexChanged.connect(self._take_sheet)
        self.options.changed.connect(self.sheet_changed)
        self.grey.toggled.connect(self.grey_changed)

    @property
    def form(self) -> Form:
        """Return the sheet that is chosen."""
        return self._forms[self.sheet_box.currentIndex()]

    @property
    def panes(self) -> tuple[str, ...]:
        """Return the tabs that are chosen, where the sheet has a choice."""
        return self.options.panes if self.form.has_panes else ()

    @Slot()
    def _take_sheet(self) -> None:
        self._show_form()
        self.sheet_changed.emit()

    def _show_form(self) -> None:
        self._tip.setText(self.form.tip)
        self.options.offer(has_paper=True, has_language=True, has_panes=self.form.has_panes)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._sheet_label)
        column.addWidget(self.sheet_box)
        column.addWidget(self._tip)
        column.addSpacing(8)
        column.addWidget(self.options)
        column.addSpacing(8)
        column.addWidget(self.grey, 0, Qt.AlignmentFlag.AlignLeft)
