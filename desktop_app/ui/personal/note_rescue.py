"""Notes that could not be written to the personal file, kept as files of their own until they can.

A disk may be full, or the file busy, just when the window closes.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.errors import DesktopAppError
from desktop_app.export.files import write_whole
from desktop_app.library_folders import shared_key
from desktop_app.store.personal.values import Note
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.personal.undo_steps import Doing

FOLDER = "unkept-notes"
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class RescuedNote:
    """A note as it was to be written, and when that was tried, in UTC."""

    nct_number: int
    text: str
    at: datetime

    def beside(self, kept: Note | None) -> str:
        """Return the text to be kept: with what was written elsewhere since, nothing is lost."""
        if kept is None or kept.changed_at <= self.at:
            return self.text
        if self.text.strip() in kept.text:
            return kept.text
        return f"{kept.text}\n\n{self.text}"


class NoteRescue:
    """Keeps the notes of one personal file; any thread may use it.

    ``lost`` are notes that could not even be put here, by NCT number.
    """

    def __init__(self, settings: Path, personal: Path) -> None:
        self._folder = settings / FOLDER
        self._key = shared_key(personal)
        self.lost: dict[int, str] = {}

    def put(self, nct_number: int, text: str) -> bool:
        """Keep a note; tells whether that could be done. One without words need not be."""
        if not text.strip():
            return True
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._file(nct_number), text.encode("utf-8", "replace"))
        except (OSError, DesktopAppError):
            self.lost[nct_number] = text
            return False
        self.lost.pop(nct_number, None)
        return True

    def drop(self, nct_number: int) -> None:
        """Forget a note, for it is where it belongs."""
        self.lost.pop(nct_number, None)
        with suppress(OSError):
            self._file(nct_number).unlink(missing_ok=True)

    def guarded(self, nct_number: int, text: str, write: Doing) -> Doing:
        """Return what writes a note, and keeps it here where that fails."""

        def write_or_keep() -> Doing | None:
            try:
                back = write()
            except DesktopAppError:
                self.put(nct_number, text)
                raise
            self.drop(nct_number)
            return back

        return write_or_keep

    def save_lost(self) -> bool:
        """Try again to keep what was lost; tells whether nothing is lost any more."""
        kept = [self.put(number, text) for number, text in list(self.lost.items())]
        return all(kept)

    def waiting(self) -> tuple[RescuedNote, ...]:
        """Return the notes that are kept here; what cannot be read stays as it is."""
        return tuple(self._read())

    def _read(self) -> Iterator[RescuedNote]:
        with suppress(OSError):
            for file in sorted(self._folder.glob(f"NCT*.{self._key}.txt")):
                number = parse_nct_number(file.name.partition(".")[0])
                found = file.stat()
                if number is not None and found.st_size <= _LARGEST:
                    at = datetime.fromtimestamp(found.st_mtime, UTC)
                    yield RescuedNote(number, file.read_bytes().decode("utf-8", "replace"), at)

    def _file(self, nct_number: int) -> Path:
        return self._folder / f"{format_nct_id(nct_number)}.{self._key}.txt"


def take_back(
    rescue: NoteRescue, read: Callable[[int], Note | None], write: Callable[[int, str], object]
) -> tuple[int, ...]:
    """Have the notes written that are kept here; returns the studies that they are on."""
    written = []
    for note in rescue.waiting():
        kept = read(note.nct_number)
        text = note.beside(kept)
        if kept is not None and kept.text == text.rstrip():
            rescue.drop(note.nct_number)
            continue
        write(note.nct_number, text)
        written.append(note.nct_number)
    return tuple(written)
