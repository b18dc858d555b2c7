"""A label of at most so many lines; what does not fit ends in … and is whole in its tool tip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.elision import elided_line
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text

_LONGEST = 2000
"""Characters that are looked at: more than fit into the lines of any label here."""


class ClippedLabel(QLabel):
    """Plain text, wrapped and cut at ``max_lines``; assistive technology is told all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._whole = self._also = ""
        self._max_lines = 3
        self._line_height = 0
        self._measured: tuple[tuple[str, int, str], list[int]] | None = None

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = visible_text(text).replace("\n", " ")
        self.setAccessibleName(self._whole)
        self._clip()
        self.updateGeometry()

    def set_max_lines(self, count: int) -> None:
        """Allow so many lines; none hides the text."""
        if count != self._max_lines:
            self._max_lines = count
            self._clip()
            self.updateGeometry()

    def tell_also(self, text: str) -> None:
        """Tell in the tool tip what has no room elsewhere, after what is cut here."""
        if text != self._also:
            self._also = text
            self._clip()

    @property
    def whole_text(self) -> str:
        """The text, whether it fits or not."""
        return self._whole

    def height_of(self, width: int, max_lines: int) -> int:
        """Return the height that the text takes in a width, within so many lines."""
        lines = min(len(self._line_starts(width)), max_lines)
        return lines * self._line_height

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_of(width, self._max_lines)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._clip()
            self.updateGeometry()

    def _clip(self) -> None:
        starts = self._line_starts(self.width())
        text = self._whole
        lines = [
            text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
        ]
        is_whole = len(lines) <= self._max_lines
        if not is_whole and self._max_lines > 0:
            rest = text[starts[self._max_lines - 1] :][:_LONGEST]
            elided = elided_line(rest, QFontMetrics(self.font()), self.width())
            lines = [*lines[: self._max_lines - 1], elided]
        shown = "\n".join(line.rstrip() for line in lines[: self._max_lines])
        if shown != self.text():
            self.setText(shown)
        told = "\n".join(part for part in ("" if is_whole else text, self._also) if part)
        self.setToolTip(tooltip_text(told) if told else "")

    def _line_starts(self, width: int) -> list[int]:
        """Return where in the text each line begins; kept, for layouts ask many times over."""
        asked = (self._whole, width, self.font().key())
        if self._measured is None or self._measured[0] != asked:
            self._measured = (asked, self._measure(width))
        return self._measured[1]

    def _measure(self, width: int) -> list[int]:
        text = self._whole[:_LONGEST]
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        starts = []
        # Letters that another font lends, such as Chinese ones, may stand higher than its own.
        height = float(QFontMetrics(self.font()).lineSpacing())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            height = max(height, line.height())
            starts.append(len(text.encode("utf-16-le")[: 2 * line.textStart()].decode("utf-16-le")))
        layout.endLayout()
        self._line_height = round(height)
        return starts or [0]
