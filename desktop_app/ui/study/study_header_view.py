"""The header of the open study, which stays while the tabs scroll."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.languages import N_, _
from desktop_app.presentation.header import StudyHeader
from desktop_app.presentation.wording import NOT_APPLICABLE, NOT_STATED
from desktop_app.punctuation import labelled, listed_long
from desktop_app.ui.chip import Chip
from desktop_app.ui.clipped_label import ClippedLabel
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.keys.keyboard_focus import came_by_keyboard
from desktop_app.ui.looks.palette_colors import accent_color, quiet_color, with_text_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.visible_text import visible_text
from desktop_app.ui.personal.header_marks import HeaderMarks
from desktop_app.ui.study.age_mark import AgeMark

_ROOM = ((3, 4), (3, 2), (2, 2), (2, 1), (1, 1), (1, 0))
"""Lines of title and facts, from the most room to the least."""

_SHORT_FACT = 44
_NO_NUMBER, _NO_STATUS = N_("NCT number: not stated"), N_("Status: not stated")
_NO_PHASE, _NO_PHASE_APPLIES = N_("Phase: not stated"), N_("Phase: not applicable")
_NO_TYPE = N_("Study type: not stated")


class StudyHeaderView(QWidget):
    """Number, status, title and facts of a study; takes fewer lines where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shows_focus = False
        self._strip = QWidget()
        self._number, self._org_id = QLabel(), QLabel()
        self._status, self._phase, self._type = Chip(), Chip(), Chip()
        self.own, self.age = HeaderMarks(), AgeMark()
        self._title, self._facts = ClippedLabel(), ClippedLabel()
        self._scale = TypeScale(self.font())
        self._lay_out()
        self._dress()

    def show_header(self, header: StudyHeader) -> None:
        """Show the header of a study."""
        self._number.setText(visible_text(named(header.nct_id, _NO_NUMBER)))
        self._org_id.setText(visible_text(header.org_study_id)[:80])
        self._org_id.setVisible(bool(header.org_study_id))
        word = named(header.status.word, _NO_STATUS)
        self._status.show_status(header.status._replace(word=word))
        self._phase.show_word(named(header.phase, _NO_PHASE, _NO_PHASE_APPLIES))
        self._type.show_word(named(header.study_type, _NO_TYPE))
        self._title.show_text(header.title)
        # The dot stays with the fact before it, so that no line begins with one.
        self._facts.show_text("\u00a0· ".join(unbroken(fact) for fact in header.facts))
        self._describe(header)
        self._dress()

    def fit(self, width: int, margin: int, height: int, most: int = 0) -> None:
        """Take as many lines as a height in pixels allows for; a line of title at the least.

        Up to ``most`` is taken where a line of facts would be dropped otherwise.
        """
        inner = width - 2 * margin
        fixed = self._strip_height(inner) + margin // 2 + 3 * self._gap
        self._column.setContentsMargins(margin, margin // 2, margin, self._gap)
        for title_lines, fact_lines in _ROOM:
            title = self._title.height_of(inner, title_lines)
            facts = self._facts.height_of(inner, fact_lines)
            is_least = title_lines == fact_lines == 1
            if fixed + title + facts <= (max(height, most) if is_least else height):
                break
        self._title.set_max_lines(title_lines)
        self._facts.set_max_lines(fact_lines)
        self._title.tell_also("" if fact_lines else self._facts.whole_text)
        self.setFixedHeight(fixed + title + facts)

    def hasHeightForWidth(self) -> bool:
        """Say no: the height is what ``fit`` gave it, not what its labels would like."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the focus."""
        self._shows_focus = came_by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the keyboard is."""
        if self.hasFocus() and self._shows_focus:
            painter = QPainter(self)
            painter.setPen(QPen(accent_color(self.palette()), 1))
            painter.drawRoundedRect(self.rect().adjusted(4, 2, -5, -1), 4, 4)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _strip_height(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def _lay_out(self) -> None:
        self._scale = TypeScale(self.font())
        self._flow = FlowLayout(self._strip)
        for label in (self._number, self._org_id):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self._number, self._org_id, self._status, self._phase, self._type):
            self._flow.addWidget(widget)
        for mark in (*self.own, *self.age):
            self._flow.addWidget(mark)
        self._column = QVBoxLayout(self)
        for part in (self._strip, self._title, self._facts):
            self._column.addWidget(part)

    @property
    def _gap(self) -> int:
        return self._scale.space(4)

    def _dress(self) -> None:
        self._scale = TypeScale(self.font())
        self._flow.set_gaps(self._scale.space(8), self._scale.space(4))
        self._title.setFont(self._scale.title)
        quiet = with_text_color(self.palette(), quiet_color(self.palette()))
        for label in (self._number, self._org_id, self._facts):
            label.setFont(self._scale.font)
            label.setPalette(quiet)
        for chip in (self._status, self._phase, self._type):
            chip.dress(self._scale, self.palette())
        self.own.dress(self._scale, self.palette())
        self.age.dress(self._scale, self.palette())
        self._column.setSpacing(self._gap)

    def _describe(self, header: StudyHeader) -> None:
        """Tell assistive technology all of it, also what is cut for want of room."""
        self.setAccessibleName(visible_text(labelled(header.nct_id, header.title)))
        told = (str(header.status.word), header.phase, header.study_type, *header.facts)
        self.setAccessibleDescription(visible_text(listed_long(told)))


def unbroken(fact: str) -> str:
    """Return a short fact so that no line breaks within it."""
    return fact.replace(" ", "\u00a0") if len(fact) <= _SHORT_FACT else fact


def named(word: str, not_stated: str, not_applicable: str = NOT_APPLICABLE) -> str:
    """Return a chip's word, or the text in place of one that says nothing by itself."""
    in_place = {_(NOT_STATED): not_stated, _(NOT_APPLICABLE): not_applicable}
    return _(in_place[word]) if word in in_place else word
