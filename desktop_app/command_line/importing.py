"""``trialviewer import``: keeps records and tells of each what became of it."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desktop_app.command_line.libraries import open_library
from desktop_app.command_line.options import Options
from desktop_app.directories import expanded
from desktop_app.export.text import one_line
from desktop_app.readers.reading import ReadRecord, Rejected
from desktop_app.readers.sources import read_sources
from desktop_app.store.adding import AddedRecord

NOT_UNDERSTOOD = "not understood"


def import_paths(options: Options) -> int:
    """Import; the exit code is 1 where something was not understood."""
    paths = [expanded(word) for word in options.inputs]
    counts: Counter[str] = Counter()
    rejected: list[Rejected] = []
    with open_library(options.directories) as library:
        for added in library.add_all(_understood(paths, rejected)):
            _tell_rejected(rejected, counts, options.as_json)
            _tell_added(added, counts, options.as_json)
        _tell_rejected(rejected, counts, options.as_json)
    if not options.as_json:
        print(", ".join(f"{count} {word}" for word, count in counts.items()) or "nothing found")
    return 1 if counts[NOT_UNDERSTOOD] else 0


def _understood(paths: list[Path], rejected: list[Rejected]) -> Iterator[ReadRecord]:
    for reading in read_sources(paths):
        if isinstance(reading, Rejected):
            rejected.append(reading)
        else:
            yield reading


def _tell_rejected(rejected: list[Rejected], counts: Counter[str], as_json: bool) -> None:
    for one in rejected:
        counts[NOT_UNDERSTOOD] += 1
        _tell(NOT_UNDERSTOOD, "", "", one.reason, one.origin, as_json)
    rejected.clear()


def _tell_added(added: AddedRecord, counts: Counter[str], as_json: bool) -> None:
    outcome = added.outcome.value
    counts[outcome] += 1
    _tell(outcome, added.nct_id, added.brief_title, added.note, added.origin, as_json)


def _tell(outcome: str, nct_id: str, title: str, note: str, origin: str, as_json: bool) -> None:
    if as_json:
        line = {
            "outcome": outcome,
            "nct_id": nct_id,
            "title": title,
            "note": note,
            "origin": origin,
        }
        print(json.dumps(line))
        return
    what = f"{nct_id} {title}".strip() or origin
    print(one_line(f"{outcome}: {what}" + (f" ({note})" if note else "")))
