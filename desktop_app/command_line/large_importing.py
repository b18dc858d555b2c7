"""``trialviewer import`` of many records: by several processes, with progress on a terminal."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from desktop_app.command_line.libraries import open_library
from desktop_app.command_line.options import Options
from desktop_app.export.text import one_line, printable
from desktop_app.languages import _, ngettext
from desktop_app.punctuation import listed
from desktop_app.store.importing.engine import ImportResult
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.importing.remote import RemoteImport
from desktop_app.store.importing.runs import Counts


def import_many(options: Options, paths: Sequence[Path]) -> int:
    """Import, or go on where an import of the same files was; see `import_paths` for the code."""
    with open_library(options.directories) as library:
        path = library.path
    # As the window does it: a process that does nothing else asks for memory in larger pages.
    try:
        result = RemoteImport(path, paths).run(_tell_progress)
    finally:
        _end_line()
    if options.as_json:
        told = asdict(result.counts) | {"report": str(result.report or "")}
        print(json.dumps(told))
    else:
        _tell(result)
    return 1 if result.counts.rejected else 0


def _tell_progress(progress: ImportProgress) -> None:
    """Write how far the import is into one line of the terminal; where there is none, nothing."""
    if not sys.stderr.isatty():
        return
    words = _("{number} of {total}").format(number=progress.done, total=progress.total or "?")
    if progress.rate is not None and progress.seconds_left is not None:
        rate, seconds = round(progress.rate), round(progress.seconds_left)
        words += ", " + _("{rate} a second, {seconds} s left").format(rate=rate, seconds=seconds)
    print(f"\r{printable(words):<70}", end="", file=sys.stderr, flush=True)


def _end_line() -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)


def _tell(result: ImportResult) -> None:
    for origin, reason in result.rejected:
        # Translators: {record} is where something stands that is no record.
        told = _("not understood: {record}").format(record=origin)
        print(one_line(f"{told} ({reason})"))
    more = result.counts.rejected - len(result.rejected)
    if more > 0:
        words = ngettext("… and {count} more, in {file}", "… and {count} more, in {file}", more)
        print(one_line(words.format(count=more, file=result.report)))
    print(listed(_counted(result.counts)) or _("nothing found"))


def _counted(counts: Counts) -> list[str]:
    """Return how many records had which outcome, those that there are."""
    said = {
        "added": ngettext("{count} added", "{count} added", counts.added),
        "updated": ngettext("{count} updated", "{count} updated", counts.updated),
        "same": ngettext("{count} same", "{count} same", counts.same),
        "older": ngettext("{count} older", "{count} older", counts.older),
        "rejected": ngettext("{count} not understood", "{count} not understood", counts.rejected),
    }
    return [said[name].format(count=count) for name, count in asdict(counts).items() if count]
