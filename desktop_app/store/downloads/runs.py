"""Downloads that did not come to their end yet, as the library keeps them."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Self

import apsw

from desktop_app.store.importing.runs import Counts

MOST_TOLD = 200
"""So many of what was not understood are kept with their reasons."""


@dataclass(frozen=True, slots=True)
class DownloadPosition:
    """How far a download is.

    ``token`` names the next page, empty for the first one; ``done`` studies of ``total`` came, 0
    where that is not known yet. ``timestamp`` is that of the registry's data at the beginning.
    ``restarts`` counts how often it began again from the first page.
    """

    token: str = ""
    done: int = 0
    pages: int = 0
    total: int = 0
    timestamp: str = ""
    restarts: int = 0
    is_complete: bool = False

    def begun_again(self) -> Self:
        """Return the position before the first page."""
        return replace(self, token="", done=0, restarts=self.restarts + 1)


@dataclass(frozen=True, slots=True)
class Download:
    """A download that is under way, or was when it ended.

    ``asked`` is what is downloaded, in the words of `desktop_app.registry.downloads`. ``rejected``
    are origins with the reasons why they were not understood; ``missing`` are numbers that were
    asked for and did not come.
    """

    id: int
    asked: str
    begun_at: datetime
    position: DownloadPosition = field(default_factory=DownloadPosition)
    counts: Counts = field(default_factory=Counts)
    rejected: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


def unfinished_downloads(connection: apsw.Connection) -> list[Download]:
    """Return the downloads that did not come to their end, the latest last.

    What another program wrote there, and nobody understands, is left out.
    """
    sql = "SELECT id, asked, position, outcome, begun_at FROM download ORDER BY id"
    found = []
    for row in connection.execute(sql):
        with suppress(ValueError, TypeError, KeyError, AttributeError, OverflowError):
            found.append(_download(*row))
    return found


def insert_download(connection: apsw.Connection, asked: str, total: int) -> Download:
    """Keep that a download begins; belongs into a transaction."""
    now = int(time.time())
    made = Download(0, asked, datetime.fromtimestamp(now, UTC), DownloadPosition(total=total))
    connection.execute(
        "INSERT INTO download (asked, position, outcome, begun_at, changed_at) "
        "VALUES (?, ?, ?, ?, ?)",
        (asked, _position(made.position), _outcome(made), now, now),
    )
    return replace(made, id=connection.last_insert_rowid())


def change_asked(connection: apsw.Connection, download_id: int, asked: str, total: int) -> None:
    """Keep that other studies are still to come, of which none came yet."""
    connection.execute(
        "UPDATE download SET asked = ?, position = ?, changed_at = ? WHERE id = ?",
        (asked, _position(DownloadPosition(total=total)), int(time.time()), download_id),
    )


def update_download(connection: apsw.Connection, download: Download) -> None:
    """Keep how far a download is; belongs into the transaction of what was added."""
    connection.execute(
        "UPDATE download SET position = ?, outcome = ?, changed_at = ? WHERE id = ?",
        (_position(download.position), _outcome(download), int(time.time()), download.id),
    )


def delete_download(connection: apsw.Connection, download_id: int) -> None:
    """Forget a download that came to its end, or that nobody wants to go on."""
    connection.execute("DELETE FROM download WHERE id = ?", (download_id,))


def _position(position: DownloadPosition) -> str:
    return json.dumps(asdict(position))


def _outcome(download: Download) -> str:
    return json.dumps(
        {
            "counts": asdict(download.counts),
            "rejected": download.rejected,
            "missing": download.missing,
        }
    )


def _download(download_id: int, asked: str, position: str, outcome: str, begun_at: int) -> Download:
    what, told = json.loads(asked), json.loads(outcome)
    if not isinstance(what.get("query", what.get("numbers")), dict | list):
        raise ValueError(asked)
    return Download(
        id=download_id,
        asked=asked,
        begun_at=datetime.fromtimestamp(begun_at, UTC),
        position=DownloadPosition(**json.loads(position)),
        counts=Counts(**told["counts"]),
        rejected=tuple((origin, reason) for origin, reason in told["rejected"]),
        missing=tuple(told["missing"]),
    )
