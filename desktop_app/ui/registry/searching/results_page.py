"""The results of a search of the registry: how many, the list of them, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.ui.announcements import Announcer
from desktop_app.ui.clipped_label import ClippedLabel
from desktop_app.ui.library.shown_studies import ShownStudies
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.looks.typography import TypeScale, scaled
from desktop_app.ui.models.studies_model import StudiesModel
from desktop_app.ui.registry.searching.result_menu import ResultMenu
from desktop_app.ui.registry.searching.result_parts import (
    ButtonRows,
    ListPlace,
    named_button,
    named_label,
)


class ResultsPage(QWidget):
    """Shows what was found; what is done with it, others do.

    ``read_wanted`` tells the number of a study on which Enter was pressed, ``pressed`` of one that
    the mouse pressed, ``moved`` of one that was come to; ``left`` follows Esc.
    """

    read_wanted = Signal(str)
    pressed = Signal(str)
    moved = Signal(str)
    change_wanted = Signal()
    again_wanted = Signal()
    cancel_wanted = Signal()
    keep_wanted = Signal(object)
    keep_all_wanted = Signal()
    save_wanted = Signal()
    stop_keeping_wanted = Signal()
    part_wanted = Signal(object)
    left = Signal()

    def __init__(self, rows: StudiesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._asked = ClippedLabel()
        self._asked.setObjectName("registry_asked")
        self._heading = named_label("registry_total")
        self._notice = named_label("registry_notice")
        self._place = ListPlace()
        self._keeping = named_label("registry_keeping")
        self._parts = QComboBox()
        self.view = StudyListView(rows)
        self._shown = ShownStudies(rows, self.view, self)
        self._bar = QProgressBar()
        self._announcer = Announcer(self._heading)
        self._make_buttons()
        self.menu = ResultMenu(self.view, self._keep, self.selected)
        self._lay_out()
        self._wire()

    def show_query(self, words: str) -> None:
        """Say what is searched for."""
        self._asked.show_text(words)

    def show_heading(self, words: str) -> None:
        """Say how much there is."""
        self._heading_words = words
        self._say_heading()
        if words:
            self._announcer.announce_soon(words)

    @Slot(str)
    def show_wait(self, words: str) -> None:
        """Say when the registry is asked again; it is not announced each second."""
        self._wait_words = words
        self._say_heading()

    def show_notice(self, sentences: str, step: str = "") -> None:
        """Say something about the list, and offer to ask again where there is a step."""
        self._notice.setText(sentences)
        self._notice.setVisible(bool(sentences))
        self._again.setText(step)
        self._again.setVisible(bool(step))
        if sentences:
            self._announcer.announce_soon(sentences)

    def show_empty(self, sentence: str, step: str = "") -> None:
        """Show a sentence in place of the list, the list again where it is empty.

        Where there is a step, it can be asked again there; the keyboard comes to it if it was on
        the list, or on what has just gone.
        """
        is_here = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._place.say(sentence, step)
        self._pages.setCurrentWidget(self._place if sentence else self.view)
        if is_here and sentence:
            self.take_focus()
        if step:
            self._announcer.announce_soon(sentence)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that an answer is waited for."""
        self._bar.setVisible(is_busy)
        self._cancel.setVisible(is_busy)

    def show_keeping(self, words: str, *, is_busy: bool) -> None:
        """Say how far it is with what is being kept; it can be stopped while it is busy."""
        self._keeping.setText(words)
        self._keeping.setVisible(bool(words))
        self._stop_keeping.setVisible(is_busy)
        self._announcer.announce_soon(words)

    def forget_keeping(self) -> None:
        """Say no more what was kept, where that has ended."""
        if self._stop_keeping.isHidden():
            self._keeping.hide()

    def offer(self, *, is_any: bool, is_saved: bool) -> None:
        """Offer what can be done with results."""
        self._keep_all.setVisible(is_any)
        self._keep.setVisible(is_any)
        self._save.setVisible(not is_saved)

    def offer_parts(self, parts: Sequence[tuple[str, object]]) -> None:
        """Offer to list some of the results only; hidden where there are no parts."""
        self._parts.blockSignals(True)
        self._parts.clear()
        for words, value in parts:
            self._parts.addItem(words, value)
        self._parts.blockSignals(False)
        self._parts_row.setVisible(bool(parts))

    def take_focus(self) -> None:
        """Put the keyboard on the list, or on what stands in its place."""
        if self._pages.currentWidget() is self.view:
            # No row is come to by that: none of them has been chosen.
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self._place.take_focus():
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, rows: int) -> None:
        """Come to the study so many rows further on."""
        self._shown.step(rows)

    def selected(self) -> tuple[str, ...]:
        """Return the numbers of the studies that are selected."""
        return tuple(one for part in self._shown.rows() for one in self._rows.numbers_within(part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space_out()

    def _make_buttons(self) -> None:
        self._change = named_button(_("Change Search"), "registry_change", is_flat=True)
        self._again = named_button("", "registry_again")
        self._cancel = named_button(_("Stop"), "registry_stop")
        self._cancel.setAccessibleName(_("Stop waiting for the registry"))
        self._keep = named_button(_("Keep"), "registry_keep")
        self._keep_all = named_button(_("Keep All…"), "registry_keep_all")
        self._save = named_button(_("Save Search…"), "registry_save")
        self._stop_keeping = named_button(_("Stop"), "registry_stop_keeping")
        self._stop_keeping.setAccessibleName(_("Stop keeping studies"))
        self._keep.setToolTip(_("Put the studies that are selected into your library"))
        self._keep_all.setToolTip(_("Put all studies that this search finds into your library"))
        self._save.setToolTip(_("Keep this search in the sidebar, to see later what is new"))

    def _wire(self) -> None:
        self._shown.study_selected.connect(self.moved)
        self._shown.study_activated.connect(self.read_wanted)
        self._shown.selection_counted.connect(self._say_heading)
        self.menu.open_wanted.connect(self.read_wanted)
        self.view.clicked.connect(self._tell_click)
        self.view.left.connect(self.left)
        self._change.clicked.connect(self.change_wanted)
        self._again.clicked.connect(self.again_wanted)
        self._place.again_wanted.connect(self.again_wanted)
        self._place.left.connect(self.left)
        self._cancel.clicked.connect(self.cancel_wanted)
        self._keep.clicked.connect(self._tell_keep)
        self._stop_keeping.clicked.connect(self.stop_keeping_wanted)
        self._keep_all.clicked.connect(self.keep_all_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._parts.activated.connect(self._tell_part)

    def _lay_out(self) -> None:
        self._heading_words = self._wait_words = ""
        self.view.setObjectName("registry_list")
        self.view.setAccessibleName(_("Studies at ClinicalTrials.gov"))
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Waiting for the registry"))
        self._bar.setMaximumHeight(6)
        self._parts.setObjectName("registry_parts")
        self._parts.setAccessibleName(_("Show"))
        self._parts_row = QWidget()
        parts = QHBoxLayout(self._parts_row)
        parts.setContentsMargins(0, 0, 0, 0)
        label = QLabel(_("Show"))
        label.setBuddy(self._parts)
        parts.addWidget(label)
        parts.addWidget(self._parts, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._place)
        self._do = ButtonRows(self._keep, self._keep_all, self._save)
        self._lay_out_rows()
        busy = self._bar, self._cancel, self._keeping, self._stop_keeping
        for part in (self._parts_row, *busy, self._notice, self._again):
            part.hide()

    def _lay_out_rows(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._asked, 1)
        top.addWidget(self._change)
        waiting = QHBoxLayout()
        waiting.addWidget(self._heading, 1)
        waiting.addWidget(self._cancel)
        # Below: the column is too narrow for a sentence beside a button.
        said = QVBoxLayout()
        said.addWidget(self._notice)
        said.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._head = QVBoxLayout()
        for row in (top, waiting):
            self._head.addLayout(row)
        self._head.addWidget(self._bar)
        self._head.addLayout(said)
        self._head.addWidget(self._parts_row)
        self._foot = QVBoxLayout()
        kept = QHBoxLayout()
        kept.addWidget(self._keeping, 1)
        kept.addWidget(self._stop_keeping)
        self._foot.addLayout(kept)
        self._foot.addWidget(self._do)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self._pages, 1)
        whole.addLayout(self._foot)
        self._space_out()

    def _space_out(self) -> None:
        scale = TypeScale(self.font())
        side, gap = scale.space(16), scale.space(8)
        self._head.setContentsMargins(side, 0, gap, gap)
        self._head.setSpacing(scale.space(4))
        self._foot.setContentsMargins(side, gap, gap, gap)
        self._foot.setSpacing(scale.space(4))
        self._do.set_gaps(gap, scale.space(4))
        self._asked.setFont(scaled(self.font(), 1.0, bold=True))

    @Slot()
    def _say_heading(self) -> None:
        count = sum(map(len, self._shown.rows()))
        chosen = ngettext("{count} selected", "{count} selected", count)
        chosen = chosen.format(count=grouped(count))
        parts = (self._heading_words, self._wait_words, chosen if count > 1 else "")
        words = " · ".join(filter(None, parts))
        self._heading.setText(words)
        self._heading.setVisible(bool(words))
        self._keep.setEnabled(count > 0)
        more = ngettext("Keep {count} Study", "Keep {count} Studies", count)
        self._keep.setText(more.format(count=grouped(count)) if count > 1 else _("Keep"))

    @Slot()
    def _tell_click(self) -> None:
        numbers = self.selected()
        if len(numbers) == 1:
            self.pressed.emit(numbers[0])

    @Slot()
    def _tell_keep(self) -> None:
        self.keep_wanted.emit(self.selected())

    @Slot(int)
    def _tell_part(self, row: int) -> None:
        self.part_wanted.emit(self._parts.itemData(row))
