"""How a study of the registry stands to the library: held, newer at the registry, not held."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop_app.languages import N_, _
from desktop_app.registry.news import Novelty
from desktop_app.store.library import Library
from desktop_app.study.summary import StudySummary


class Standing(Enum):
    """How a study stands to the library."""

    HELD = "held"
    NEWER = "newer"
    NOT_HELD = "not_held"
    IN_TRASH = "in_trash"


_WORDS = {
    Standing.HELD: (N_("✓ In your library"), N_("✓ Held")),
    Standing.NEWER: (N_("↑ Newer at the registry"), N_("↑ Newer there"), N_("↑ Newer")),
    Standing.NOT_HELD: (N_("Not in your library"), N_("Not held")),
    Standing.IN_TRASH: (N_("In your trash"), N_("In trash")),
}
"""Each in words, the fullest first."""
_NEWS = {
    Novelty.NEW: (N_("New · {standing}"), N_("New")),
    Novelty.CHANGED: (N_("Changed · {standing}"), N_("Changed")),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of a result beside what it is."""

    standing: Standing
    novelty: Novelty | None = None

    @property
    def phrases(self) -> tuple[str, ...]:
        """Return it in words, the fullest first."""
        said = tuple(map(_, _WORDS[self.standing]))
        if self.novelty is None:
            return said
        both, alone = _NEWS[self.novelty]
        return (*(_(both).format(standing=each) for each in said), _(alone))


def standings(library: Library, rows: Iterable[StudySummary]) -> dict[str, Standing]:
    """Return how results stand to the library; raises StoreError."""
    return {row.nct_id: _standing(library, row) for row in rows}


def _standing(library: Library, row: StudySummary) -> Standing:
    held = library.summary(row.nct_id)
    if held is None:
        return Standing.IN_TRASH if library.is_trashed(row.nct_id) else Standing.NOT_HELD
    if held.record_date is None or row.record_date is None:
        return Standing.HELD
    return Standing.NEWER if row.record_date > held.record_date else Standing.HELD
