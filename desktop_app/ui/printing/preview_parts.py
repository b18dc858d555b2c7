"""The parts of the print preview and where they stand: choices at the side, pages in the middle."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.exporting.forms import Form
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.printing.page_bar import PageBar
from desktop_app.ui.printing.page_images import PageImages
from desktop_app.ui.printing.page_view import PageView
from desktop_app.ui.printing.preview_choices import PreviewChoices
from desktop_app.ui.settings import Settings

_SIDE_IN_LETTERS = 32
_LONGEST_NAME = 40
"""Letters of a sheet's name, with the arrow of its box; a longer one gives way to the pages."""
_MARGIN = 16


class PreviewParts:
    """Makes the parts and lays them out in a dialog."""

    def __init__(
        self, forms: Sequence[Form], settings: Settings, images: PageImages, dialog: QDialog
    ) -> None:
        wear_style_sheet(dialog)
        self.choices = PreviewChoices(forms, settings)
        self.bar, self.view = PageBar(), PageView(images)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("Words of the page"))
        self.words.hide()
        self.state, self.notes = plain_label(""), plain_label("")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Progress"))
        self.progress.setTextVisible(False)
        self.print_button = QPushButton(_("&Print…"))
        self.export_button = QPushButton(_("&Export as PDF…"))
        self.close_button = QPushButton(_("&Close"))
        self.print_button.setDefault(True)
        self._lay_out(dialog)

    def show_waiting(self, words: str, done: int = 0, total: int = 0) -> None:
        """Say that pages are on their way; those that are shown stay."""
        self._say(words)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()

    def show_state(self, words: str, notes: str = "") -> None:
        """Say how the making ended, and what was shortened."""
        self.progress.hide()
        self._say(words)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.view.say(words)

    def fit(self, metrics: QFontMetrics) -> None:
        """Make the side as wide as its words need."""
        buttons = (self.print_button, self.export_button, self.close_button)
        sheets = self.choices.sheet_box
        for part in (*buttons, sheets):
            # Before, it does not know how large the style sheet makes it.
            part.ensurePolished()
        letter = metrics.averageCharWidth()
        names = min(sheets.sizeHint().width(), _LONGEST_NAME * letter)
        widest = max(names, *(button.sizeHint().width() for button in buttons)) + 2 * _MARGIN
        self._side.setFixedWidth(max(_SIDE_IN_LETTERS * letter, widest))

    def can_go_out(self, is_ready: bool) -> None:
        """Allow printing and exporting, or wait with it."""
        self.print_button.setEnabled(is_ready)
        self.export_button.setEnabled(is_ready)

    def _lay_out(self, dialog: QDialog) -> None:
        row = QHBoxLayout(dialog)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_side())
        row.addLayout(self._make_middle(), 1)
        self.fit(dialog.fontMetrics())
        letters = dialog.fontMetrics().averageCharWidth()
        room = dialog.screen().availableSize()
        dialog.resize(min(letters * 150, room.width() - 80), min(letters * 120, room.height() - 80))

    def _make_side(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        column.setSpacing(8)
        for part in (self.choices, self.state, self.progress, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side = QWidget()
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled, 1)
        whole.addLayout(self._make_buttons())
        self._side = side
        return side

    def _make_buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN, 8, _MARGIN, _MARGIN)
        column.setSpacing(8)
        for button in (self.print_button, self.export_button, self.close_button):
            column.addWidget(button)
        return column

    def _make_middle(self) -> QVBoxLayout:
        pages = QSplitter(Qt.Orientation.Vertical)
        pages.addWidget(self.view)
        pages.addWidget(self.words)
        pages.setStretchFactor(0, 3)
        pages.setStretchFactor(1, 1)
        pages.setChildrenCollapsible(False)
        column = QVBoxLayout()
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(pages, 1)
        return column
