"""Large print: nothing is smaller than running text, and nothing is grey."""

from dataclasses import dataclass
from functools import cached_property

from desktop_app.export.typesetting.setting import Setting, Style

SIZE = 18.0
FOOT_SIZE = 14.0
_AIR = 1.1


@dataclass(frozen=True)
class LargePrint(Setting):
    """The setting of a page for people who see little."""

    size: float = SIZE
    air: float = _AIR

    @cached_property
    def small(self) -> Style:
        """Return the style of labels and notes, which are no smaller here."""
        return self.body

    def scaled(self, factor: float) -> float:
        """Return a type size in relation to running text, never smaller than that."""
        return max(self.size, super().scaled(factor))
