"""The files of studies that are dragged to another program; they are made when it asks for them."""

import tempfile
import time
import weakref
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QUrl

from desktop_app.export.source import TRIAL_SUFFIX
from desktop_app.readers.reading import SourceDocument, SourceFormat
from desktop_app.ui.library.study_mime import STUDIES_FORMAT, written_numbers

_PREFIX = "trialviewer-dragged-"
_DAY = 86_400.0
_URLS, _TEXT = "text/uri-list", "text/plain"
_SUFFIXES = {SourceFormat.CTGOV_JSON: TRIAL_SUFFIX, SourceFormat.CTGOV_XML: ".xml"}


class DragFolder:
    """A folder for what is dragged, made when it is first needed.

    It stays until the program ends, for nothing tells when the other program has read its files.
    """

    def __init__(self, parent: Path | None = None) -> None:
        self._parent = parent or Path(tempfile.gettempdir())
        self._path: Path | None = None

    def write(self, nct_id: str, document: SourceDocument) -> Path:
        """Write a study's source document, byte for byte; raises OSError."""
        # What was dragged before may be in use, and may have been another version.
        path = Path(tempfile.mkdtemp(dir=self._made())) / (nct_id + suffix_of(document))
        path.write_bytes(document.content)
        return path

    def _made(self) -> Path:
        if self._path is None or not self._path.is_dir():
            self._remove_leftovers(time.time())
            self._path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._parent))
            weakref.finalize(self, rmtree, self._path, ignore_errors=True)
        return self._path

    def _remove_leftovers(self, now: float) -> None:
        """Remove what a program that was killed has left behind a day ago or earlier."""
        for folder in self._parent.glob(f"{_PREFIX}*"):
            with suppress(OSError):
                if folder.stat().st_mtime < now - _DAY:
                    rmtree(folder)


def suffix_of(document: SourceDocument) -> str:
    """Return how the name of a file that is dragged ends."""
    return _SUFFIXES.get(document.format, ".txt")


class DraggedStudies(QMimeData):
    """Studies as files, and as their numbers for where text is dropped."""

    def __init__(
        self, nct_ids: Sequence[str], make_files: Callable[[Sequence[str]], Iterable[Path]]
    ) -> None:
        super().__init__()
        self._nct_ids = tuple(nct_ids)
        self._make_files = make_files
        self._files: tuple[Path, ...] | None = None

    def formats(self) -> list[str]:
        """Return what the studies can be had as."""
        return [_URLS, _TEXT, STUDIES_FORMAT]

    def hasFormat(self, mimetype: str) -> bool:
        """Tell of the same, without making anything."""
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, kind: QMetaType | QMetaType.Type) -> object:
        """Make the files now, when somebody asks for them."""
        if mimetype == _TEXT:
            return "\n".join(self._nct_ids)
        if mimetype == STUDIES_FORMAT:
            return QByteArray(written_numbers(self._nct_ids))
        if mimetype != _URLS:
            return None
        if self._files is None:
            self._files = tuple(self._make_files(self._nct_ids))
        return [QUrl.fromLocalFile(str(path)) for path in self._files]
