"""Runs imports for tests."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.readers.detect import reread
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.control import Control
from desktop_app.store.importing.engine import ImportResult, run_import
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.library import FILE_NAME, Library


def run(
    folder: Path,
    *sources: Path,
    control: Control | None = None,
    tell: Callable[[ImportProgress], None] = lambda progress: None,
    batch: BatchSize | None = None,
    workers: int = 1,
) -> ImportResult:
    """Import into the library of a folder."""
    return run_import(
        folder / FILE_NAME,
        sources,
        reader=reread,
        control=control or Control(),
        tell=tell,
        batch=batch,
        workers=workers,
    )


def numbers_in(folder: Path) -> set[int]:
    """Return the numbers of all studies that are listed, from a library that is sound."""
    with Library.open(folder, reader=reread) as library:
        assert library.check() == ()
        count = library.count()
        listed = library.summaries(limit=count + 1)
        assert library.count_matches("aurora") == count
        return {int(summary.nct_id[3:]) for summary in listed}
