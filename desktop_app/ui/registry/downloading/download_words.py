"""How far a download is, and how it ended, in words."""

from collections.abc import Iterator

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.registry.downloads.progress import DownloadProgress, Stage
from desktop_app.registry.downloads.results import DownloadResult
from desktop_app.registry.fetching import Fate, not_found
from desktop_app.registry.wait_words import next_try_words
from desktop_app.store.importing.control import Ending
from desktop_app.store.importing.runs import Counts
from desktop_app.ui.library.import_words import time_left
from desktop_app.ui.registry.fetching.outcome_words import lost_words

_BETWEEN = " · "


def progress_words(progress: DownloadProgress) -> str:
    """Return how far a download is: ``Keeping 2,000 of 12,345 studies · 3 minutes left``."""
    return _BETWEEN.join(_progress_parts(progress))


def _progress_parts(progress: DownloadProgress) -> Iterator[str]:
    if progress.stage is Stage.PAUSED:
        yield _("Paused")
    if progress.total:
        words = _("{done} of {total} studies fetched")
        yield words.format(done=grouped(progress.done), total=grouped(progress.total))
    else:
        yield _("Fetching …")
    if progress.stage is Stage.WAITING:
        yield progress.problem
        yield next_try_words(progress.retry_in or 0)
    elif progress.seconds_left is not None:
        yield time_left(progress.seconds_left)


def end_words(result: DownloadResult) -> str:
    """Return what came of a download, and what is to be known of it."""
    position = result.download.position
    said = [counts_words(result.download.counts)]
    if result.ending is Ending.STOPPED:
        words = _("Stopped at {done} of {total}. Keep All goes on from there.")
        said.append(words.format(done=grouped(position.done), total=grouped(position.total)))
    return " ".join((*said, *result.notes))


def result_words(result: DownloadResult) -> str:
    """Return what came of a download, which numbers the registry has not, and what else to know."""
    lost = [Fate(nct_id, problem=not_found(nct_id)) for nct_id in result.download.missing]
    missing = lost_words(lost, (), None, is_stopped=False)
    return joined_sentences((counts_words(result.download.counts), missing, *result.notes))


def counts_words(counts: Counts) -> str:
    """Return what came of the studies of a download: ``12 new · 3 newer.``"""
    return _BETWEEN.join(_counted(counts)) + "."


def _counted(counts: Counts) -> Iterator[str]:
    told = (
        (counts.added, ngettext("{count} new", "{count} new", counts.added)),
        (counts.updated, ngettext("{count} newer", "{count} newer", counts.updated)),
        (counts.same, ngettext("{count} the same", "{count} the same", counts.same)),
        (counts.older, ngettext("{count} older", "{count} older", counts.older)),
        (
            counts.rejected,
            ngettext("{count} not understood", "{count} not understood", counts.rejected),
        ),
    )
    shown = [words.format(count=grouped(count)) for count, words in told if count]
    yield from shown or [_("Nothing came")]
