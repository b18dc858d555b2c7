"""Finds words in all parts of a tab, of which one is shown, and goes across them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.ui.panes.findable import number_beside
from desktop_app.ui.panes.part_texts import PartText
from desktop_app.ui.panes.section_hits import SectionHits
from desktop_app.ui.panes.table_page import TablePage


class PartsHits(QObject):
    """Hits are numbered through all parts. ``show_part`` brings one of them into view.

    ``changed`` follows when the hits of the part that is shown are found anew.
    """

    changed = Signal()

    def __init__(
        self, text: SectionHits, table: TablePage, show_part: Callable[[int], None]
    ) -> None:
        super().__init__(table)
        self._in_text, self._in_table = text, table
        self._show_part = show_part
        self._texts: Sequence[PartText] = ()
        self._counts: list[int] = []
        self._shown = 0
        self._words = ""
        self._is_moving = False
        text.changed.connect(self._take_change)
        table.hits_changed.connect(self._take_change)

    @property
    def counts(self) -> list[int]:
        """How many hits each part has; none while nothing is looked for."""
        return self._counts

    @property
    def hit_count(self) -> int:
        """How many hits there are in all parts."""
        return sum(self._counts)

    @property
    def current_hit(self) -> int:
        """The hit where one is, -1 where the part that is shown has none."""
        before = sum(self._counts[: self._shown])
        if self._in_text.current_hit >= 0:
            return before + self._in_text.current_hit
        if self._in_table.current_hit >= 0:
            return before + self._in_text.hit_count + self._in_table.current_hit
        return -1

    def use_parts(self, texts: Sequence[PartText]) -> None:
        """Look in the parts of another study from now on."""
        self._texts = texts
        self._counts = []
        self._words = ""
        self._shown = 0

    def use_texts(self, texts: Sequence[PartText]) -> None:
        """Look from now on in what the same parts say in another form."""
        self._texts = texts
        self.look_for(self._words)

    @contextmanager
    def moving_to(self, part: int) -> Iterator[None]:
        """Let another part be shown; what is drawn meanwhile is not looked in."""
        was_moving, self._is_moving = self._is_moving, True
        self._shown = part
        yield
        self._is_moving = was_moving
        self._look_in_shown()
        if not was_moving:
            self.changed.emit()

    def look_for(self, words: str) -> None:
        """Look for words in all parts, and mark them in the one that is shown."""
        self._words = words
        self._counts = [text.count(words) for text in self._texts] if words else []
        self._look_in_shown()
        self.changed.emit()

    def go_to_hit(self, number: int) -> None:
        """Make a hit the current one, in whichever part it is."""
        ends = list(accumulate(self._counts))
        part = bisect_right(ends, number)
        in_part = number - (ends[part - 1] if part else 0)
        self._is_moving = True
        if part != self._shown:
            self._show_part(part)
        self._go_in_shown(in_part)
        self._is_moving = False
        self.changed.emit()

    def hit_beside(self, by: int) -> int | None:
        """Return the hit after (1) or before (-1) where one is."""
        if self.current_hit >= 0:
            return number_beside(self.current_hit, by, self.hit_count)
        before = sum(self._counts[: self._shown])
        return number_beside(before - 1 if by > 0 else before, by, self.hit_count)

    def _look_in_shown(self) -> None:
        self._in_text.look_for(self._words)
        self._in_table.look_for(self._words)
        if self._in_text.hit_count:
            self._in_table.leave()
        self._count_shown()

    def _count_shown(self) -> None:
        """Count what is really marked, so that numbers and marks agree."""
        if self._counts:
            self._counts[self._shown] = self._in_text.hit_count + self._in_table.hit_count

    def _go_in_shown(self, number: int) -> None:
        if number < self._in_text.hit_count:
            self._in_table.leave()
            self._in_text.go_to_hit(number)
        elif number - self._in_text.hit_count < self._in_table.hit_count:
            self._in_text.leave()
            self._in_table.go_to_hit(number - self._in_text.hit_count)

    @Slot()
    def _take_change(self) -> None:
        if not self._is_moving:
            self._count_shown()
            self.changed.emit()
