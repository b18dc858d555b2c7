"""Downloads in lines of text: how far one is, and what came of it."""

from collections.abc import Iterator
from typing import TextIO

from desktop_app.export.text import printable
from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import listed
from desktop_app.registry.downloads.asked import asked_in, asked_words
from desktop_app.registry.downloads.progress import DownloadProgress, Stage
from desktop_app.registry.downloads.results import DownloadResult
from desktop_app.store.downloads.runs import Download
from desktop_app.store.importing.runs import Counts

_WIDTH = 78


class ProgressLine:
    """Writes into one line of a terminal; where there is none, why it waits, and no more."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._problem = ""
        self._is_open = False

    def tell(self, progress: DownloadProgress) -> None:
        """Write how far a download is."""
        if progress.stage is Stage.WAITING and progress.problem != self._problem:
            self.end()
            print(printable(progress.problem), file=self._stream, flush=True)
        self._problem = progress.problem
        if self._is_terminal:
            words = printable(progress_words(progress))[:_WIDTH]
            print(f"\r{words:<{_WIDTH}}", end="", file=self._stream, flush=True)
            self._is_open = True

    def end(self) -> None:
        """Leave the line."""
        if self._is_open:
            print(file=self._stream, flush=True)
        self._is_open = False


def progress_words(progress: DownloadProgress) -> str:
    """Return how far a download is, in a line."""
    done, total = grouped(progress.done), grouped(progress.total) if progress.total else "?"
    words = _("{number} of {total}").format(number=done, total=total)
    if progress.stage is Stage.WAITING:
        seconds = max(1, round(progress.retry_in or 0))
        more = ngettext("next try in {count} second", "next try in {count} seconds", seconds)
        return f"{words}, {more.format(count=grouped(seconds))}"
    if progress.rate is None or progress.seconds_left is None:
        return words
    rate, left = round(progress.rate), grouped(round(progress.seconds_left))
    more = _("{rate} a second, {seconds} s left").format(rate=rate, seconds=left)
    return f"{words}, {more}"


def told_download(run: Download) -> str:
    """Return a download that did not come to its end, in a line that begins with its number."""
    position = run.position
    done = _("{number} of {total}").format(
        number=grouped(position.done), total=grouped(position.total) if position.total else "?"
    )
    begun = _("begun {time} UTC").format(time=f"{run.begun_at:%Y-%m-%d %H:%M}")
    return f"{run.id}: {asked_words(asked_in(run.asked))}, {done}, {begun}"


def result_lines(result: DownloadResult) -> Iterator[str]:
    """Yield what came of a download."""
    run = result.download
    for origin, reason in run.rejected:
        # Translators: {record} is where something stands that is no record.
        told = _("not understood: {record}").format(record=origin)
        yield f"{told} ({reason})"
    more = run.counts.rejected - len(run.rejected)
    if more > 0:
        words = ngettext("… and {count} more", "… and {count} more", more)
        yield words.format(count=grouped(more))
    for nct_id in run.missing:
        yield _("not at the registry: {number}").format(number=nct_id)
    yield from result.notes
    yield listed(counted(run.counts)) or _("nothing found")


def counted(counts: Counts) -> list[str]:
    """Return how many records had which outcome, those that there are."""
    said = (
        (counts.added, ngettext("{count} added", "{count} added", counts.added)),
        (counts.updated, ngettext("{count} updated", "{count} updated", counts.updated)),
        (counts.same, ngettext("{count} same", "{count} same", counts.same)),
        (counts.older, ngettext("{count} older", "{count} older", counts.older)),
        (
            counts.rejected,
            ngettext("{count} not understood", "{count} not understood", counts.rejected),
        ),
    )
    return [words.format(count=grouped(count)) for count, words in said if count]
