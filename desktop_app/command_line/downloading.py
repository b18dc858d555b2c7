"""Downloads on the command line: begun, gone on with, listed, forgotten."""

import json
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.download_lines import ProgressLine, result_lines, told_download
from desktop_app.command_line.libraries import open_existing, open_library
from desktop_app.command_line.options import Options
from desktop_app.command_line.registry import registry_client
from desktop_app.errors import DesktopAppError, RegistryError
from desktop_app.export.text import one_line
from desktop_app.languages import N_, _
from desktop_app.readers.detect import reread
from desktop_app.registry.downloads.asked import begin
from desktop_app.registry.downloads.control import DownloadControl
from desktop_app.registry.downloads.engine import download
from desktop_app.registry.downloads.results import DownloadResult
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.query_words import mended
from desktop_app.store.downloads.runs import Download
from desktop_app.store.downloads.waiting import forget_download, unfinished, waiting_downloads
from desktop_app.store.importing.control import Ending

_STOPPED, _WRONG_USAGE = 130, 2
_LOOK_AGAIN = 0.2
"""Seconds."""
_NO_DOWNLOAD = N_(
    "There is no such download that waits to go on. “trialviewer downloads” lists those that do."
)


def download_asked(options: Options) -> int:
    """Download what a search finds, or the whole registry, or go on with a download.

    Where two of them are asked, or studies by their numbers, too, the exit code is 2.
    """
    asked, query = options.download, options.query or StudiesQuery()
    wanted = (options.inputs, not query.is_empty, asked.is_whole, asked.resumed is not None)
    if sum(map(bool, wanted)) > 1:
        complain(
            _(
                "Name NCT numbers, or what to search for, or --all for the whole registry, or"
                " --resume: one of the four at a time."
            )
        )
        return _WRONG_USAGE
    if asked.resumed is not None:
        return resume_download(options, asked.resumed)
    return download_query(options, query)


def download_query(options: Options, query: StudiesQuery) -> int:
    """Keep all that a search finds; one of the same that was stopped goes on where it was."""
    told = mended(query)
    for oddity in told.oddities:
        complain(oddity)
    path = _library(options)
    return _download(options, path, begin(path, told.query))


def resume_download(options: Options, number: int) -> int:
    """Go on with a download, with the latest one where the number is 0."""
    path = _library(options)
    waiting = [one for one in waiting_downloads(path) if number in (0, one.id)]
    if not waiting:
        raise DesktopAppError(_(_NO_DOWNLOAD))
    return _download(options, path, waiting[-1])


def manage_downloads(options: Options) -> int:
    """List the downloads that did not come to their end, go on with one or forget it."""
    asked = options.download
    if asked.resumed is not None:
        return resume_download(options, asked.resumed)
    with open_existing(options.directories) as library:
        path = None if library is None else library.path
    known = [] if path is None else unfinished(path)
    if asked.forgotten is None:
        return _list(known, options)
    if path is None or asked.forgotten not in [one.id for one in known]:
        raise DesktopAppError(_(_NO_DOWNLOAD))
    forget_download(path, asked.forgotten)
    print(_("The download was forgotten; what came of it is kept."))
    return 0


def _library(options: Options) -> Path:
    """Return the file of the library, which is made on first use."""
    with open_library(options.directories) as library:
        return library.path


def _list(known: list[Download], options: Options) -> int:
    for one in known:
        if options.as_json:
            told = {"number": one.id, "asked": json.loads(one.asked), **asdict(one.position)}
            print(json.dumps(told))
        else:
            print(one_line(told_download(one)))
    if not known and not options.as_json:
        print(_("No download waits to go on."))
    return 0


def _download(options: Options, path: Path, run: Download) -> int:
    line = ProgressLine(sys.stderr)
    control = DownloadControl()
    with closing(registry_client(options)) as client:
        work = partial(download, client, path, run, control, line.tell, reader=reread)
        try:
            result = _interruptible(work, control)
        except RegistryError as error:
            line.end()
            complain(str(error))
            _tell_resume(path, run)
            return 1
        finally:
            line.end()
    return _tell_result(result, options)


def _interruptible(work: Callable[[], DownloadResult], control: DownloadControl) -> DownloadResult:
    """Work on another thread, so that this one can stop it in good order when it is interrupted."""
    with ThreadPoolExecutor(1) as threads:
        running = threads.submit(work)
        try:
            while wait([running], _LOOK_AGAIN).not_done:
                # On Windows an interrupt by Ctrl+C is heard between two waits only.
                pass
            return running.result()
        except KeyboardInterrupt:
            control.stop()
            return running.result()


def _tell_result(result: DownloadResult, options: Options) -> int:
    run = result.download
    if options.as_json:
        told = {
            "ending": result.ending.value,
            **asdict(run.counts),
            "missing": run.missing,
            "not_understood": run.rejected,
            "notes": result.notes,
        }
        print(json.dumps(told))
    else:
        for line in result_lines(result):
            print(one_line(line))
    if result.ending is Ending.STOPPED:
        complain(_how_to_resume(run))
        return _STOPPED
    return 1 if run.counts.rejected or run.missing else 0


def _tell_resume(path: Path, run: Download) -> None:
    """Say how to go on, where anything came."""
    kept = next((one for one in unfinished(path) if one.id == run.id), None)
    if kept is not None:
        complain(_how_to_resume(kept))


def _how_to_resume(run: Download) -> str:
    words = _("What came is kept. Go on with: {command}")
    return words.format(command=f"trialviewer fetch --resume {run.id}")
