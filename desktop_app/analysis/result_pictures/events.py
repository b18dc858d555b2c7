"""What a dot plot of adverse events shows: of the most frequent kinds, who was affected."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventShare:
    """The share of a group that was affected, in percent; ``words`` as the record has it.

    There is no share to draw of nobody, nor where more are affected than are at risk.
    """

    group: int
    percent: float | None
    words: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One kind of event."""

    term: str
    shares: tuple[EventShare, ...]

    @property
    def highest(self) -> float:
        """The highest share of any group; 0 where there is none."""
        return max((share.percent or 0.0 for share in self.shares), default=0.0)


@dataclass(frozen=True, slots=True)
class EventPanel:
    """Kinds of events on one axis; ``title`` tells which, and of how many."""

    title: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class EventPlot:
    """Panels below each other; ``is_told_apart`` if every group has a symbol of its own."""

    groups: tuple[str, ...]
    panels: tuple[EventPanel, ...]
    axis_title: str
    is_told_apart: bool
    notes: tuple[str, ...] = ()
