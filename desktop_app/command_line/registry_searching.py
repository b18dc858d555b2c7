"""``trialviewer search-registry``: lists what a search of ClinicalTrials.gov finds."""

import dataclasses
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.libraries import open_existing
from desktop_app.command_line.options import Options
from desktop_app.command_line.registry import patient_stop, registry_client
from desktop_app.command_line.searching import as_line
from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.registry.answers import FoundStudy
from desktop_app.registry.finder import Finder
from desktop_app.registry.found_rows import found_row
from desktop_app.registry.held_or_not import Mark, Standing, standings
from desktop_app.registry.paging import Following
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.registry.query_words import mended

_AT_ONCE = 1_000


def search_registry(options: Options) -> int:
    """Print what the registry finds, marked by what the library holds of it, best match first.

    What was left out of the words is told beside the output; raises RegistryError.
    """
    told = mended(options.query or StudiesQuery())
    for oddity in told.oddities:
        complain(oddity)
    client = registry_client(options)
    try:
        found = Found(client, replace(told.query, order=Order.RELEVANCE), options.limit)
        for studies in found.pages():
            _print(studies, options)
    finally:
        client.close()
    if not options.as_json:
        shown, total = grouped(found.shown), grouped(found.total)
        print(_("{count} of {total} shown").format(count=shown, total=total))
    return 0


class Found:
    """What a search finds, ``limit`` studies at most; ``total`` is how many there are."""

    def __init__(self, finder: Finder, query: StudiesQuery, limit: int) -> None:
        self._finder, self._query, self._limit = finder, query, limit
        self.shown = self.total = 0

    def pages(self) -> Iterator[tuple[FoundStudy, ...]]:
        """Yield the studies page by page; raises RegistryError."""
        token, stop, following = "", patient_stop(), Following()
        while self.shown < self._limit:
            size = min(_AT_ONCE, self._limit - self.shown)
            is_first = not token
            page = self._finder.found(self._query, stop, token=token, size=size, count=is_first)
            following.note(page.address, token, (study.nct_id for study in page.studies))
            self.shown += len(page.studies)
            self.total = max(self.shown, page.total or 0, self.total)
            yield page.studies
            token = page.next_token
            if not token:
                return


def _print(studies: Iterable[FoundStudy], options: Options) -> None:
    rows = {study: found_row(study) for study in studies}
    with open_existing(options.directories) as library:
        held = standings(library, rows.values()) if library is not None else {}
    for study, row in rows.items():
        standing = held.get(study.nct_id, Standing.NOT_HELD)
        if options.as_json:
            print(json.dumps(dataclasses.asdict(study) | {"standing": standing.value}))
        else:
            print(f"{as_line(row)}  [{Mark(standing).phrases[0]}]")
