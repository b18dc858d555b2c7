import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.conventions import Form, following
from desktop_app.errors import RegistryUnreachableError
from desktop_app.registry.answers import StudiesPage
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.downloads.asked import asked_text
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.store.downloads.waiting import begin_download, unfinished
from desktop_app.store.importing.control import Ending
from desktop_app.ui.registry.downloading.download_run import DownloadRun
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.registry.whole.outlook import Outlook, outlook_of, outlook_words
from desktop_app.ui.registry.whole.registry_dialog import RegistryDialog
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.tasks import TaskRunner
from tests.registry.downloading import quick_client
from tests.registry.served import RegistryServer, made_up, served
from tests.ui.conftest import part


@pytest.fixture
def server() -> Iterator[RegistryServer]:
    with served(made_up(30)) as made:
        yield made


@pytest.fixture(autouse=True)
def client(server: RegistryServer, monkeypatch: pytest.MonkeyPatch) -> RegistryClient:
    """Returns the client of every window that is made later."""
    made = quick_client(server.base_address)
    monkeypatch.setattr(RegistryAccess, "client", lambda access: made)
    return made


@pytest.fixture
def dialog(session: Session, client: RegistryClient) -> RegistryDialog:
    part(session.window, QAction, "get_registry").trigger()
    return part(session.window, RegistryDialog)


def words_of(dialog: RegistryDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_nothing_is_asked_before_a_button_is_pressed(
    dialog: RegistryDialog, server: RegistryServer
) -> None:
    assert server.asked == []
    assert "choose JSON and all studies" in words_of(dialog)
    dialog.size_button.click()
    assert server.asked == ["/stats/size"]
    assert dialog.told.text().startswith("30 studies, about ")
    assert "no more than 50 requests" in dialog.told.text()


def test_the_size_of_a_search_is_that_of_what_it_finds(
    dialog: RegistryDialog, server: RegistryServer
) -> None:
    dialog.words.setText("zebra unicorn nowhere")
    dialog.size_button.click()
    assert dialog.told.text() == "The registry finds no study for these words."


def test_all_studies_come_into_the_library(session: Session, dialog: RegistryDialog) -> None:
    dialog.download_button.click()
    assert session.library.count() == 30
    assert dialog.told.text().startswith("30 new.")
    assert dialog.download_button.isVisible()
    assert not dialog.pause_button.isVisible()


def test_a_download_that_waits_is_offered_and_goes_on(session: Session) -> None:
    begin_download(session.library.path, asked_text(StudiesQuery()), 30)
    session.window.offer_to_continue()
    message = part(session.window, QLabel, "message").text()
    assert message == ("A download did not come to its end: the whole registry, 0 of 30 studies.")
    part(session.window, QPushButton, "follow_up").click()
    assert session.library.count() == 30
    session.window.offer_to_continue()
    assert "did not come to its end" not in part(session.window, RegistryDialog).told.text()


def test_a_download_of_numbers_goes_on_too(session: Session, server: RegistryServer) -> None:
    numbers = tuple(held.nct_id for held in server.registry.holdings)[:7]
    begin_download(session.library.path, asked_text(numbers), 7)
    session.window.offer_to_continue()
    message = part(session.window, QLabel, "message")
    assert message.text() == (
        "A download did not come to its end: 7 studies by number, 0 of 7 studies."
    )
    part(session.window, QPushButton, "follow_up").click()
    assert message.text() == "7 new."
    assert session.library.count() == 7
    assert not session.window.findChildren(RegistryDialog)


def test_each_of_several_downloads_is_offered_after_the_one_before(
    session: Session, server: RegistryServer
) -> None:
    numbers = tuple(held.nct_id for held in server.registry.holdings)
    path, message = session.library.path, part(session.window, QLabel, "message")
    follow_up = part(session.window, QPushButton, "follow_up")
    for asked in (numbers[:7], numbers[7:9], numbers[9:10]):
        begin_download(path, asked_text(asked), len(asked))
    begin_download(path, json.dumps({"of": "a newer version"}), 1)
    session.window.offer_to_continue()
    single = f"{numbers[9]}: It was not fetched yet. 2 more downloads wait to go on."
    assert message.text() == single
    follow_up.click()
    assert message.text() == (
        "1 new. A download did not come to its end: 2 studies by number, 0 of 2 studies."
        " 1 more download waits to go on."
    )
    follow_up.click()
    assert message.text().endswith("7 studies by number, 0 of 7 studies.")
    follow_up.click()
    assert message.text() == "7 new."
    assert follow_up.isHidden()
    assert session.library.count() == 10


def test_numbers_that_the_registry_does_not_know_are_told(session: Session) -> None:
    begin_download(session.library.path, asked_text(("NCT09999999",)), 1)
    session.window.offer_to_continue()
    part(session.window, QPushButton, "follow_up").click()
    message = part(session.window, QLabel, "message").text()
    assert message.startswith("Nothing came. NCT09999999 was not found at ClinicalTrials.gov.")
    assert unfinished(session.library.path) == []


def test_after_a_download_in_the_dialog_the_next_is_offered_at_the_foot(session: Session) -> None:
    path, message = session.library.path, part(session.window, QLabel, "message")
    begin_download(path, asked_text(("NCT00000001",)), 1)
    begin_download(path, asked_text(StudiesQuery()), 30)
    session.window.offer_to_continue()
    part(session.window, QPushButton, "follow_up").click()
    assert part(session.window, RegistryDialog).told.text().startswith("30 new.")
    assert message.text() == "NCT00000001: It was not fetched yet."


def test_the_line_at_the_foot_tells_how_far_a_download_is(
    session: Session, client: RegistryClient, server: RegistryServer, qtbot: QtBot
) -> None:
    window = session.window
    status = part(window, StatusLine)
    run = DownloadRun(lambda: client, session.library.path, TaskRunner, window)
    come = Event()
    ask = client.page

    def ask_later(*asked: Any, **named: Any) -> StudiesPage:
        come.wait(10)
        return ask(*asked, **named)

    with pytest.MonkeyPatch.context() as patch, closing(run):
        patch.setattr(client, "page", ask_later)
        run.start(StudiesQuery())
        shown: list[str] = []
        assert run.task is not None
        status.follow_task(run.task, "Asking", show=lambda: shown.append("dialog"))
        follow_up = part(status, QPushButton, "follow_up")
        status.say("Something else.")
        assert follow_up.isHidden()
        part(status, QTimer, "message_time").timeout.emit()
        follow_up.click()
        assert shown == ["dialog"]
        with qtbot.waitSignal(run.ended) as ended:
            part(status, QPushButton, "cancel_task").click()
            come.set()
    assert ended.args[0].ending is Ending.STOPPED
    assert not run.is_running
    assert follow_up.isHidden()


def test_without_a_network_the_dialog_says_so(
    dialog: RegistryDialog, client: RegistryClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise RegistryUnreachableError("There is no network.")

    monkeypatch.setattr(client, "size", fail)
    dialog.size_button.click()
    assert dialog.told.text() == "There is no network."
    monkeypatch.setattr(client, "version", fail)
    dialog.download_button.click()
    assert dialog.told.text() == "There is no network."
    assert dialog.download_button.isVisible()


def test_the_dialog_offers_to_wait_and_to_stop_while_studies_come(dialog: RegistryDialog) -> None:
    wanted: list[bool] = []
    dialog.pause_wanted.connect(wanted.append)
    dialog.words.setFocus()
    dialog.show_running(is_running=True)
    assert dialog.focusWidget() is dialog.pause_button
    dialog.pause_button.click()
    dialog.show_running(is_running=True, is_paused=True)
    assert dialog.pause_button.text() == "&Go On"
    assert dialog.stop_button.isVisible()
    assert not dialog.words.isEnabled()
    dialog.pause_button.click()
    assert wanted == [True, False]


@pytest.mark.parametrize(
    ("outlook", "words"),
    [
        (
            Outlook(601_158, 10_392_218_346, 120_000_000_000),
            "601,158 studies, about 10 GB of records. That takes 16 minutes at least, because"
            " no more than 50 requests are sent in a minute; a slow line takes much longer. The"
            " library needs about 4.5 GB for it; the disk has 120 GB free.",
        ),
        (
            Outlook(601_158, 10_392_218_346, 3_000_000_000),
            "and the disk has only 3.0 GB free. Make room first",
        ),
        (Outlook(1, 17_000, 10_000_000_000), "That takes 1 minute at least"),
    ],
)
def test_how_much_it_is_is_said_before_it_is_begun(outlook: Outlook, words: str) -> None:
    with following(Form.READER, "US"):
        assert words in outlook_words(outlook).replace("\u202f", " ")


def test_the_room_on_the_disk_of_the_library_counts(client: RegistryClient, tmp_path: Path) -> None:
    outlook = outlook_of(client, StudiesQuery(), tmp_path, Stop())
    assert outlook.studies == 30
    assert outlook.free_bytes > 0
    assert outlook.fits
