"""Downloads of a library file: beginning one, those that wait to go on, forgetting one."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store.connections import connect_reader, connect_writer, transaction
from desktop_app.store.downloads.locks import take_download
from desktop_app.store.downloads.runs import (
    Download,
    change_asked,
    delete_download,
    insert_download,
    unfinished_downloads,
)
from desktop_app.store.failures import store_failures


def begin_download(library: Path, asked: str, total: int = 0) -> Download:
    """Keep that a download begins; one of the same that did not come to its end is gone on with.

    Raises StoreError.
    """
    with store_failures(library):
        connection = connect_writer(library)
        try:
            with transaction(connection):
                known = [one for one in unfinished_downloads(connection) if one.asked == asked]
                return known[-1] if known else insert_download(connection, asked, total)
        finally:
            connection.close()


def change_download(library: Path, download_id: int, asked: str, total: int) -> None:
    """Keep that a download is of other studies, and before its beginning; raises StoreError."""
    with store_failures(library):
        connection = connect_writer(library)
        try:
            with transaction(connection):
                change_asked(connection, download_id, asked, total)
        finally:
            connection.close()


def unfinished(library: Path) -> list[Download]:
    """Return the downloads that did not come to their end, also those under way."""
    with store_failures(library):
        connection = connect_reader(library)
        try:
            return unfinished_downloads(connection)
        finally:
            connection.close()


def waiting_downloads(library: Path) -> list[Download]:
    """Return the downloads that wait to go on, and that nobody is doing; the latest last."""
    return [one for one in unfinished(library) if not is_under_way(library, one.id)]


def is_under_way(library: Path, download_id: int) -> bool:
    """Tell whether somebody is doing a download."""
    lock = take_download(library.parent, download_id)
    if lock is not None:
        lock.let_go()
    return lock is None


def forget_download(library: Path, download_id: int) -> None:
    """Let a download never go on; what was added stays."""
    with store_failures(library):
        connection = connect_writer(library)
        try:
            with transaction(connection):
                delete_download(connection, download_id)
        finally:
            connection.close()
