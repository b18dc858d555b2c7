"""Reads two records of the library and compares them, off the GUI thread."""

from dataclasses import dataclass
from datetime import date

from desktop_app.errors import StudyNotFoundError
from desktop_app.export.changes.file import compare_sources
from desktop_app.export.source import Source
from desktop_app.languages import _
from desktop_app.presentation.changes.content import Comparison
from desktop_app.presentation.context import HeldVersion
from desktop_app.store.library import Library
from desktop_app.ui.exporting.chosen import SelectedRows
from desktop_app.ui.exporting.sources import OpenLibrary, selected_numbers, source_of
from desktop_app.ui.tasks import Progress
from desktop_app.ui.view_context import context_of, held_version


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions that the library holds of a study, the current one first."""

    nct_id: str
    held: tuple[HeldVersion, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions, by their ids, with what differs; ``sources`` are what files are made of."""

    old_id: int
    new_id: int
    sources: tuple[Source, Source]
    made: Comparison


def compare_versions(
    open_library: OpenLibrary, old_id: int, new_id: int, today: date, progress: Progress
) -> Compared:
    """Compare two versions of the library, of one study or of two; raises DesktopAppError."""
    progress(0)
    with open_library() as library:
        sources = (
            _source(library, old_id, today, progress),
            _source(library, new_id, today, progress),
        )
    return Compared(old_id, new_id, sources, compare_sources(sources, today))


def _source(library: Library, version_id: int, today: date, progress: Progress) -> Source:
    stored = library.version(version_id)
    progress(0)
    return source_of(stored, context_of(stored, library, today))


def versions_of(library: Library, nct_id: str) -> Versions:
    """Return the versions of a study; raises StudyNotFoundError where none is held."""
    stored = library.versions(nct_id)
    if not stored:
        raise StudyNotFoundError(
            _("{nct_id} is not in your library. Import its record to compare it.").format(
                nct_id=nct_id
            )
        )
    return Versions(stored[0].nct_id, tuple(held_version(one, stored[0].id) for one in stored))


def selected_versions(
    open_library: OpenLibrary, chosen: SelectedRows, progress: Progress
) -> tuple[Versions, ...]:
    """Return the versions of the studies that are selected in the list, in its order."""
    with open_library() as library:
        numbers = selected_numbers(library, chosen, progress)
        return tuple(versions_of(library, number) for number in numbers)
