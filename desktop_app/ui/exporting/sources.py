"""Reads the studies that were chosen, one at a time, off the GUI thread."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from desktop_app.errors import StudyNotFoundError
from desktop_app.export.source import Source, file_stem
from desktop_app.languages import _
from desktop_app.presentation.context import Context
from desktop_app.store.library import Library, StoredStudy
from desktop_app.ui.exporting.chosen import Chosen, OpenStudy, SelectedRows
from desktop_app.ui.library.library_queries import rows_of
from desktop_app.ui.panes.record_pane import ending_of
from desktop_app.ui.tasks import Progress
from desktop_app.ui.view_context import context_of

OpenLibrary = Callable[[], Library]
"""Opens the library for the thread that asks."""
_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Sources:
    """Studies by their place; ``nct_ids`` are known before any of them is read."""

    nct_ids: tuple[str, ...]
    read: Callable[[int], Source]
    """Raises DesktopAppError where the library holds the study no more or cannot be read."""

    def each(self, progress: Progress) -> Iterator[Source]:
        """Yield all, and hold none of them; tells how many are read."""
        for place in range(len(self.nct_ids)):
            progress(place, len(self.nct_ids))
            yield self.read(place)


@contextmanager
def opened_sources(
    chosen: Chosen, open_library: OpenLibrary, today: date, progress: Progress
) -> Iterator[Sources]:
    """Give the studies that were chosen; the library is open for as long as they are read."""
    if isinstance(chosen, OpenStudy):
        source = source_of(chosen.stored, chosen.context)
        yield Sources((chosen.nct_id,), lambda _place: source)
        return
    with open_library() as library:
        numbers = selected_numbers(library, chosen, progress)

        def read(place: int) -> Source:
            return held_source(library, numbers[place], today)

        yield Sources(numbers, read)


def held_source(library: Library, nct_id: str, today: date) -> Source:
    """Return a study of the library with its document; raises StudyNotFoundError."""
    stored = library.get(nct_id)
    if stored is None:
        raise StudyNotFoundError(
            _("The library does not hold {nct_id} any more.").format(nct_id=nct_id)
        )
    return source_of(stored, context_of(stored, library, today))


def source_of(stored: StoredStudy, context: Context) -> Source:
    """Return a stored study as it is put on paper or in a file."""
    form = stored.document.format.value
    return Source(
        study=stored.study,
        document=stored.document.content,
        document_name=f"{file_stem(stored.study)}.{ending_of(form)}",
        document_sha256=stored.version.sha256,
        context=context,
    )


def selected_numbers(library: Library, chosen: SelectedRows, progress: Progress) -> tuple[str, ...]:
    """Return the numbers of the studies in rows, in their order.

    All at once and before anything else: records that are added meanwhile move the rows.
    """
    progress(0)
    found = None
    if not chosen.query.is_as_stored and not chosen.query.is_trash:
        for found in library.find(chosen.query.text, order=chosen.query.order):
            if found.is_complete:
                break
    return tuple(
        summary.nct_id
        for part in _parts(chosen.rows)
        for summary in rows_of(library, chosen.query, found, part)
    )


def _parts(rows: Sequence[range]) -> Iterator[range]:
    for whole in rows:
        for start in range(whole.start, whole.stop, _ROWS_AT_ONCE):
            yield range(start, min(start + _ROWS_AT_ONCE, whole.stop))
