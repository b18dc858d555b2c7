"""What needs to be said about a record before it is read, above its tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.analysis.checks import Notice, Severity
from desktop_app.languages import N_, _, ngettext
from desktop_app.punctuation import joined_sentences
from desktop_app.ui.clipped_label import ClippedLabel
from desktop_app.ui.looks.palette_colors import (
    quiet_color,
    warning_color,
    warning_text_color,
    with_text_color,
)
from desktop_app.ui.looks.strip_ground import BAR, paint_strip
from desktop_app.ui.looks.typography import TypeScale

_UNLIMITED = 1000
_SHOW_ALL, _SHOW_LESS = N_("Show all"), N_("Show less")


class NoticeBanner(QWidget):
    """Notices in one strip with a bar at its left; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_warning = False
        self._label = ClippedLabel()
        self._more = QToolButton()
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.setText(_(_SHOW_ALL))
        self._more.setAccessibleName(_("Show all notices"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dress()
        self.hide()

    @property
    def more_button(self) -> QToolButton:
        """The button that shows all notices where there is no room for them."""
        return self._more

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show the notices, told to assistive technology as the banner's description."""
        texts = [notice.text for notice in notices]
        told = joined_sentences(texts)
        self._is_warning = any(notice.severity is Severity.WARNING for notice in notices)
        self._dress()
        self._label.show_text(told)
        count = len(texts)
        words = ngettext("{count} notice", "{count} notices", count).format(count=count)
        self.setAccessibleName(_("Notice") if count == 1 else words)
        self.setAccessibleDescription(self._label.whole_text)
        self._more.setChecked(False)
        self.setVisible(bool(texts))

    def fit(self, width: int, height: int) -> None:
        """Take as many lines as a height in pixels allows for, or all if that was asked for."""
        inner = self._inner_width(width, with_button=False)
        line = max(1, self._label.height_of(inner, 1))
        padding = 2 * self._padding
        most = max(1, (height - padding) // line)
        is_short = self._label.height_of(inner, _UNLIMITED) > most * line
        self._more.setVisible(is_short or self._more.isChecked())
        self._more.setText(_(_SHOW_LESS if self._more.isChecked() else _SHOW_ALL))
        if self._more.isVisibleTo(self):
            inner = self._inner_width(width, with_button=True)
        lines = _UNLIMITED if self._more.isChecked() else most
        self._label.set_max_lines(lines)
        text_height = self._label.height_of(inner, lines)
        self.setFixedHeight(max(text_height, self._button_height()) + padding)

    def hasHeightForWidth(self) -> bool:
        """Say no: the height is what ``fit`` gave it."""
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_strip(self, self._color)

    @property
    def _color(self) -> QColor:
        return warning_color() if self._is_warning else quiet_color(self.palette())

    @property
    def _padding(self) -> int:
        return TypeScale(self.font()).space(8)

    def _inner_width(self, width: int, *, with_button: bool) -> int:
        button = self._more.sizeHint().width() + self._padding if with_button else 0
        return width - BAR - 3 * self._padding - button

    def _button_height(self) -> int:
        return self._more.sizeHint().height() if self._more.isVisibleTo(self) else 0

    def _dress(self) -> None:
        padding = self._padding
        self._row.setContentsMargins(BAR + padding + padding // 2, padding, padding, padding)
        self._row.setSpacing(padding)
        text = self.palette().text().color()
        told = warning_text_color(self.palette()) if self._is_warning else text
        self._label.setPalette(with_text_color(self.palette(), told))
        self.update()
