"""What is said of a large import: how far it is, how fast, and how long it still takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.ui.models.import_model import ImportLine, Outcome
from desktop_app.ui.status_line import words_read

if TYPE_CHECKING:
    from desktop_app.store.importing.engine import ImportResult
    from desktop_app.store.importing.progress import ImportProgress
    from desktop_app.store.importing.runs import Run
    from desktop_app.ui.library.import_work import ImportRun

_MINUTE, _HOUR = 60, 3600


def progress_words(progress: ImportProgress) -> str:
    """Return how far an import is, in a line: ``4,000 of 60,000 · 2,300 a second · …``."""
    parts = [_done(progress)]
    if progress.is_paused:
        parts.append(_("paused"))
    elif progress.rate is not None and progress.seconds_left is not None:
        parts.append(_("{count} a second").format(count=grouped(round(progress.rate))))
        parts.append(time_left(progress.seconds_left))
    if progress.counts.rejected:
        count = progress.counts.rejected
        words = ngettext("{count} not understood", "{count} not understood", count)
        parts.append(words.format(count=grouped(count)))
    return " · ".join(parts)


def _done(progress: ImportProgress) -> str:
    if not progress.total:
        count = progress.done
        return ngettext("{count} read", "{count} read", count).format(count=grouped(count))
    number, total = grouped(progress.done), grouped(progress.total)
    return _("{number} of {total} read").format(number=number, total=total)


def time_left(seconds: float) -> str:
    """Return a time in words, no more exact than it can be known."""
    if seconds < _MINUTE:
        return _("less than a minute left")
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        words = ngettext("{count} minute left", "{count} minutes left", minutes)
        return words.format(count=grouped(minutes))
    hours = round(seconds / _HOUR)
    return ngettext("{count} hour left", "{count} hours left", hours).format(count=grouped(hours))


def waiting_words(run: Run) -> str:
    """Return that an import did not come to its end, and how far it was."""
    name = Path(run.sources[0]).name if len(run.sources) == 1 else ""
    number, total = grouped(run.counts.all), grouped(run.total)
    if name and run.total:
        words = _("The import of {name} stopped at {number} of {total} records.")
    elif name:
        words = _("The import of {name} stopped after {number} records.")
    else:
        words = _("An import of several files stopped after {number} records.")
    return words.format(name=name, number=number, total=total)


def words_of(run: ImportRun, done: int, total: int) -> str:
    """Return how far an import is that the window runs; a large one tells more."""
    if run.large is None or run.large.progress is None:
        return words_read(done, total)
    return progress_words(run.large.progress)


def counts_of_result(result: ImportResult) -> dict[Outcome, int]:
    """Return how many records had which outcome."""
    counts = result.counts
    return {
        Outcome.ADDED: counts.added,
        Outcome.UPDATED: counts.updated,
        Outcome.SAME: counts.same,
        Outcome.OLDER: counts.older,
        Outcome.REJECTED: counts.rejected,
    }


def rejected_lines(result: ImportResult) -> tuple[ImportLine, ...]:
    """Return the first of what was not understood."""
    return tuple(
        ImportLine(Outcome.REJECTED, "", origin, reason) for origin, reason in result.rejected
    )


def words_of_report(result: ImportResult) -> str:
    """Return where all is told that is not told here."""
    read = result.counts.added + result.counts.updated
    # To look for it here would take as long again as the import.
    odd = _("What is odd in a record that was read is told above it when it is opened.")
    return joined_sentences((_words_of_rejected(result), odd if read else ""))


def _words_of_rejected(result: ImportResult) -> str:
    """Return where all is that was not understood, where only the first of it is shown."""
    left = result.counts.rejected - len(result.rejected)
    if left <= 0 or result.report is None:
        return ""
    words = ngettext(
        "{count} more that was not understood is in the file {file}.",
        "{count} more that were not understood are in the file {file}.",
        left,
    )
    return words.format(count=grouped(left), file=result.report)
