"""``trialviewer import``: keeps records and tells of each what became of it."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from desktop_app.command_line.libraries import open_library
from desktop_app.command_line.options import Options
from desktop_app.directories import expanded
from desktop_app.export.text import one_line
from desktop_app.languages import N_, _, ngettext
from desktop_app.punctuation import listed
from desktop_app.readers.reading import ReadRecord, Rejected
from desktop_app.readers.sources import read_sources
from desktop_app.store.adding import AddedRecord, Outcome
from desktop_app.store.exchange.format import is_exchange_file
from desktop_app.store.exchange.reading import ExchangeFile, open_exchange
from desktop_app.store.importing.sizes import is_large
from desktop_app.store.library import Library
from desktop_app.store.personal.exchange import load

NOT_UNDERSTOOD, NOT_FETCHED = "not understood", "not fetched"
_WORDS = {
    Outcome.ADDED.value: N_("added"),
    Outcome.UPDATED.value: N_("updated"),
    Outcome.SAME.value: N_("same"),
    Outcome.OLDER.value: N_("older"),
    NOT_UNDERSTOOD: N_("not understood"),
    NOT_FETCHED: N_("not fetched"),
}
"""What becomes of a record, in words that stand before it."""


def import_paths(options: Options) -> int:
    """Import; the exit code is 1 where something was not understood."""
    named = [expanded(word) for word in options.inputs]
    paths = [path for path in named if not is_exchange_file(path)]
    shared = [path for path in named if is_exchange_file(path)]
    if is_large(named):
        return _import_many(options, named, shared)
    counts: Counter[str] = Counter()
    rejected: list[Rejected] = []
    with open_library(options.directories) as library:
        read = library.add_all(_understood(paths, rejected))
        for added in chain(read, _of_libraries(shared, library, rejected, options)):
            _tell_rejected(rejected, counts, options.as_json)
            _tell_added(added, counts, options.as_json)
        _tell_rejected(rejected, counts, options.as_json)
    if not options.as_json:
        told = (counted(outcome, count) for outcome, count in counts.items())
        print(listed(told) or _("nothing found"))
    return 1 if counts[NOT_UNDERSTOOD] else 0


def _import_many(options: Options, paths: list[Path], shared: list[Path]) -> int:
    """Let other processes import; what belongs to the senders of files of libraries comes first.

    So it is there, too, where the import is stopped and goes on later.
    """
    from desktop_app.command_line.large_importing import import_many

    if options.with_personal:
        with open_library(options.directories) as library:
            for path in shared:
                with open_exchange(path) as file:
                    _take_over(file, library)
    return import_many(options, paths)


def _of_libraries(
    paths: list[Path], library: Library, rejected: list[Rejected], options: Options
) -> Iterator[AddedRecord]:
    """Add what files of libraries hold; what belongs to their senders comes if that is asked."""
    upkeep = library.upkeep()
    for path in paths:
        with open_exchange(path) as file:
            yield from upkeep.merge(file, library.add_all, rejected, lambda _done, _total: None)
            if options.with_personal:
                _take_over(file, library)


def _take_over(file: ExchangeFile, library: Library) -> None:
    writer = library.personal_writer()
    writer.perform(load(file.personal()))
    writer.close()


def _understood(paths: list[Path], rejected: list[Rejected]) -> Iterator[ReadRecord]:
    for reading in read_sources(paths):
        if isinstance(reading, Rejected):
            rejected.append(reading)
        else:
            yield reading


def _tell_rejected(rejected: list[Rejected], counts: Counter[str], as_json: bool) -> None:
    for one in rejected:
        counts[NOT_UNDERSTOOD] += 1
        tell(NOT_UNDERSTOOD, "", "", one.reason, one.origin, as_json)
    rejected.clear()


def _tell_added(added: AddedRecord, counts: Counter[str], as_json: bool) -> None:
    outcome = added.outcome.value
    counts[outcome] += 1
    tell(outcome, added.nct_id, added.brief_title, added.note, added.origin, as_json)


def tell(outcome: str, nct_id: str, title: str, note: str, origin: str, as_json: bool) -> None:
    """Print what became of a record, or of a number that was asked for."""
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
    # Translators: {outcome} is "added", "same" and so on, {record} a number with a title.
    told = _("{outcome}: {record}").format(outcome=_(_WORDS[outcome]), record=what)
    print(one_line(f"{told} ({note})" if note else told))


def counted(outcome: str, count: int) -> str:
    """Return how many records had an outcome."""
    said = {
        Outcome.ADDED.value: ngettext("{count} added", "{count} added", count),
        Outcome.UPDATED.value: ngettext("{count} updated", "{count} updated", count),
        Outcome.SAME.value: ngettext("{count} same", "{count} same", count),
        Outcome.OLDER.value: ngettext("{count} older", "{count} older", count),
        NOT_UNDERSTOOD: ngettext("{count} not understood", "{count} not understood", count),
        NOT_FETCHED: ngettext("{count} not fetched", "{count} not fetched", count),
    }
    return said[outcome].format(count=count)
