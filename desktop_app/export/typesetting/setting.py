"""How a page is set: its type size, its spacing, and the few styles that follow from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from desktop_app.export.typesetting.blocks import NOTHING, Block, Line, Text, stacked
from desktop_app.export.typesetting.directions import is_right_to_left
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.tags import ITEM, ITEM_BODY, ITEM_LABEL, Role, Tag

T = TypeVar("T")

FLOOR = 7.5
"""Points; no text on paper is smaller."""

BLACK = 0.0
QUIET = 0.33
"""The grey of what is secondary, at 8 : 1 against white."""


@dataclass(frozen=True, slots=True)
class Style:
    """The looks of a text; ``size`` in points."""

    size: float
    font: str = REGULAR
    grey: float = BLACK


@dataclass(frozen=True)
class Setting:
    """A type size in points, and ``air``: 0 for close, 1 for generous spacing.

    What is set once is remembered, since pages are set again and again until one fits.
    """

    breaker: LineBreaker
    size: float
    air: float
    memory: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def leading(self) -> float:
        """Return the distance of lines, in type sizes."""
        return 1.2 + 0.16 * self.air

    @cached_property
    def gap(self) -> float:
        """Return the distance of sections."""
        return self.size * (0.62 + 0.75 * self.air)

    @cached_property
    def small_gap(self) -> float:
        """Return the distance of items."""
        return self.size * (0.06 + 0.24 * self.air)

    @cached_property
    def gutter(self) -> float:
        """Return the distance of columns."""
        return self.size * 1.8

    @cached_property
    def body(self) -> Style:
        """Return the style of running text."""
        return Style(self.size)

    @cached_property
    def strong(self) -> Style:
        """Return the style of what stands out in running text."""
        return Style(self.size, BOLD)

    @cached_property
    def small(self) -> Style:
        """Return the style of labels and notes."""
        return Style(self.scaled(0.88), REGULAR, QUIET)

    def scaled(self, factor: float) -> float:
        """Return a type size in relation to running text, in quarter points, never too small."""
        return max(FLOOR, round(self.size * factor * 4) / 4)

    def line_height(self, style: Style) -> float:
        """Return the height of a line."""
        return style.size * self.leading

    def remembered(self, key: object, make: Callable[[], T]) -> T:
        """Return what was made under a key before, or else make it."""
        if key not in self.memory:
            self.memory[key] = make()
        made: T = self.memory[key]
        return made

    def paragraph(self, text: str, width: float, style: Style | None = None) -> Block:
        """Return a text broken into lines; nothing where there is no text."""
        if not text:
            return NOTHING
        chosen = style or self.body
        key = (text, width, chosen.size, chosen.font, chosen.grey)
        block: Block | None = self.memory.get(key)
        if block is None:
            lines = self.breaker.lines(text, chosen.font, width * 1000 / chosen.size)
            room = width if not text.isascii() and is_right_to_left(text) else 0.0
            block = self.memory[key] = self.set_lines(lines, chosen, room)
        return block

    def set_lines(self, lines: tuple[str, ...], style: Style, room: float = 0.0) -> Block:
        """Return lines one below the other; where there is a room, each ends at its right."""
        height = self.line_height(style)
        y = self.baseline(style)
        text = Text(0.0, y, lines, height, style.font, style.size, style.grey, room)
        return Block(height * len(lines), (text,))

    def baseline(self, style: Style) -> float:
        """Return where the baseline of a line is, from the top of the line."""
        # Capitals of Noto Sans are 0.714 of the type size high: they stand amid their line.
        return self.line_height(style) / 2 + 0.357 * style.size

    def width(self, text: str, style: Style) -> float:
        """Return the width of a text in one line, in points."""
        return self.breaker.text_width(text, style.font) * style.size / 1000

    def even_width(self, text: str, width: float, style: Style) -> float:
        """Return the least width in which a text takes no more lines than in a width."""

        def count(points: float) -> int:
            return len(self.breaker.lines(text, style.font, points * 1000 / style.size))

        most = count(width)
        narrow, wide = width / most * 0.9, width
        while most > 1 and wide - narrow > style.size:
            middle = (narrow + wide) / 2
            narrow, wide = (narrow, middle) if count(middle) <= most else (middle, wide)
        return wide

    def bulleted(self, text: str, width: float, below: Block = NOTHING) -> Block:
        """Return an item of a list without numbers, with what stands below its text."""
        indent = self.size * 0.9
        mark = self.set_lines(("•",), self.body).tagged(ITEM_LABEL)
        item = stacked((self.paragraph(text, width - indent), below)).tagged(ITEM_BODY)
        return Block(item.height, (), ((0.0, 0.0, mark), (indent, 0.0, item)), ITEM)

    def heading(self, title: str, width: float, note: str = "") -> Block:
        """Return a title above a thin rule, with a quiet note at its right end."""
        key = ("heading", title, width, note)
        return self.remembered(key, lambda: self._heading(title, width, note))

    def _heading(self, title: str, width: float, note: str) -> Block:
        style = Style(self.scaled(1.05), BOLD)
        text = self.paragraph(title, width, style).tagged(Tag(Role.HEADING, title=title))
        below = self.size * (0.12 + 0.1 * self.air)
        rule = Line(0, text.height + below / 2, width, text.height + below / 2)
        parts = [(0.0, 0.0, text)]
        needed = self.width(note, self.small)
        if note and needed + self.width(title, style) < width * 0.95:
            drop = self.baseline(style) - self.baseline(self.small)
            parts.append((width - needed, drop, self.paragraph(note, width, self.small)))
        return Block(text.height + below * 1.5, (rule,), tuple(parts))

    def section(self, title: str, width: float, parts: Sequence[Block], note: str = "") -> Block:
        """Return parts below a heading; nothing where there are none."""
        if not any(part.height for part in parts):
            return NOTHING
        return stacked((self.heading(title, width, note), stacked(parts, self.small_gap)))
