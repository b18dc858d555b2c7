"""Writes a file for each of many studies into a folder, off the GUI thread."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from desktop_app.errors import DesktopAppError
from desktop_app.export.files import write_whole
from desktop_app.export.source import Source
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled, listed
from desktop_app.ui.exporting.making import Wanted
from desktop_app.ui.exporting.sources import OpenLibrary, opened_sources
from desktop_app.ui.tasks import Progress

_MOST_NUMBERED = 10_000
_MOST_TOLD = 8


class IfThere(Enum):
    """What becomes of a file that is in the folder already."""

    REPLACE = N_("Replace")
    KEEP_BOTH = N_("Keep Both")
    SKIP = N_("Skip")


@dataclass(slots=True)
class BatchRun:
    """How far a batch is, and what came of it; still there when it is stopped half-way."""

    path: Path
    total: int = 0
    nct_id: str = ""
    written: int = 0
    skipped: int = 0
    shortened: int = 0
    faults: list[str] = field(default_factory=list)
    is_finished: bool = False

    def told(self, done: int, total: int) -> str:
        """Return how far it is: ``12 of 200 · NCT03816852``."""
        if not total:
            return _("Reading the list …")
        words = _("{number} of {total}")
        place = words.format(number=grouped(min(done + 1, total)), total=grouped(total))
        return f"{place} · {self.nct_id}" if self.nct_id else place

    def finish(self, _result: object) -> None:
        """Note that the batch came to its end."""
        self.is_finished = True

    @property
    def words(self) -> str:
        """Return what was done, in a sentence."""
        parts = [_written_words(self.written, self.path)]
        if self.shortened:
            words = ngettext("{count} shortened", "{count} shortened", self.shortened)
            parts.append(words.format(count=grouped(self.shortened)))
        if self.skipped:
            words = ngettext(
                "{count} skipped, being there already",
                "{count} skipped, being there already",
                self.skipped,
            )
            parts.append(words.format(count=grouped(self.skipped)))
        if self.faults:
            words = ngettext("{count} failed", "{count} failed", len(self.faults))
            parts.append(words.format(count=grouped(len(self.faults))))
        done = _("{counts}.") if self.is_finished else _("Stopped: {counts}.")
        return done.format(counts=listed(parts))


def _written_words(count: int, folder: Path) -> str:
    words = ngettext("{count} file written to {folder}", "{count} files written to {folder}", count)
    return words.format(count=grouped(count), folder=folder)


def existing_files(
    wanted: Wanted, folder: Path, open_library: OpenLibrary, progress: Progress
) -> int:
    """Return how many studies have a file of this name in the folder already."""
    progress(0)
    chosen, form, today = wanted.chosen, wanted.form, wanted.order.today
    with opened_sources(chosen, open_library, today, progress) as sources:
        return sum(
            any((folder / name).exists() for name in form.names(nct_id, today))
            for nct_id in sources.nct_ids
        )


def write_each(
    wanted: Wanted, run: BatchRun, if_there: IfThere, open_library: OpenLibrary, progress: Progress
) -> None:
    """Write a file for each study; raises ``Cancelled``, and what was written stays.

    A study that fails is noted in the run, and the others are written.
    """
    progress(0)
    with opened_sources(wanted.chosen, open_library, wanted.order.today, progress) as sources:
        run.total = len(sources.nct_ids)
        for place, nct_id in enumerate(sources.nct_ids):
            run.nct_id = nct_id
            progress(place, run.total)
            try:
                _write_one(wanted, sources.read(place), run, if_there)
            except DesktopAppError as error:
                run.faults.append(labelled(nct_id, str(error)))


def _write_one(wanted: Wanted, source: Source, run: BatchRun, if_there: IfThere) -> None:
    target = run.path / wanted.form.name_of(source, wanted.order.today)
    if target.exists() and if_there is IfThere.SKIP:
        run.skipped += 1
        return
    if if_there is IfThere.KEEP_BOTH:
        target = free_name(target)
    made = wanted.form.make((source,), wanted.order)
    write_whole(target, made.content)
    run.written += 1
    run.shortened += bool(made.notes)


def free_name(target: Path) -> Path:
    """Return a name beside one that is taken: ``NCT03816852_brief_2026-11-22 (2).pdf``."""
    names = (target.with_stem(f"{target.stem} ({number})") for number in range(2, _MOST_NUMBERED))
    return next((name for name in (target, *names) if not name.exists()), target)


def faults_in_words(faults: list[str]) -> str:
    """Return what failed, the same reason said once where it is the same for many."""
    if len(faults) <= _MOST_TOLD:
        return "\n\n".join(faults)
    more = len(faults) - _MOST_TOLD
    rest = ngettext("… and {count} more.", "… and {count} more.", more).format(count=grouped(more))
    return "\n\n".join((*faults[:_MOST_TOLD], rest))
