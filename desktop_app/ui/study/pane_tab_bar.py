"""The tabs of a study: titles with their counts, the current one underlined."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import listed, with_note
from desktop_app.ui.looks.palette_colors import accent_color, quiet_color, rule_color
from desktop_app.ui.looks.typography import TypeScale, scaled

_UNDERLINE = 2
_PADDING, _LEAST_PADDING = 12, 5
"""Space at the left and the right of the words on a tab, where there is room, and at the least."""


@dataclass(frozen=True, slots=True)
class TabWords:
    """What stands on a tab; ``badge`` counts what it holds, ``hits`` what was found in it."""

    title: str
    badge: str = ""
    hits: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands behind the title, quietly."""
        hits = f"• {self.hits}" if self.hits else ""
        return tuple(note for note in (self.badge, hits) if note)

    def __str__(self) -> str:
        found = ngettext("{count} found", "{count} found", self.hits).format(count=self.hits)
        return listed((with_note(self.title, self.badge), found if self.hits else ""))


class PaneTabBar(QTabBar):
    """Tabs drawn as text alone; the keyboard and assistive technology use them as any tabs.

    They move together where room is short; ``fitted`` tells that they have, or hold other words.
    """

    fitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Parts of the study"))
        self._words: list[TabWords] = []
        self._sizes: list[QSize] = []
        self._room = 0
        self.padding = 0
        self.is_whole = True

    def fit(self, room: int) -> None:
        """Set the words so that all have room between two edges so many pixels apart, if they can.

        ``is_whole`` tells whether they do. ``padding`` stands beyond the edges.
        """
        if room != self._room:
            self._room = room
            self._measure()

    def show_words(self, words: list[TabWords]) -> None:
        """Put words on the tabs, as many as there are tabs to be."""
        before, self._words = self._words, words
        self._measure()
        while self.count() < len(words):
            self.addTab("")
        for index, tab in enumerate(words):
            if tab not in before[index : index + 1]:
                # The ampersand of a text would make a key of the letter behind it.
                self.setTabText(index, str(tab).replace("&", "&&"))
                self.setAccessibleTabName(index, str(tab))
        self.update()

    def words(self) -> list[TabWords]:
        """Return what stands on the tabs."""
        return list(self._words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)

    def _measure(self) -> None:
        """Keep the sizes, which Qt asks for many times over."""
        scale = TypeScale(self.font())
        title = QFontMetrics(scaled(self.font(), 1, bold=True))
        small = QFontMetrics(scale.small)
        widths = [
            title.horizontalAdvance(tab.title)
            + sum(small.horizontalAdvance(note) + scale.space(4) for note in tab.notes)
            for tab in self._words
        ]
        before = self._sizes, self.is_whole
        self._pad(self._room - sum(widths), 2 * max(1, len(widths) - 1), scale)
        height = title.height() + 2 * scale.space(8)
        self._sizes = [QSize(width + 2 * self.padding, height) for width in widths]
        if (self._sizes, self.is_whole) != before:
            # Has Qt ask for all sizes again.
            self.setIconSize(self.iconSize())
            self.fitted.emit()

    def _pad(self, left: int, gaps: int, scale: TypeScale) -> None:
        """Share out what the words leave of the room among the gaps."""
        least, most = scale.space(_LEAST_PADDING), scale.space(_PADDING)
        self.padding = max(least, min(most, left // gaps)) if self._room else most
        self.is_whole = not self._room or left >= gaps * least

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab with its counts."""
        return self._sizes[index] if index < len(self._sizes) else QSize(0, 0)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(QPen(rule_color(self.palette()), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))

    def _paint_tab(self, painter: QPainter, index: int, rect: QRect) -> None:
        palette, scale = self.palette(), TypeScale(self.font())
        is_current = index == self.currentIndex()
        font = scaled(self.font(), 1, bold=is_current)
        color = accent_color(palette) if is_current else palette.windowText().color()
        baseline = rect.center().y() + QFontMetrics(font).ascent() // 2
        at = QPoint(rect.x() + self.padding, baseline)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(at, self._words[index].title)
        at.setX(at.x() + QFontMetrics(font).horizontalAdvance(self._words[index].title))
        self._paint_notes(painter, index, at, scale)
        if is_current:
            self._underline(painter, rect, color)

    def _paint_notes(self, painter: QPainter, index: int, at: QPoint, scale: TypeScale) -> None:
        painter.setFont(scale.small)
        small = QFontMetrics(scale.small)
        for note in self._words[index].notes:
            is_hits = note.startswith("•")
            palette = self.palette()
            painter.setPen(accent_color(palette) if is_hits else quiet_color(palette))
            at.setX(at.x() + scale.space(4))
            painter.drawText(at, note)
            at.setX(at.x() + small.horizontalAdvance(note))

    def _underline(self, painter: QPainter, rect: QRect, color: QColor) -> None:
        line = QRect(rect.x(), rect.bottom() - _UNDERLINE + 1, rect.width(), _UNDERLINE)
        painter.fillRect(line, color)
        if self.hasFocus():
            painter.setPen(QPen(color, 1))
            painter.drawRoundedRect(rect.adjusted(2, 2, -3, -5), 4, 4)
