"""The dialog for a download of the whole registry, or of all that some words find in it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.registry.queries import StudiesQuery
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.looks.palette_colors import warning_text_color, with_text_color
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.looks.typography import TypeScale

_WIDTH_IN_LETTERS = 74
_STEPS = 1_000
_SHARE_OF_SCREEN = 0.9


class RegistryDialog(QDialog):
    """Stays open beside the window; to close it stops nothing.

    ``size_wanted`` and ``download_wanted`` tell a search, ``pause_wanted`` whether to wait,
    ``stop_wanted`` that it is to end for now.
    """

    size_wanted = Signal(object)
    download_wanted = Signal(object)
    pause_wanted = Signal(bool)
    stop_wanted = Signal()

    def __init__(self, host: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Get the Whole Registry"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._is_paused = False
        self.words = QLineEdit()
        self.size_button = QPushButton(_("&How Much Is It?"))
        self.download_button = QPushButton(_("&Download"))
        self.pause_button = QPushButton(_("&Pause"))
        self.stop_button = QPushButton(_("&Stop for Now"))
        self.told = plain_label("")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Progress"))
        self._headings: list[QLabel] = []
        self._page, self._scroll = _Page(), QScrollArea()
        self._column = QVBoxLayout(self._page)
        self._lay_out(host)
        self._wire()
        self._dress()
        self.told.hide()
        self.show_running(is_running=False)

    @property
    def query(self) -> StudiesQuery:
        """The search that was written, the empty one for all studies."""
        return StudiesQuery(terms=self.words.text().strip())

    def sizeHint(self) -> QSize:
        """Ask for the whole page where the screen has room for it."""
        width = self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS
        height = self._page.heightForWidth(width) + self._buttons.sizeHint().height() + 32
        return QSize(width, height).boundedTo(self.screen().availableSize() * _SHARE_OF_SCREEN)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that the page asks for."""
        super().showEvent(event)
        self.resize(self.sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "_headings"):
            self._dress()

    def say(self, words: str, *, is_warning: bool = False) -> None:
        """Say how much it is, how far it is, or what went wrong."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self._page.fit()
        palette = self.palette()
        color = warning_text_color(palette) if is_warning else palette.windowText().color()
        self.told.setPalette(with_text_color(palette, color))
        self.download_button.setAccessibleDescription(words)
        grown = self.sizeHint()
        if self.isVisible() and grown.height() > self.height():
            self.resize(self.width(), grown.height())

    def show_running(self, *, is_running: bool, is_paused: bool = False) -> None:
        """Offer what can be done: to begin, or to wait and to end."""
        # What is disabled or hidden gives the keyboard to whatever comes next.
        is_other = is_running is self.pause_button.isHidden()
        had_focus = is_other and self.focusWidget() in (self.words, *self._deeds)
        self._is_paused = is_paused
        self.words.setEnabled(not is_running)
        self.size_button.setEnabled(not is_running)
        self.download_button.setVisible(not is_running)
        self.pause_button.setVisible(is_running)
        self.pause_button.setText(_("&Go On") if is_paused else _("&Pause"))
        self.stop_button.setVisible(is_running)
        self.progress.setVisible(is_running)
        if had_focus:
            (self.pause_button if is_running else self.download_button).setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; 0 where it is not known of how many."""
        # In thousandths, so that the bar moves the same way whatever it counts.
        self.progress.setRange(0, _STEPS if total else 0)
        self.progress.setValue(done * _STEPS // total if total else 0)

    def _lay_out(self, host: str) -> None:
        self._add_heading(_("Page by Page"))
        self._add_words(_page_words(host))
        label = QLabel(_("&Only studies that hold these words (empty for all)"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(self.words)
        self._column.addWidget(label)
        self._column.addWidget(self.words)
        deeds = QWidget()
        row = FlowLayout(deeds)
        row.set_gaps(8, 8)
        for button in self._deeds:
            button.setAutoDefault(False)
            row.addWidget(button)
        self._column.addWidget(deeds)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.told)
        self._add_heading(_("Or as One File, Which Is Quicker"))
        self._add_words(_file_words())
        self._column.addStretch(1)
        self._lay_out_frame()

    @property
    def _deeds(self) -> tuple[QPushButton, ...]:
        return self.size_button, self.download_button, self.pause_button, self.stop_button

    def _lay_out_frame(self) -> None:
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons = QDialogButtonBox()
        close = self._buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self._buttons.rejected.connect(self.reject)
        self._buttons.setContentsMargins(16, 8, 16, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)

    def _add_heading(self, words: str) -> None:
        heading = QLabel(words)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self._headings.append(heading)
        self._column.addWidget(heading)

    def _add_words(self, words: str) -> None:
        self._column.addWidget(plain_label(words))

    def _wire(self) -> None:
        self.size_button.clicked.connect(self._ask_size)
        self.download_button.clicked.connect(self._ask_download)
        self.pause_button.clicked.connect(self._ask_pause)
        self.stop_button.clicked.connect(self._ask_stop)

    def _dress(self) -> None:
        scale = TypeScale(self.font())
        self._column.setContentsMargins(*(scale.space(16),) * 4)
        self._column.setSpacing(scale.space(8))
        for number, heading in enumerate(self._headings):
            heading.setFont(scale.section)
            heading.setContentsMargins(0, scale.space(12) if number else 0, 0, 0)
        self._page.fit()

    @Slot()
    def _ask_size(self) -> None:
        self.size_wanted.emit(self.query)

    @Slot()
    def _ask_download(self) -> None:
        self.download_wanted.emit(self.query)

    @Slot()
    def _ask_pause(self) -> None:
        self.pause_wanted.emit(not self._is_paused)

    @Slot()
    def _ask_stop(self) -> None:
        self.stop_wanted.emit()


class _Page(QWidget):
    """As high as its words need in its width, so that none is cut where it scrolls."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height anew."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def _page_words(host: str) -> str:
    return _(
        "All studies of {host} are fetched in pages and kept in your library. You can pause that;"
        " it goes on by itself after the line was broken, and after a restart when you say so."
        " Close this window, and it goes on beside your work. Nothing is sent before you press a"
        " button; what is sent are the words below, and nothing about you."
    ).format(host=host)


def _file_words() -> str:
    return _(
        "The registry's own site gives all its studies as one ZIP file, which is smaller, and is"
        " read here in some minutes: open clinicaltrials.gov in the browser, search with all fields"
        " empty, press Download above the results, choose JSON and all studies, and save the file."
        " Then import it with File > Open Records… as it is: it need not be unpacked."
    )
