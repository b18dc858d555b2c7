"""Imports with real threads: what is seen while one runs, and what stopping one leaves."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.importing import sizes
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.control import Ending
from desktop_app.store.importing.engine import ImportResult
from desktop_app.store.importing.runs import Counts
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.library.import_words import words_of_report
from desktop_app.ui.library.importer import Importer, is_short_request
from desktop_app.ui.library.large_import import LargeImport
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.tasks import Progress
from desktop_app.ui.upkeep.exchange_dialogs import ArrivalDialog
from tests.store.synthetic import record
from tests.studies import record_bytes
from tests.ui.conftest import WriteRecord, part

_LONG = 60_000
"""Milliseconds for what starts other processes, on a computer that has much to do."""


@pytest.fixture
def threaded(qapp: QApplication) -> Iterator[Session]:
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    session.window.show()
    yield session
    session.window.close()
    session.close()


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let large imports be seen while they run."""
    monkeypatch.setattr(LargeImport, "batch", BatchSize(records=100, seconds=0.0))


def _is_under_way(message: str) -> bool:
    return "of 2000 read" in message and not message.startswith("0 ")


def _fill(folder: Path, count: int, first: int = 1) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        (folder / f"{number}.json").write_bytes(record_bytes(f"NCT{number:08}"))
    return folder


def test_a_folder_is_imported_beside_the_window(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    threaded.window.open_inputs([str(_fill(tmp_path, 30))])
    status = part(threaded.window, StatusLine)
    assert status.message == f"Importing {tmp_path.name} …"
    assert part(status, QPushButton, "cancel_task").isVisible()
    qtbot.waitUntil(lambda: status.message == "30 added.")
    assert not part(status, QPushButton, "cancel_task").isVisible()
    part(threaded.window, ImportResultsDialog).close()


def test_an_import_that_is_stopped_keeps_what_it_brought(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    threaded.window.open_inputs([str(_fill(tmp_path, 2000))])
    status = part(threaded.window, StatusLine)
    qtbot.waitUntil(lambda: _is_under_way(status.message), timeout=_LONG)
    part(status, QPushButton, "cancel_task").click()
    qtbot.waitUntil(lambda: status.message.startswith("Stopped: "), timeout=_LONG)
    assert status.message.endswith("What was imported is kept.")
    assert threaded.shelf.count() < 2000
    assert threaded.window.findChildren(ImportResultsDialog) == []


def test_cancel_stops_the_import_that_runs_and_the_one_that_waits(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    threaded.window.open_inputs([str(_fill(tmp_path / "runs", 2000))])
    threaded.window.open_inputs([str(_fill(tmp_path / "waits", 20, first=5001))])
    status = part(threaded.window, StatusLine)
    cancel = part(status, QPushButton, "cancel_task")
    qtbot.waitUntil(lambda: _is_under_way(status.message), timeout=_LONG)
    cancel.click()
    assert status.message == "Stopping …"
    qtbot.waitUntil(lambda: not cancel.isVisible(), timeout=_LONG)
    assert status.message.startswith("Stopped: ")
    assert status.message.endswith(" added. What was imported is kept.")
    assert 0 < threaded.shelf.count() < 2000
    assert threaded.shelf.get("NCT00005001") is None


def test_bar_and_cancel_stay_until_the_last_import_is_done(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    threaded.window.open_inputs([str(_fill(tmp_path / "first", 5))])
    threaded.window.open_inputs([str(_fill(tmp_path / "second", 2000, first=5001))])
    status = part(threaded.window, StatusLine)
    cancel, bar = part(status, QPushButton, "cancel_task"), part(status, QProgressBar)
    qtbot.waitUntil(lambda: status.message == "5 added.")
    part(threaded.window, ImportResultsDialog).close()
    qtbot.waitUntil(lambda: _is_under_way(bar.toolTip()), timeout=_LONG)
    assert bar.isVisible()
    assert bar.maximum() == 2000
    cancel.click()
    qtbot.waitUntil(lambda: status.message.startswith("Stopped: "), timeout=_LONG)
    assert not bar.isVisible()
    assert not cancel.isVisible()


def test_an_import_is_stopped_by_a_command_too(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    command = part(threaded.window, QAction, "cancel_import")
    assert not command.isEnabled()
    threaded.window.open_inputs([str(_fill(tmp_path, 2000))])
    assert command.isEnabled()
    command.trigger()
    status = part(threaded.window, StatusLine)
    qtbot.waitUntil(lambda: status.message.startswith("Stopped"), timeout=_LONG)
    assert not command.isEnabled()


def test_an_import_that_is_stopped_before_it_begins_says_so(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    begin = Event()
    held = threaded.writing.start(lambda _: begin.wait(10), on_success=threaded.keeper.blockSignals)
    assert not held.is_finished
    threaded.window.open_inputs([str(_fill(tmp_path, 5))])
    status = part(threaded.window, StatusLine)
    part(status, QPushButton, "cancel_task").click()
    begin.set()
    qtbot.waitUntil(lambda: status.message == "Stopped before anything was imported.")
    assert threaded.shelf.count() == 0


def test_half_a_character_on_the_clipboard_is_shown_as_what_cannot_be_read(
    session: Session, record_file: WriteRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = record_file("NCT00000101").read_text().replace("Study NCT", "Study \ud83d NCT")
    # Setting it so would drop the half; other programs do not.
    QGuiApplication.clipboard().setText("something")
    monkeypatch.setattr(QMimeData, "text", lambda _: text)
    part(session.window, QAction, "paste_record").trigger()
    stored = session.shelf.get("NCT00000101")
    assert stored is not None
    identification = stored.study.protocol_section.identification_module
    assert identification.brief_title == "Study \ufffd\ufffd\ufffd NCT00000101"
    assert [oddity.note for oddity in stored.oddities] == [
        "bytes that are not UTF-8 are shown as \ufffd"
    ]


def test_a_clipboard_without_a_record_is_told_of_in_a_sentence(session: Session) -> None:
    QGuiApplication.clipboard().setText("A letter to a friend.")
    part(session.window, QAction, "paste_record").trigger()
    dialog = part(session.window, NoticeDialog)
    sentence = part(dialog, QLabel, "sentence").text()
    assert sentence.startswith("The clipboard was not imported.\n\n")
    dialog.close()


def test_a_clipboard_that_nobody_has_used_yet_is_said_to_be_empty(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda _: None)
    part(session.window, QAction, "paste_record").trigger()
    assert part(session.window, StatusLine).message == "There is no text on the clipboard."


def test_the_window_closes_while_an_import_runs(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    session.window.show()
    session.window.open_inputs([str(_fill(tmp_path, 500))])
    session.window.close()
    session.close()
    with Library.open(directories.library, reader=reread) as library:
        assert library.check() == ()


@pytest.mark.parametrize(
    ("text", "is_request"),
    [
        ("NCT03816852", True),
        ("  nct 03816852\n", True),
        ("NCT03816852, NCT00000102", True),
        ("https://clinicaltrials.gov/study/NCT03816852", True),
        ("NCT0381685", True),
        ("see NCT03816852", False),
        ('{"nctId":"NCT03816852"}', False),
        ("<nct_id>NCT03816852</nct_id>", False),
        ("", False),
    ],
)
def test_a_text_of_numbers_alone_is_taken_as_numbers(text: str, is_request: bool) -> None:
    assert is_short_request(text) is is_request


def test_a_large_import_can_wait_and_go_on(threaded: Session, qtbot: QtBot, tmp_path: Path) -> None:
    status = part(threaded.window, StatusLine)
    pause = part(status, QPushButton, "pause_task")
    assert not pause.isVisible()
    threaded.window.open_inputs([str(_fill(tmp_path, 2000))])
    qtbot.waitUntil(lambda: _is_under_way(status.message), timeout=_LONG)
    assert pause.text() == "Pause"
    pause.click()
    qtbot.waitUntil(lambda: status.message.endswith("paused"), timeout=_LONG)
    assert pause.text() == "Resume"
    pause.click()
    qtbot.waitUntil(lambda: status.message == "2000 added.", timeout=_LONG)
    assert not pause.isVisible()
    assert threaded.shelf.count() == 2000


def test_a_large_import_says_where_oddities_are_told() -> None:
    words = words_of_report(ImportResult(Ending.FINISHED, Counts(added=3), (), None))
    assert words == "What is odd in a record that was read is told above it when it is opened."
    assert words_of_report(ImportResult(Ending.FINISHED, Counts(same=3), (), None)) == ""
    left = ImportResult(Ending.FINISHED, Counts(rejected=3), (("a", "b"),), Path("report.tsv"))
    assert words_of_report(left) == "2 more that were not understood are in the file report.tsv."


def test_a_large_import_waits_that_was_paused_before_it_began(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    large = LargeImport()
    told: list[tuple[bool, int]] = []

    def see(_done: int, _total: int) -> None:
        assert large.progress is not None
        told.append((large.progress.is_paused, large.progress.done))
        large.pause(is_paused=not any(was_paused for was_paused, _done in told))

    large.pause(is_paused=True)
    with Library.open(folder, reader=reread) as library:
        large.run(library.path, [_fill(tmp_path / "many", 2000)], Progress(see))
        assert (True, 0) in told, told
        assert library.count() == 2000


def test_an_import_that_the_window_was_closed_upon_is_offered_to_go_on(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directories = Directories.standard()
    source = _fill(tmp_path / "many", 2000)
    with Library.open(directories.library, reader=reread) as library:
        session = Session.start(qapp, library, directories)
        session.window.show()
        session.window.open_inputs([str(source)])
        status = part(session.window, StatusLine)
        qtbot.waitUntil(lambda: _is_under_way(status.message), timeout=_LONG)
        session.window.close()
        session.close()
    again = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    again.window.show()
    again.window.offer_to_continue()
    status = part(again.window, StatusLine)
    assert status.message.startswith("The import of many stopped at ")
    assert part(again.window, QAction, "continue_import").isEnabled()
    monkeypatch.setattr(LargeImport, "batch", None)
    part(status, QPushButton, "follow_up").click()
    qtbot.waitUntil(lambda: status.message == "2000 added.", timeout=_LONG)
    assert again.shelf.count() == 2000
    assert not part(again.window, QAction, "continue_import").isEnabled()
    again.window.close()
    again.close()


def test_a_library_file_that_the_window_was_closed_upon_goes_on_without_a_question(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directories = Directories.standard()
    source = tmp_path / "sent.triallibrary"
    with Library.open(tmp_path / "theirs", reader=reread) as theirs:
        list(theirs.add_all(record(number) for number in range(1, 2001)))
        theirs.upkeep().export(source, "", None, lambda _done, _total: None, with_personal=False)
    monkeypatch.setattr(sizes, "_MANY_FILES", 0)
    with Library.open(directories.library, reader=reread) as library:
        session = Session.start(qapp, library, directories)
        session.window.show()
        part(session.window, Importer).import_library_file(source, None)
        status = part(session.window, StatusLine)
        qtbot.waitUntil(lambda: _is_under_way(status.message), timeout=_LONG)
        session.window.close()
        session.close()
    again = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    again.window.show()
    again.window.offer_to_continue()
    status = part(again.window, StatusLine)
    assert status.message.startswith("The import of sent.triallibrary stopped at ")
    monkeypatch.setattr(LargeImport, "batch", None)
    part(status, QPushButton, "follow_up").click()
    qtbot.waitUntil(lambda: status.message == "2000 added.", timeout=_LONG)
    assert not again.window.findChildren(ArrivalDialog)
    assert again.shelf.count() == 2000
    again.window.close()
    again.close()
