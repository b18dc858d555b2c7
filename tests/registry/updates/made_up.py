"""A registry in memory, for tests of checks for updates."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from desktop_app.errors import PageTokenError, StudyNotAtRegistryError
from desktop_app.registry.answers import FetchedStudy, FoundPage, FoundStudy, StudiesPage
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import RequestCancelled, Stop
from tests.store.synthetic import content

AT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
ADDRESS = "https://registry.example/api/v2/studies"


@dataclass
class MadeUpRegistry:
    """Holds records by number; ``aliases`` are former numbers, ``asked`` is what was asked for.

    ``before`` is called before each answer, and may raise.
    """

    records: dict[int, dict[str, Any]] = field(default_factory=dict)
    aliases: dict[int, int] = field(default_factory=dict)
    page_size: int = 3
    asked: list[str] = field(default_factory=list)
    before: Callable[[str], None] = lambda what: None

    def put(self, number: int, date: str, **elements: Any) -> None:
        """Hold a record that was updated on a day."""
        self.records[number] = content(number, date, **elements)

    def updates(self, nct_ids: Sequence[str], stop: Stop) -> dict[str, str]:
        self._answer("updates", stop)
        found = {nct_id: self._found(nct_id) for nct_id in nct_ids}
        return {nct_id: day_of(record) for nct_id, record in found.items() if record}

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        for start in range(0, len(nct_ids), self.page_size):
            self._answer("studies", stop)
            part = (self._found(nct_id) for nct_id in nct_ids[start : start + self.page_size])
            yield page_of([record for record in part if record])

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        self._answer(nct_id, stop)
        record = self._found(nct_id)
        if record is None:
            raise StudyNotAtRegistryError("There is none.")
        raw = json.dumps(record).encode()
        return FetchedStudy(number_of(record), raw, f"{ADDRESS}/{nct_id}", AT, nct_id)

    def found(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 50,
        count: bool = True,
    ) -> FoundPage:
        self._answer(f"found {query.terms}", stop)
        since = query.terms.partition("[LastUpdatePostDate]RANGE[")[2].partition(",")[0]
        fitting = [one for one in self.records.values() if day_of(one) >= since]
        start = int(token or 0)
        rows = tuple(_row(one) for one in fitting[start : start + self.page_size])
        end = start + self.page_size
        return FoundPage(rows, str(end) if end < len(fitting) else "", len(fitting))

    def _found(self, nct_id: str) -> dict[str, Any] | None:
        number = int(nct_id.removeprefix("NCT"))
        return self.records.get(self.aliases.get(number, number))

    def _answer(self, what: str, stop: Stop) -> None:
        self.before(what)
        if stop.is_set:
            raise RequestCancelled
        self.asked.append(what)


def day_of(record: dict[str, Any]) -> str:
    return str(record["protocolSection"]["statusModule"]["lastUpdateSubmitDate"])


def number_of(record: dict[str, Any]) -> str:
    return str(record["protocolSection"]["identificationModule"]["nctId"])


def page_of(records: Sequence[dict[str, Any]]) -> StudiesPage:
    raw = json.dumps({"studies": records}).encode()
    return StudiesPage(raw, ADDRESS, AT, len(records), "", None)


def _row(record: dict[str, Any]) -> FoundStudy:
    return FoundStudy(
        number_of(record), "", "", (), "", "", (), None, "", last_update=day_of(record)
    )


def once(error: Exception, of: str) -> Callable[[str], None]:
    """Returns what raises an error the first time that something is asked for."""
    left = [error]

    def before(what: str) -> None:
        if of in what and left:
            raise left.pop()

    return before


EXPIRED = PageTokenError("The list has become another one.")
