"""``trialviewer fetch``: fetches studies by their numbers, and tells of each what became of it."""

import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import closing

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.importing import NOT_FETCHED, counted, tell
from desktop_app.command_line.libraries import open_library
from desktop_app.command_line.options import DownloadOptions, Options
from desktop_app.command_line.percent_line import percent_told
from desktop_app.command_line.registry import patient_stop, registry_client
from desktop_app.errors import RegistryError
from desktop_app.languages import N_, _
from desktop_app.punctuation import listed
from desktop_app.registry.advice import about_nothing
from desktop_app.registry.fetching import Fate, Registry, fetch
from desktop_app.registry.identifiers import Request, read_request
from desktop_app.registry.queries import StudiesQuery
from desktop_app.store.library import Library
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

_INPUT = "-"
_LONG = 1_000_000
"""Characters; fewer are read in less than a second."""
_WRONG_USAGE = 2
_NOTHING_NAMED = N_(
    "Name NCT numbers, or addresses of studies, or - to read them from the input; or what to search"
    " for, as --condition asthma; or --all for the whole registry."
)


def fetch_studies(options: Options) -> int:
    """Fetch; the exit code is 1 where a number was not fetched, or is none."""
    if options.download != DownloadOptions() or not (options.query or StudiesQuery()).is_empty:
        # Loaded here: a few numbers need nothing of downloads.
        from desktop_app.command_line.downloading import download_asked

        return download_asked(options)
    if not options.inputs:
        complain(_(_NOTHING_NAMED))
        return _WRONG_USAGE
    requests = [_read(word) for word in options.inputs]
    nct_ids = tuple(dict.fromkeys(one for request in requests for one in request.nct_ids))
    had_fault = _complain_of(requests)
    if not nct_ids:
        return 1
    with open_library(options.directories) as library, closing(registry_client(options)) as client:
        counts, failure = _fetch(client, library, nct_ids, as_json=options.as_json)
    if not options.as_json:
        print(listed(counted(outcome, count) for outcome, count in counts.items()))
    if failure is not None:
        raise failure
    return 1 if had_fault or counts[NOT_FETCHED] else 0


def _read(word: str) -> Request:
    if word == _INPUT:
        return _read_input(sys.stdin.buffer.read().decode("utf-8", "replace"))
    number = parse_nct_number(word) if word.strip().isdigit() else None
    return Request((format_nct_id(number),)) if number else read_request(word)


def _read_input(text: str) -> Request:
    """Read what may be long, and say on a terminal how far it is then."""
    if len(text) < _LONG:
        return read_request(text)
    with percent_told() as tell_percent:
        return read_request(text, lambda done: tell_percent(done, len(text)))


def _complain_of(requests: Iterable[Request]) -> bool:
    """Say what cannot be fetched, and whether there is any such."""
    had_fault = False
    for request in requests:
        for sentence in (*request.likened, *(other.advice for other in request.others)):
            complain(sentence)
        if not request:
            complain(about_nothing())
        had_fault = had_fault or not request.nct_ids or bool(request.others)
    return had_fault


def _fetch(
    registry: Registry, library: Library, nct_ids: tuple[str, ...], *, as_json: bool
) -> tuple[Counter[str], RegistryError | None]:
    """Fetch, and tell of each number; the rest is told to be missing where all ends early."""
    counts: Counter[str] = Counter()
    left = dict.fromkeys(nct_ids)
    try:
        for fate in fetch(registry, library, nct_ids, patient_stop()):
            del left[fate.asked]
            _tell(fate, counts, as_json=as_json)
    except RegistryError as error:
        for nct_id in left:
            _tell(Fate(nct_id, problem=str(error) if as_json else ""), counts, as_json=as_json)
        return counts, error
    return counts, None


def _tell(fate: Fate, counts: Counter[str], *, as_json: bool) -> None:
    added = fate.added
    outcome = NOT_FETCHED if added is None else added.outcome.value
    counts[outcome] += 1
    if added is None:
        tell(outcome, fate.asked, "", fate.problem, "", as_json)
    else:
        tell(outcome, added.nct_id, added.brief_title, added.note, added.origin, as_json)
