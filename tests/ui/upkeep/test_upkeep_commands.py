import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.errors import StoreError
from desktop_app.readers.detect import reread
from desktop_app.store.backups.files import BackupFile, Kind, backups_in
from desktop_app.store.backups.rolling import back_up_daily
from desktop_app.store.importing import sizes
from desktop_app.store.importing.control import Ending
from desktop_app.store.importing.engine import ImportResult
from desktop_app.store.importing.files import identity_of, source_files
from desktop_app.store.importing.runs import Counts, Run
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.library.importer import Importer
from desktop_app.ui.library.large_import import LargeImport
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.tasks import Cancelled, ImmediateTaskRunner, TaskRunner
from desktop_app.ui.upkeep.exchange_commands import ExchangeCommands
from desktop_app.ui.upkeep.exchange_dialogs import ArrivalDialog, ShareDialog, What
from desktop_app.ui.upkeep.restore_dialog import Changes, RestoreDialog
from desktop_app.ui.upkeep.upkeep_commands import UpkeepCommands, restore_alone
from tests.ui.conftest import AddStudies, part, read_record

NUMBERS = ("NCT00000101", "NCT00000102", "NCT00000103")


def commands(session: Session) -> UpkeepCommands:
    return part(session.window, UpkeepCommands)


def personal(session: Session) -> PersonalActions:
    return part(session.window, PersonalActions)


def message(session: Session) -> str:
    return part(session.window, StatusLine).message


def dialog(session: Session, kind: type[QDialog]) -> QDialog:
    (found,) = (one for one in session.window.findChildren(kind) if one.isVisible())
    return found


@pytest.fixture
def folder(session: Session) -> Path:
    return session.library.path.parent


def answer_folder(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def answer(*_arguments: object) -> str:
        return str(path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)


def answer_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def answer(*_arguments: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def test_a_backup_is_made_in_the_folder_that_is_chosen(
    session: Session, add_studies: AddStudies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_studies(*NUMBERS)
    answer_folder(monkeypatch, tmp_path)
    commands(session).back_up_now()
    assert {one.kind for one in backups_in(tmp_path)} == set(Kind)
    assert message(session).startswith("Backed up and checked: ")


def test_no_backup_is_made_where_no_folder_is_chosen(
    session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: "")
    commands(session).back_up_now()
    assert backups_in(folder / "backups") == ()


def test_what_a_restore_changes_is_shown_before_it_is_done(
    session: Session, add_studies: AddStudies, folder: Path
) -> None:
    add_studies(*NUMBERS)
    personal(session).star([101, 102], starred=True)
    back_up_daily(folder)
    personal(session).star([101], starred=False)
    personal(session).set_note(103, "later")
    commands(session).restore_backup()
    shown = dialog(session, RestoreDialog)
    assert isinstance(shown, RestoreDialog)
    said = shown.changes.toPlainText()
    assert "Stars: 1 comes back (NCT00000101)" in said
    assert "Notes: 1 goes (NCT00000103)" in said
    assert "is kept as a backup" in said
    shown.accept()
    assert set(personal(session).marks([101, 102, 103])) == {101, 102}
    assert message(session).startswith("Restored: ")
    # What was done before is of another file.
    assert personal(session).steps.newest is None
    assert [one.reason for one in backups_in(folder / "backups")] == ["before-restore", "daily"]


def test_a_backup_that_cannot_be_used_is_not_offered(session: Session, folder: Path) -> None:
    personal(session).star([101], starred=True)
    made = back_up_daily(folder)
    assert made is not None
    made.write_bytes(b"nonsense" * 1_000)
    commands(session).restore_backup()
    shown = dialog(session, RestoreDialog)
    assert isinstance(shown, RestoreDialog)
    assert "is damaged or is none" in shown.changes.toPlainText()
    shown.accept()
    assert shown.isVisible()
    shown.reject()


def end(session: Session) -> None:
    """Closes a window, and what it was made of."""
    session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def started(qapp: QApplication) -> Session:
    """Returns a window that the test closes."""
    directories = Directories.standard()
    library = Library.open(directories.library, reader=reread)
    made = Session.start(qapp, library, directories, ImmediateTaskRunner)
    made.window.show()
    return made


def test_a_library_is_restored_between_two_windows(qapp: QApplication, qtbot: QtBot) -> None:
    session = started(qapp)
    list(session.library.add_all(read_record(number) for number in NUMBERS))
    upkeep = session.library.upkeep()
    upkeep.back_up(None, lambda _done, _total: None)
    (backup,) = backups_in(upkeep.backup_folder, Kind.LIBRARY)
    session.library.add(read_record("NCT00000104"))
    commands(session).restore(backup)
    assert not session.window.isVisible()
    errand = session.afterwards.take()
    end(session)
    assert errand is not None
    assert session.afterwards.take() is None
    assert errand() is None
    with Library.open(upkeep.path.parent, reader=reread) as library:
        assert library.count() == 3


def test_a_sound_library_is_said_to_be_sound(session: Session, add_studies: AddStudies) -> None:
    add_studies(*NUMBERS)
    commands(session).check_library()
    shown = dialog(session, NoticeDialog)
    assert shown.accessibleDescription().startswith("Everything is sound. 3 studies with 3 ")


def test_an_index_that_does_not_agree_is_built_again(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(*NUMBERS)
    connection = apsw.Connection(str(session.library.path))
    connection.execute("DELETE FROM facet")
    connection.close()
    commands(session).check_library()
    shown = dialog(session, NoticeDialog)
    assert isinstance(shown, NoticeDialog)
    assert "No document is lost" in shown.accessibleDescription()
    shown.choice = "Rebuild Index"
    shown.accept()
    assert message(session) == "The index was built again from the documents."
    commands(session).check_library()
    again = dialog(session, NoticeDialog)
    assert again.accessibleDescription().startswith("Everything is sound.")


def test_a_damaged_personal_file_is_offered_from_its_backup(
    qapp: QApplication, qtbot: QtBot
) -> None:
    directories = Directories.standard()
    with Library.open(directories.library, reader=reread) as library:
        library.add(read_record(NUMBERS[0]))
        path = library.personal_path
    assert back_up_daily(directories.library) is not None
    path.write_bytes(b"x" * 10_000)
    session = started(qapp)
    shown = dialog(session, NoticeDialog)
    assert isinstance(shown, NoticeDialog)
    assert "There is a sound backup." in shown.accessibleDescription()
    shown.choice = "Restore"
    shown.accept()
    errand = session.afterwards.take()
    end(session)
    assert errand is not None
    errand()
    with Library.open(directories.library, reader=reread) as library:
        assert library.personal_problem is None


def test_what_goes_wrong_between_two_windows_is_said(
    session: Session, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    said: list[str] = []
    personal(session).star([101], starred=True)
    made = back_up_daily(folder)
    assert made is not None
    (backup,) = backups_in(made.parent)
    made.write_bytes(b"nonsense" * 1_000)

    def note(dialog: NoticeDialog) -> int:
        said.append(dialog.accessibleDescription())
        return 0

    monkeypatch.setattr(NoticeDialog, "exec", note)
    restore_alone(backup, session.library.upkeep())
    assert "is damaged or is none" in said[0]


@pytest.fixture
def export(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Path]:
    """Return what exports a share into a file."""

    def export(what: What, *, with_personal: bool | None = None) -> Path:
        path = tmp_path / "out.triallibrary"
        answer_file(monkeypatch, tmp_path / "out")
        part(session.window, ExchangeCommands).export_library()
        shown = dialog(session, ShareDialog)
        assert isinstance(shown, ShareDialog)
        kinds = [share.what for share in shown._shares]
        shown.choice.setCurrentIndex(kinds.index(what))
        assert shown.with_personal.isChecked() is (what is What.EVERYTHING)
        if with_personal is not None:
            shown.with_personal.setChecked(with_personal)
        shown.accept()
        return path

    return export


def test_a_collection_is_shared_and_comes_in_again(
    session: Session, add_studies: AddStudies, export: Callable[..., Path]
) -> None:
    add_studies(*NUMBERS)
    personal(session).create_collection("Mine", [101, 103])
    path = export(What.COLLECTION)
    assert message(session) == "out.triallibrary was written, with 2 studies."
    personal(session).trash([101])
    part(session.window, Importer).import_paths([path])
    shown = dialog(session, ArrivalDialog)
    assert isinstance(shown, ArrivalDialog)
    assert "holds 2 studies" in shown.words.text()
    assert not shown.with_personal.isVisible()
    shown.reject()


def test_what_a_file_brings_is_told_imported_and_undone(
    session: Session, add_studies: AddStudies, export: Callable[..., Path]
) -> None:
    add_studies(*NUMBERS)
    personal(session).set_note(102, "Ask Anna")
    path = export(What.EVERYTHING)
    personal(session).undo()
    personal(session).trash([102])
    personal(session).delete_now([102])
    part(session.window, Importer).import_paths([path])
    shown = dialog(session, ArrivalDialog)
    assert isinstance(shown, ArrivalDialog)
    assert "1 study is new to your library." in shown.words.text()
    assert "The file holds 1 note." in shown.own.text()
    assert not shown.with_personal.isChecked()
    shown.with_personal.setChecked(True)
    shown.accept()
    assert message(session).startswith("1 new study.")
    note = personal(session).note(102)
    assert note is not None
    assert note.text == "Ask Anna"
    personal(session).undo()
    assert personal(session).note(102) is None


@pytest.fixture
def all_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes import any file."""
    monkeypatch.setattr(sizes, "_MANY_FILES", 0)


@pytest.mark.usefixtures("all_large")
def test_a_large_file_is_imported_by_other_processes_and_undone(
    session: Session, add_studies: AddStudies, export: Callable[..., Path]
) -> None:
    add_studies(*NUMBERS)
    personal(session).set_note(102, "Ask Anna")
    path = export(What.EVERYTHING)
    personal(session).undo()
    personal(session).trash([102])
    personal(session).delete_now([102])
    bring_in_all(session, path)
    assert message(session) == "1 added, 2 already there."
    assert session.settings.current.recent_files[0] == str(path)
    note = personal(session).note(102)
    assert note is not None
    assert note.text == "Ask Anna"
    part(session.window, QPushButton, "follow_up").click()
    assert session.library.get(NUMBERS[1]) is None
    assert session.library.count_trashed() == 1


def fail(_large: LargeImport, _library: Path, _paths: object, _report: object) -> None:
    raise StoreError("The disk is full.")


def be_cancelled(large: LargeImport, _library: Path, _paths: object, _report: object) -> None:
    large.result = ImportResult(Ending.CANCELLED, Counts(same=1), (), None)
    raise Cancelled


@pytest.mark.usefixtures("all_large")
@pytest.mark.parametrize("stop", [fail, be_cancelled])
def test_what_belongs_to_the_sender_is_there_though_the_import_stopped(
    session: Session,
    add_studies: AddStudies,
    export: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    stop: Callable[..., None],
) -> None:
    add_studies(*NUMBERS)
    personal(session).set_note(102, "Ask Anna")
    path = export(What.EVERYTHING)
    personal(session).undo()
    personal(session).trash([102])
    personal(session).delete_now([102])
    with monkeypatch.context() as patch:
        patch.setattr(LargeImport, "run", stop)
        bring_in_all(session, path)
    for notice in session.window.findChildren(NoticeDialog):
        notice.close()
    assert part(session.window, QPushButton, "follow_up").isHidden()
    assert personal(session).note(102) is not None
    bring_in_all(session, path)
    note = personal(session).note(102)
    assert note is not None
    assert note.text == "Ask Anna"
    assert session.library.get(NUMBERS[1]) is not None


@pytest.mark.parametrize("is_same", [True, False])
def test_a_library_file_that_is_another_now_is_told_of_before_its_import_goes_on(
    session: Session,
    add_studies: AddStudies,
    export: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    is_same: bool,
) -> None:
    add_studies(*NUMBERS)
    path = export(What.EVERYTHING)
    identity = identity_of(source_files([path])) if is_same else "of before"
    run = Run(1, (str(path),), identity)
    monkeypatch.setattr("desktop_app.store.importing.waiting.waiting_run", lambda _path: run)
    importer = part(session.window, Importer)
    importer.look_for_waiting()
    importer.continue_import()
    shown = [one for one in session.window.findChildren(ArrivalDialog) if one.isVisible()]
    assert bool(shown) is not is_same
    for one in shown:
        one.reject()


def bring_in_all(session: Session, path: Path) -> None:
    """Import a file of a library with what belongs to its sender."""
    part(session.window, Importer).import_paths([path])
    shown = dialog(session, ArrivalDialog)
    assert isinstance(shown, ArrivalDialog)
    shown.with_personal.setChecked(True)
    shown.accept()


def test_a_file_that_is_none_is_told_of(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "bad.triallibrary"
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA application_id = {0x54505658}; CREATE TABLE a (b)")
    connection.close()
    part(session.window, Importer).import_paths([path])
    shown = dialog(session, NoticeDialog)
    assert "is damaged, or is no library that this application wrote" in (
        shown.accessibleDescription()
    )
    shown.close()


def test_a_library_for_reading_only_is_neither_restored_nor_built_again(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    directories = Directories.standard()
    with Library.open(directories.library, reader=reread) as library:
        library.add(read_record(NUMBERS[0]))
        library.upkeep().back_up(None, lambda _done, _total: None)
    library = Library.open(directories.library, reader=reread, read_only=True)
    session = Session.start(qapp, library, directories, ImmediateTaskRunner)
    session.window.show()
    for command in (
        commands(session).rebuild_index,
        lambda: commands(session).restore(backups_in(directories.library / "backups")[0]),
    ):
        command()
        shown = dialog(session, NoticeDialog)
        assert "open for reading only" in shown.accessibleDescription()
        shown.close()
    assert session.afterwards.take() is None
    session.window.close()
    end(session)


def test_another_library_is_opened_for_reading_only(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "theirs", reader=reread) as library:
        library.add(read_record(NUMBERS[0]))
    answer_folder(monkeypatch, tmp_path)
    commands(session).open_read_only()
    assert "There is no library" in dialog(session, NoticeDialog).accessibleDescription()
    answer_folder(monkeypatch, tmp_path / "theirs")
    commands(session).open_read_only()
    errand = session.afterwards.take()
    assert errand is not None
    other = errand()
    assert other is not None
    assert other.is_read_only
    assert other.library == tmp_path / "theirs"
    assert other.personal is not None


def test_upkeep_is_followed_while_it_is_under_way(qapp: QApplication, qtbot: QtBot) -> None:
    directories = Directories.standard()
    library = Library.open(directories.library, reader=reread)
    session = Session.start(qapp, library, directories, TaskRunner)
    session.window.show()
    commands(session).check_library()
    assert message(session) == "Checking the library …"
    assert part(session.window, QPushButton, "cancel_task").isVisible()
    qtbot.waitUntil(lambda: not part(session.window, QPushButton, "cancel_task").isVisible())
    assert dialog(session, NoticeDialog).accessibleDescription().startswith("Everything is sound.")
    session.window.close()
    end(session)


def test_who_goes_down_the_backups_does_not_wait_for_those_passed_by(
    qtbot: QtBot, tmp_path: Path
) -> None:
    compared: list[str] = []
    may_go_on = threading.Event()

    def compare(backup: BackupFile) -> Changes:
        compared.append(backup.path.name)
        may_go_on.wait()
        raise StoreError(f"No {backup.path.name}.")

    runner = TaskRunner()
    days = [datetime(2026, 1, day, tzinfo=UTC) for day in range(1, 6)]
    backups = [BackupFile(tmp_path / f"{day.day}", Kind.PERSONAL, day, "daily", 1) for day in days]
    shown = RestoreDialog(backups, compare, runner)
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: compared == ["1"])
    for row in range(1, 5):
        shown.list.setCurrentRow(row)
    may_go_on.set()
    qtbot.waitUntil(lambda: shown.changes.toPlainText() == "No 5.")
    assert compared == ["1", "5"]
    runner.close()
