"""Whether an import is still being done by somebody."""

from itertools import chain
from pathlib import Path

import apsw

from desktop_app.store.downloads.locks import take_download
from desktop_app.store.downloads.runs import unfinished_downloads
from desktop_app.store.importing.runs import unfinished_runs
from desktop_app.store.process_lock import ProcessLock


def take_run(folder: Path, run_id: int, seconds: float = 0) -> ProcessLock | None:
    """Take the lock of an import; None where another process has it for so many seconds."""
    return ProcessLock.take(folder / f"import-{run_id}.lock", seconds)


def is_any_under_way(connection: apsw.Connection, folder: Path) -> bool:
    """Tell whether somebody is importing or downloading into the library of a folder."""
    imports = (take_run(folder, run.id) for run in unfinished_runs(connection))
    downloads = (take_download(folder, one.id) for one in unfinished_downloads(connection))
    for lock in chain(imports, downloads):
        if lock is None:
            return True
        lock.let_go()
    return False
