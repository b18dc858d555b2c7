"""Imports that did not come to their end and that nobody is doing."""

from pathlib import Path

from desktop_app.store.connections import connect_reader, connect_writer, transaction
from desktop_app.store.failures import store_failures
from desktop_app.store.importing.files import identity_of, source_files
from desktop_app.store.importing.locks import take_run
from desktop_app.store.importing.runs import Run, end_run, unfinished_runs


def waiting_run(library: Path) -> Run | None:
    """Return the latest import of a library file that waits to go on, if its files are there."""
    with store_failures(library):
        connection = connect_reader(library)
        try:
            runs = unfinished_runs(connection)
        finally:
            connection.close()
        for run in reversed(runs):
            if all(_is_there(Path(source)) for source in run.sources):
                lock = take_run(library.parent, run.id)
                if lock is not None:
                    lock.let_go()
                    return run
    return None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # As on a drive that is gone.
        return False


def is_of_now(run: Run) -> bool:
    """Tell whether the files of an import are as they were when it began."""
    return identity_of(source_files([Path(source) for source in run.sources])) == run.identity


def forget_run(library: Path, run: Run) -> None:
    """Let an import never go on; what was added stays."""
    with store_failures(library):
        connection = connect_writer(library)
        try:
            with transaction(connection):
                end_run(connection, run.id)
        finally:
            connection.close()
