from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.library import Library
from desktop_app.ui.tasks import ImmediateTaskRunner
from tests.studies import record_bytes

AddStudies = Callable[..., None]
WriteRecord = Callable[[str], Path]
T = TypeVar("T", bound=QObject)


def part(parent: QObject, kind: type[T], name: str = "") -> T:
    """Returns the one part of a kind or of a name; fails where there is none."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert isinstance(found, kind)
    return found


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """Returns a window over an empty library, which does all work at once."""
    directories = Directories.standard()
    library = Library.open(directories.library, reader=reread)
    made = Session.start(qapp, library, directories, ImmediateTaskRunner)
    # As on a usual screen, whatever the one of the tests.
    made.window.resize(1360, 860)
    yield made
    made.window.close()
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def read_record(nct_id: str, **modules: Any) -> ReadRecord:
    """Returns a small record as it is read."""
    content = record_bytes(nct_id, **modules)
    return reread(SourceDocument(content, SourceFormat.CTGOV_JSON, f"{nct_id}.json"))


@pytest.fixture
def add_studies(session: Session) -> AddStudies:
    """Returns what puts studies into the library, given their numbers, and shows them."""

    def add(*nct_ids: str, **modules: Any) -> None:
        list(session.library.add_all([read_record(nct_id, **modules) for nct_id in nct_ids]))
        session.window.refresh_library()

    return add


@pytest.fixture
def record_file(tmp_path: Path) -> Callable[[str], Path]:
    """Returns what writes a record file."""

    def write(nct_id: str) -> Path:
        path = tmp_path / f"{nct_id}.json"
        path.write_bytes(record_bytes(nct_id))
        return path

    return write
