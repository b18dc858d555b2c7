"""A registry without a network: it holds what a test gives it, and fails when it is told to."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from desktop_app.errors import DesktopAppError, StudyNotAtRegistryError
from desktop_app.registry.answers import (
    FetchedStudy,
    FoundPage,
    FoundStudy,
    RegistryVersion,
    StudiesPage,
)
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from tests.studies import record_bytes

NOW = datetime(2026, 11, 26, 14, 3, tzinfo=UTC)
_ADDRESS = "https://clinicaltrials.gov/api/v2/studies"


def study_record(nct_id: str, updated: str = "2026-01-02", **modules: Any) -> bytes:
    """Returns a record that was updated on a day."""
    status = {"overallStatus": "RECRUITING", "lastUpdatePostDateStruct": {"date": updated}}
    return record_bytes(nct_id, statusModule=status, **modules)


class FakeRegistry:
    """Finds every study in the order of the numbers, with ``limit`` rows a page at most.

    ``asked`` holds what was asked. A study is left out of searches for words that its title does
    not have.
    """

    def __init__(self, *nct_ids: str, limit: int = 1_000) -> None:
        self.records = {nct_id: study_record(nct_id) for nct_id in nct_ids}
        self.limit = limit
        self.asked: list[StudiesQuery | str] = []
        self.failure: DesktopAppError | None = None

    def put(self, nct_id: str, updated: str) -> None:
        """Hold a record, or a newer one."""
        self.records[nct_id] = study_record(nct_id, updated)

    def found(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 50,
        count: bool = True,
    ) -> FoundPage:
        """Returns a page of rows."""
        self._note(query)
        studies = list(self._fitting(query))
        start = int(token or 0)
        end = start + min(size, self.limit)
        more = str(end) if end < len(studies) else ""
        return FoundPage(tuple(studies[start:end]), more, len(studies) if count else None)

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        """Returns a record."""
        self._note(nct_id)
        if nct_id not in self.records:
            raise StudyNotAtRegistryError(f"{nct_id} was not found.")
        return FetchedStudy(nct_id, self.records[nct_id], f"{_ADDRESS}/{nct_id}", NOW, nct_id)

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        """Yields one page of records."""
        self._note(",".join(nct_ids))
        yield self._page([one for one in nct_ids if one in self.records])

    def page(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 1_000,
        count: bool = False,
    ) -> StudiesPage:
        """Returns a page of records."""
        rows = self.found(query, stop, token=token, size=size, count=count)
        page = self._page([study.nct_id for study in rows.studies])
        content = page.content
        numbers = page.numbers
        return StudiesPage(
            content, _ADDRESS, NOW, len(numbers), rows.next_token, rows.total, numbers
        )

    def version(self, stop: Stop) -> RegistryVersion:
        """Returns the time of the data."""
        return RegistryVersion("2.0.5", "2026-11-26T09:00:00")

    def close(self) -> None:
        """Closes nothing."""

    def _page(self, nct_ids: Sequence[str]) -> StudiesPage:
        content = b'{"studies":[' + b",".join(self.records[one] for one in nct_ids) + b"]}"
        return StudiesPage(content, _ADDRESS, NOW, len(nct_ids), "", None, tuple(nct_ids))

    def _note(self, asked: StudiesQuery | str) -> None:
        self.asked.append(asked)
        if self.failure is not None:
            raise self.failure

    def _fitting(self, query: StudiesQuery) -> Iterator[FoundStudy]:
        for nct_id, content in sorted(self.records.items()):
            protocol = json.loads(content)["protocolSection"]
            title = protocol["identificationModule"]["briefTitle"]
            updated = protocol["statusModule"]["lastUpdatePostDateStruct"]["date"]
            if updated >= query.updated_since and query.condition.casefold() in title.casefold():
                yield FoundStudy(
                    *(nct_id, title, "RECRUITING", ("PHASE2",), "INTERVENTIONAL", "Sponsor"),
                    *(("Pain",), 12, "2025-01", updated, "2024-05-06"),
                )
