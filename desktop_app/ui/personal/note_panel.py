"""The person's note on the open study, below its header."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.ui.looks.palette_colors import accent_color, mixed, quiet_color, with_text_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.personal.note_editor import NoteEditor
from desktop_app.ui.personal.note_link_row import NoteLinkRow

_PAUSE = 700
"""Milliseconds without a key after which a note is written to the disk."""
_BAR = 3


class NotePanel(QWidget):
    """The note, to be read and written; it can be folded, and is hidden where there is none.

    ``written`` tells the text whenever it is to be kept, ``done`` that somebody has done writing,
    ``link_wanted`` a `NoteLink`, ``height_changed`` that it wants another height, ``came`` whether
    it is there now.
    """

    written = Signal(str)
    done = Signal()
    link_wanted = Signal(object)
    height_changed = Signal()
    came = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._is_showing = False
        self._title = QLabel(_("My note"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.fold_button = QToolButton()
        self.fold_button.setObjectName("fold_note")
        self.fold_button.setCheckable(True)
        self.fold_button.setAutoRaise(True)
        self.fold_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.editor = NoteEditor()
        self._links = NoteLinkRow(self.editor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._wire()
        self._dress()
        self.hide()

    @property
    def has_unkept(self) -> bool:
        """Tell whether something was written that is not on its way to the disk yet."""
        return self.editor.toPlainText() != self._kept

    def show_note(self, text: str) -> None:
        """Show the note of a study; none where it is empty."""
        self._pause.stop()
        self._is_showing = True
        self._title.setText(_("My note"))
        self.editor.setPlainText(text)
        self._kept = self.editor.toPlainText()
        self._is_showing = False
        self._come(is_there=bool(text))
        self._show_links()

    def show_unkept(self, kept: str) -> None:
        """Say that what was written is not kept; it is tried again with the next occasion."""
        self._kept = kept
        self._title.setText(_("My note: not kept yet"))

    def write(self, text: str) -> None:
        """Put in place of the note what was written for it, to be kept."""
        self.editor.setPlainText(text)
        self._come(is_there=True)

    def open(self) -> None:
        """Show the note, unfolded, and put the keyboard there."""
        self.fold_button.setChecked(False)
        self._come(is_there=True)
        self.height_changed.emit()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def keep(self) -> None:
        """Have what was written kept now."""
        self._pause.stop()
        if self.has_unkept:
            self._title.setText(_("My note"))
            self._kept = self.editor.toPlainText()
            self.written.emit(self._kept)

    @property
    def is_written_in(self) -> bool:
        """Tell whether the keyboard is in the note, which then needs room before all else."""
        return self.editor.hasFocus()

    def fit(self, width: int, height: int) -> None:
        """Take as much of a height in pixels as the note needs; a line of it at the least."""
        margins = self._column.contentsMargins()
        top = max(self._title.sizeHint().height(), self.fold_button.sizeHint().height())
        wanted = top + margins.top() + margins.bottom()
        if not self.fold_button.isChecked():
            inner = width - margins.left() - margins.right()
            self.editor.document().setTextWidth(max(inner, 1))
            below = self._links.height_of(inner)
            text = self.editor.height_of(max(0, height - wanted - below))
            has_room = wanted + text + below <= height
            self._links.setVisible(has_room and self._links.has_links)
            wanted += text + (below if has_room else 0)
        self.setFixedHeight(wanted)

    def hasHeightForWidth(self) -> bool:
        """Say no: the height is what ``fit`` gave it."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color, base = accent_color(self.palette()), self.palette().base().color()
        painter.fillRect(self.rect(), mixed(color, base, 0.06))
        painter.fillRect(0, 0, _BAR, self.height(), mixed(color, base, 0.7))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    @Slot()
    def _take_change(self) -> None:
        if self._is_showing:
            return
        self._pause.start()
        self._show_links()

    @Slot()
    def _leave(self) -> None:
        self.keep()
        self.done.emit()
        if not self.editor.toPlainText().strip():
            self._come(is_there=False)
        self.height_changed.emit()

    def _come(self, *, is_there: bool) -> None:
        self.setVisible(is_there)
        self.came.emit(is_there)

    @Slot()
    def _show_links(self) -> None:
        self._links.show_links(self.editor.links())
        self.height_changed.emit()

    @Slot(bool)
    def _show_folded(self, is_folded: bool) -> None:
        self.editor.setVisible(not is_folded)
        self._links.setVisible(not is_folded and self._links.has_links)
        self._name_fold()
        self.height_changed.emit()

    def _name_fold(self) -> None:
        is_folded = self.fold_button.isChecked()
        arrow = Qt.ArrowType.RightArrow if is_folded else Qt.ArrowType.DownArrow
        self.fold_button.setArrowType(arrow)
        self.fold_button.setText(_("Show") if is_folded else _("Fold"))
        self.fold_button.setAccessibleName(_("Show my note") if is_folded else _("Fold my note"))

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._top = QHBoxLayout()
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self.fold_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self.editor, 1)
        self._column.addWidget(self._links)
        self._name_fold()

    def _wire(self) -> None:
        self.editor.textChanged.connect(self._take_change)
        self.editor.entered.connect(self.height_changed)
        self.editor.left.connect(self._leave)
        self.editor.link_wanted.connect(self.link_wanted)
        self._links.link_wanted.connect(self.link_wanted)
        self._pause.timeout.connect(self.keep)
        self.fold_button.toggled.connect(self._show_folded)

    def _dress(self) -> None:
        scale = TypeScale(self.font())
        space = scale.space(8)
        self._column.setContentsMargins(_BAR + space + space // 2, space // 2, space, space // 2)
        self._column.setSpacing(0)
        self._title.setFont(scale.small)
        self._title.setPalette(with_text_color(self.palette(), quiet_color(self.palette())))
        clear = self.editor.palette()
        clear.setColor(clear.ColorRole.Base, Qt.GlobalColor.transparent)
        self.editor.setPalette(clear)
