from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.errors import RegistryError, RegistryUnreachableError
from desktop_app.store.personal import named_plans, plans
from desktop_app.store.personal.values import TagColour
from desktop_app.store.standing.values import CheckScope, ScopeKind
from desktop_app.study.fetched import fetched_origin
from desktop_app.ui.changes.changes_dialog import ChangesDialog
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.registry.updates.report_dialog import ReportDialog
from desktop_app.ui.registry.updates.scope_dialog import ScopeDialog
from desktop_app.ui.settings import SettingsKeeper
from desktop_app.ui.tasks import ImmediateTaskRunner, Task
from tests.registry.updates.made_up import MadeUpRegistry, once
from tests.store.synthetic import content, read_record
from tests.ui.conftest import part

SEVEN, EIGHT, NINE = (f"NCT0000000{number}" for number in (7, 8, 9))
OLD = (date.today() - timedelta(days=54)).isoformat()
NEW = (date.today() - timedelta(days=2)).isoformat()

_CLIENT = RegistryAccess.client


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> MadeUpRegistry:
    """Returns the registry that every window asks which is made later."""
    made = MadeUpRegistry()
    monkeypatch.setattr(RegistryAccess, "client", lambda access: made)
    return made


@pytest.fixture
def registry(asked: MadeUpRegistry, session: Session) -> MadeUpRegistry:
    """Returns a registry with the three studies of the library, one of which is open."""
    for number in (7, 8, 9):
        derived = {"miscInfoModule": {"versionHolder": OLD}}
        session.library.add(read_record(content(number, OLD) | {"derivedSection": derived}))
        asked.put(number, OLD)
    session.window.refresh_library()
    session.window.show_study(SEVEN)
    return asked


def trigger(session: Session, name: str) -> None:
    part(session.window, QAction, name).trigger()


def said(session: Session) -> str:
    return part(session.window, QLabel, "message").text()


def check_all(session: Session) -> None:
    trigger(session, "check_updates")
    dialog = part(session.window, ScopeDialog)
    box = part(dialog, QComboBox)
    box.setCurrentIndex(box.count() - 1)
    dialog.accept()
    dialog.wanted.emit(CheckScope(ScopeKind.ALL))


def test_nothing_is_asked_before_the_person_says_what(
    session: Session, registry: MadeUpRegistry
) -> None:
    trigger(session, "check_updates")
    dialog = part(session.window, ScopeDialog)
    assert [dialog.box.itemText(row) for row in range(dialog.box.count())] == ["All studies (3)"]
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "asked 1 time" in told
    assert "ClinicalTrials.gov is told the NCT numbers" in told
    assert registry.asked == []
    next(b for b in dialog.findChildren(QPushButton) if b.isDefault()).click()
    assert registry.asked == ["updates"]
    assert said(session) == "All studies: 3 unchanged."


def test_what_is_marked_is_offered_by_its_name(session: Session, registry: MadeUpRegistry) -> None:
    writer = session.library.personal_writer()
    writer.perform(plans.star([7, 8], starred=True))
    writer.perform(named_plans.create_tag("A & B", TagColour.BLUE, [9]))
    writer.perform(named_plans.create_collection("Ward 7", [8]))
    writer.close()
    trigger(session, "check_updates")
    dialog = part(session.window, ScopeDialog)
    assert [dialog.box.itemText(row) for row in range(dialog.box.count())] == [
        "Starred studies (2)",
        "Starred and tagged studies (3)",
        "Studies with the tag “A & B” (1)",
        "Studies of the collection “Ward 7” (1)",
        "All studies (3)",
    ]
    assert dialog.box.currentText() == "Starred and tagged studies (3)"


def test_the_report_tells_what_changed_and_opens_it(
    session: Session, registry: MadeUpRegistry
) -> None:
    registry.put(8, NEW, descriptionModule={"briefSummary": "Another."})
    del registry.records[9]
    check_all(session)
    assert said(session) == "All studies: 1 changed, 1 unchanged, 1 no longer at the registry."
    part(session.window, QPushButton, "follow_up").click()
    report = part(session.window, ReportDialog)
    assert report.focusWidget() is report.view
    cells = [
        [str(report.model.index(row, column).data()) for column in range(3)] for row in range(2)
    ]
    assert cells == [
        ["Changed", EIGHT, "Study number 8"],
        ["No longer at the registry", NINE, "Study number 9"],
    ]
    report.view.setCurrentIndex(report.model.index(1, 0))
    assert report.note.text().startswith("The registry has no study of this number any more.")
    report.copy_lines()
    assert QGuiApplication.clipboard().text().startswith(f"Changed\t{EIGHT}\tStudy number 8\t")
    report.view.activated.emit(report.model.index(0, 0))
    assert session.window.windowTitle().startswith(EIGHT)
    assert part(session.window, ChangesDialog).isVisible()
    report.view.activated.emit(report.model.index(1, 0))
    assert session.window.windowTitle().startswith(NINE)


def test_a_study_that_is_gone_says_so_and_is_kept(
    session: Session, registry: MadeUpRegistry
) -> None:
    del registry.records[7]
    trigger(session, "check_study_updates")
    assert said(session) == f"{SEVEN}: 1 no longer at the registry."
    banner = session.window.study_view._page.banner
    assert "had no study of this number any more" in banner.accessibleDescription()
    assert session.library.lost([SEVEN]) == {SEVEN}


def test_a_study_that_changed_is_shown_anew_with_what_changed(
    session: Session, registry: MadeUpRegistry
) -> None:
    registry.put(7, NEW, descriptionModule={"briefSummary": "Another."})
    part(session.window, QToolButton, "check_for_updates").click()
    assert said(session) == f"{SEVEN}: 1 changed."
    assert len(session.library.versions(SEVEN)) == 2
    assert "Changed since you last looked" in session.window.study_view.changes_strip.words


def test_an_old_record_says_its_age_until_it_was_looked_up(
    session: Session, registry: MadeUpRegistry
) -> None:
    mark = session.window.study_view.age_mark
    assert mark.words.replace("\xa0", " ") == f"This copy is of {OLD} · 54 days old"
    mark.button.click()
    assert registry.asked == ["updates"]
    assert said(session) == f"{SEVEN}: 1 unchanged."
    assert mark.words == ""
    assert not mark.button.isVisible()


def test_a_record_that_was_fetched_today_is_of_today(
    session: Session, registry: MadeUpRegistry
) -> None:
    derived = {"miscInfoModule": {"versionHolder": OLD}}
    record = read_record(content(6, OLD) | {"derivedSection": derived})
    origin = fetched_origin("https://registry.test/studies/NCT00000006", datetime.now(UTC))
    document = replace(record.document, origin=origin)
    session.library.add(replace(record, document=document))
    session.window.refresh_library()
    session.window.show_study("NCT00000006")
    assert session.window.study_view.age_mark.words == ""


def test_without_a_network_a_sentence_says_so_and_nothing_is_lost(
    session: Session, registry: MadeUpRegistry
) -> None:
    registry.before = once(RegistryUnreachableError("There is no network."), "updates")
    trigger(session, "check_study_updates")
    notice = part(session.window, NoticeDialog)
    assert "There is no network." in notice.accessibleDescription()
    trigger(session, "check_study_updates")
    assert said(session) == f"{SEVEN}: 1 unchanged."


def test_the_last_checks_can_be_read_later_and_made_again(
    session: Session, registry: MadeUpRegistry
) -> None:
    trigger(session, "show_last_check")
    assert said(session) == "No study has been checked for updates yet."
    check_all(session)
    trigger(session, "check_study_updates")
    trigger(session, "show_last_check")
    report = part(session.window, ReportDialog)
    assert [report.box.itemText(row).split(": ")[1] for row in range(2)] == [SEVEN, "All studies"]
    assert report.told.text() == f"{SEVEN}: 1 unchanged."
    report.box.setCurrentIndex(1)
    assert report.told.text() == "All studies: 3 unchanged."
    registry.asked.clear()
    next(b for b in report.findChildren(QPushButton) if b.text() == "Check Again").click()
    assert registry.asked == ["updates"]


def test_the_network_can_be_switched_off(qtbot: QtBot) -> None:
    settings = SettingsKeeper(Directories.standard().settings)
    settings.change(is_offline=True)
    access = RegistryAccess(Directories.standard(), settings)
    with pytest.raises(RegistryError, match="the preferences say so"):
        _CLIENT(access)


def timer(session: Session) -> QTimer:
    return part(session.window, QTimer, "update_schedule")


def test_the_schedule_does_nothing_unless_it_is_switched_on(
    session: Session, registry: MadeUpRegistry
) -> None:
    assert timer(session).isActive()
    assert timer(session).interval() == 60_000
    timer(session).timeout.emit()
    assert registry.asked == []
    assert timer(session).interval() == 3_600_000


def test_the_schedule_checks_what_is_due_and_says_it_quietly(
    session: Session, registry: MadeUpRegistry
) -> None:
    session.settings.change(update_every="weekly", update_what="all")
    timer(session).timeout.emit()
    assert registry.asked == ["updates"]
    assert said(session) == "All studies: 3 unchanged."
    timer(session).timeout.emit()
    assert registry.asked == ["updates"]


def test_of_nothing_to_check_the_schedule_asks_nothing(
    session: Session, registry: MadeUpRegistry
) -> None:
    session.settings.change(update_every="daily")
    timer(session).timeout.emit()
    assert registry.asked == []


def test_the_schedule_says_beside_what_goes_on_that_there_is_no_network(
    session: Session, registry: MadeUpRegistry
) -> None:
    session.settings.change(update_every="daily", update_what="all")
    registry.before = once(RegistryUnreachableError("There is no network."), "updates")
    timer(session).timeout.emit()
    assert said(session) == "There is no network. The check for updates will be tried again."
    assert not session.window.findChildren(NoticeDialog)
    timer(session).timeout.emit()
    assert said(session) == "All studies: 3 unchanged."


def test_a_check_on_another_thread_can_be_cancelled(qtbot: QtBot) -> None:
    from threading import Event

    from desktop_app.ui.registry.stopping import stopping_with
    from desktop_app.ui.tasks import Progress, TaskRunner

    begun, stopped = Event(), Event()

    def work(progress: Progress) -> None:
        with stopping_with(progress) as stop, stop.telling(stopped.set):
            begun.set()
            stopped.wait(20)

    runner = TaskRunner()
    task = runner.start(work, on_success=print)
    assert begun.wait(20)
    with qtbot.waitSignal(task.finished):
        task.cancel()
    assert stopped.is_set()
    runner.close()


def test_when_the_time_of_a_check_is_kept_it_is_in_utc(
    session: Session, registry: MadeUpRegistry
) -> None:
    check_all(session)
    (done,) = session.library.update_book().checks()
    assert abs(done.begun_at - datetime.now(UTC)) < timedelta(minutes=5)


def test_studies_are_counted_by_work_beside_the_window(
    registry: MadeUpRegistry, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Callable[[], object]] = []
    start = ImmediateTaskRunner.start

    def start_later(runner: ImmediateTaskRunner, *work: Any, **told: Any) -> Task:
        started.append(partial(start, runner, *work, **told))
        return Task(runner, lambda post: None)

    monkeypatch.setattr(ImmediateTaskRunner, "start", start_later)
    trigger(session, "check_updates")
    trigger(session, "check_updates")
    assert not session.window.findChildren(ScopeDialog)
    (count,) = started
    count()
    assert part(session.window, ScopeDialog).box.count() > 0
