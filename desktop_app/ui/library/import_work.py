"""What an import does off the GUI thread; knows nothing of windows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.presentation.origins import CLIPBOARD
from desktop_app.readers.reading import Reading, ReadRecord, Rejected
from desktop_app.store.adding import AddedRecord
from desktop_app.store.library import Library
from desktop_app.ui.library.large_import import LargeImport
from desktop_app.ui.models.import_model import ImportLine, Outcome
from desktop_app.ui.tasks import Progress


class NewStudies(NamedTuple):
    """Studies that an import is to bring, and what throws studies away again."""

    numbers: tuple[int, ...]
    throw_away: Callable[[tuple[int, ...]], object]


class ImportRun:
    """The lines of one import as they come; still there when it is stopped half-way.

    ``path`` is what was opened, where that is one file or folder. Of a large import, which has no
    line for each record, ``large`` tells. Of a library for exchange ``new`` tells what is
    to come, where that is not too much to be thrown away again.
    """

    def __init__(self, path: Path | None = None, new: NewStudies | None = None) -> None:
        self.path = path
        self.new = new
        self.lines: list[ImportLine] = []
        self.is_finished = False
        self.large: LargeImport | None = None

    def finish(self, _result: object) -> None:
        """Note that the import came to its end."""
        self.is_finished = True


def import_paths(
    library: Library, paths: Sequence[Path], run: ImportRun, progress: Progress
) -> None:
    """Import all that the paths hold; raises ``Cancelled``, and what was added stays."""
    # Loaded here, for most starts of the window import nothing.
    from desktop_app.readers.sources import expected_count, read_sources
    from desktop_app.store.importing.sizes import is_large

    if is_large(paths) and not library.is_read_only:
        run.large = LargeImport()
        run.large.run(library.path, paths, progress)
        return

    _add_all(library, read_sources(paths), run, progress, expected_count(paths) or 0)


def import_bytes(library: Library, content: bytes, run: ImportRun, progress: Progress) -> None:
    """Import a text that was pasted."""
    from desktop_app.readers.detect import read_bytes

    _add_all(library, read_bytes(content, CLIPBOARD), run, progress, 0)


def _add_all(
    library: Library, readings: Iterable[Reading], run: ImportRun, progress: Progress, total: int
) -> None:
    for added in library.add_all(_understood(readings, run, progress, total)):
        run.lines.append(_line_of(added))


def _understood(
    readings: Iterable[Reading], run: ImportRun, progress: Progress, total: int
) -> Iterator[ReadRecord]:
    for done, reading in enumerate(readings):
        progress(done, total)
        if isinstance(reading, Rejected):
            run.lines.append(ImportLine(Outcome.REJECTED, "", reading.origin, reading.reason))
        else:
            yield reading


def _line_of(added: AddedRecord) -> ImportLine:
    outcome = Outcome[added.outcome.name]
    return ImportLine(outcome, added.nct_id, added.origin, added.note)
