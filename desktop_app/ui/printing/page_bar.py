"""The bar above the pages: which page, how large, how many in a row, and their words."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QToolButton, QWidget

from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import with_note
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.printing.zoom import FIT_PAGE, FIT_WIDTH, STEPS, Zoom, zoom_of


class PageBar(QWidget):
    """Asks with ``page_wanted`` for a page counted from 0; ``zoom_wanted`` gives a ``Zoom``."""

    page_wanted = Signal(int)
    zoom_wanted = Signal(object)
    step_wanted = Signal(int)
    two_pages_wanted = Signal(bool)
    words_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = _button("‹", _("Previous page"), "Ctrl+PgUp")
        self.number = QSpinBox()
        self.number.setAccessibleName(_("Page"))
        self.number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setKeyboardTracking(False)
        self._of = QLabel()
        self._of.setTextFormat(Qt.TextFormat.PlainText)
        self.onward = _button("›", _("Next page"), "Ctrl+PgDown")
        self.smaller = _button("−", _("Smaller"), "Ctrl+-")
        self.zoom_box = _zoom_box()
        self.larger = _button("+", _("Larger"), "Ctrl++")
        self.two_pages = _switch(_("Two Pages"), _("Show two pages side by side"))
        self.words = _switch(_("Text"), _("Show the words of the page, to be read aloud or copied"))
        self._lay_out()
        self._wire()
        self.show_pages(0)

    def show_pages(self, count: int) -> None:
        """Say how many pages there are."""
        with QSignalBlocker(self.number):
            self.number.setRange(min(1, count), count)
        self._of.setText(_("of {count}").format(count=grouped(count)) if count else "")
        self.number.setEnabled(count > 1)
        self.two_pages.setEnabled(count > 1)
        self._mark_ends()

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Say which page is read, counted from 0."""
        with QSignalBlocker(self.number):
            self.number.setValue(page + 1)
        self._mark_ends()

    def show_zoom(self, zoom: Zoom) -> None:
        """Say how large pages are shown."""
        with QSignalBlocker(self.zoom_box):
            place = self.zoom_box.findData(zoom.key)
            self.zoom_box.setCurrentIndex(place)

    def _mark_ends(self) -> None:
        self.back.setEnabled(self.number.value() > 1)
        self.onward.setEnabled(self.number.value() < self.number.maximum())

    def _lay_out(self) -> None:
        row = FlowLayout(self)
        row.set_gaps(4, 4)
        pages = (self.back, self.number, self._of, self.onward)
        sizes = (self.smaller, self.zoom_box, self.larger)
        for widget in (*pages, *sizes, self.two_pages, self.words):
            row.addWidget(widget)

    def _wire(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.onward.clicked.connect(self._go_onward)
        self.number.valueChanged.connect(self._go)
        self.smaller.clicked.connect(self._make_smaller)
        self.larger.clicked.connect(self._make_larger)
        self.zoom_box.currentIndexChanged.connect(self._take_zoom)
        self.two_pages.toggled.connect(self.two_pages_wanted)
        self.words.toggled.connect(self.words_wanted)

    @Slot()
    def _go_back(self) -> None:
        self.page_wanted.emit(max(0, self.number.value() - 1 - self._step()))

    @Slot()
    def _go_onward(self) -> None:
        self.page_wanted.emit(min(self.number.maximum(), self.number.value() + self._step()) - 1)

    def _step(self) -> int:
        return 2 if self.two_pages.isChecked() else 1

    @Slot(int)
    def _go(self, number: int) -> None:
        self.page_wanted.emit(number - 1)

    @Slot()
    def _make_smaller(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _make_larger(self) -> None:
        self.step_wanted.emit(1)

    @Slot(int)
    def _take_zoom(self, _place: int) -> None:
        self.zoom_wanted.emit(zoom_of(str(self.zoom_box.currentData())))


def _button(sign: str, name: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setShortcut(keys)
    button.setToolTip(with_note(name, key_words(keys)))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _switch(words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _zoom_box() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(_("Zoom"))
    box.addItem(_("Fit Width"), FIT_WIDTH)
    box.addItem(_("Fit Page"), FIT_PAGE)
    for step in STEPS:
        box.addItem(_("{percent} %").format(percent=step), str(step))
    return box
