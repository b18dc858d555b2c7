"""Where a record was fetched from and when, as the library keeps it: the same in all languages."""

import re
from datetime import UTC, datetime

_KEPT = re.compile(r"(https?://\S+), fetched (\d{4}-\d\d-\d\d \d\d:\d\d) UTC")


def fetched_origin(address: str, fetched_at: datetime) -> str:
    """Return the origin of a record from an address; ``fetched_at`` knows its zone."""
    return f"{address}, fetched {fetched_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def read_fetched_origin(origin: str) -> tuple[str, str] | None:
    """Return address and time, in UTC, of a record that was fetched; None for any other origin."""
    match = _KEPT.fullmatch(origin)
    return None if match is None else (match[1], match[2])


def fetched_host(origin: str) -> str:
    """Return by what name people know the site that a record was fetched from."""
    fetched = read_fetched_origin(origin)
    host = "" if fetched is None else fetched[0].partition("://")[2].partition("/")[0]
    return "ClinicalTrials.gov" if host.casefold() == "clinicaltrials.gov" else host


def fetched_at(origin: str) -> datetime | None:
    """Return when a record was fetched, in UTC; None for what came another way."""
    fetched = read_fetched_origin(origin)
    if fetched is None:
        return None
    try:
        return datetime.strptime(fetched[1], "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    except ValueError:
        # A library that another program wrote: such a day there is not.
        return None
