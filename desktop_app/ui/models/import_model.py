"""What an import brought, a row for each thing that was read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.origins import origin_words, short_origin_words
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import listed
from desktop_app.ui.models.lines_model import LinesModel, text_of_cells


class Outcome(Enum):
    """What became of one thing that was read."""

    ADDED = N_("Added")
    UPDATED = N_("Updated")
    SAME = N_("Already there")
    OLDER = N_("Kept as an older version")
    REJECTED = N_("Not understood")
    NOT_FETCHED = N_("Not fetched")


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One thing that was read; ``nct_id`` is empty and ``note`` says why where it was rejected."""

    outcome: Outcome
    nct_id: str
    origin: str
    note: str = ""


def counts_of(lines: Sequence[ImportLine]) -> str:
    """Return the counts in words: ``12 added, 1 not understood``."""
    return counts_in_words(Counter(line.outcome for line in lines))


def counts_in_words(counts: Mapping[Outcome, int]) -> str:
    """Return how many had which outcome, in words."""
    told = [_count_of(outcome, counts[outcome]) for outcome in Outcome if counts.get(outcome)]
    return listed(told) or _("Nothing was found to import")


def _count_of(outcome: Outcome, count: int) -> str:
    words = {
        Outcome.ADDED: ngettext("{count} added", "{count} added", count),
        Outcome.UPDATED: ngettext("{count} updated", "{count} updated", count),
        Outcome.SAME: ngettext("{count} already there", "{count} already there", count),
        Outcome.OLDER: ngettext(
            "{count} kept as an older version", "{count} kept as older versions", count
        ),
        Outcome.REJECTED: ngettext("{count} not understood", "{count} not understood", count),
        Outcome.NOT_FETCHED: ngettext("{count} not fetched", "{count} not fetched", count),
    }
    return words[outcome].format(count=grouped(count))


def as_text(lines: Sequence[ImportLine]) -> str:
    """Return lines as a table that any spreadsheet takes, with their origins in full."""
    return text_of_cells(map(_cells, lines))


def _cells(line: ImportLine) -> tuple[str, ...]:
    return _(line.outcome.value), line.nct_id, origin_words(line.origin), line.note


def _short_cells(line: ImportLine) -> tuple[str, ...]:
    result, nct_id, _origin, note = _cells(line)
    return result, nct_id, short_origin_words(line.origin), note


class ImportModel(LinesModel):
    """The lines of an import, all of them or those of one outcome."""

    _HEADERS = (N_("Result"), N_("NCT number"), N_("From"), N_("Note"))

    def __init__(self, lines: Sequence[ImportLine], parent: QObject | None = None) -> None:
        super().__init__(self._HEADERS, _short_cells, _cells, parent)
        self._all = lines
        self.lines: Sequence[ImportLine] = lines

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the lines of one outcome, or all."""
        wanted = [line for line in self._all if outcome in (None, line.outcome)]
        self.show_lines(wanted)
