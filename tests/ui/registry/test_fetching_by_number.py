"""Numbers in the window: what is held opens, what is not is offered, and fetched when asked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.errors import RegistryUnreachableError
from desktop_app.readers.detect import reread
from desktop_app.registry.answers import FetchedStudy
from desktop_app.registry.stopping import Stop
from desktop_app.store.downloads.waiting import unfinished, waiting_downloads
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.registry.fetching.fetch_desk import FetchDesk
from desktop_app.ui.registry.fetching.number_dialog import NumberDialog
from desktop_app.ui.registry.fetching.strip import FetchStrip
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.status_line import StatusLine
from tests.registry.served import served
from tests.studies import record_bytes
from tests.ui.conftest import AddStudies, part
from tests.ui.registry.fake_registry import FakeRegistry

HELD, NEW, OTHER, UNKNOWN = "NCT00000101", "NCT00000102", "NCT00000103", "NCT09999999"
LOST = "NCT09999998"
_NO_KEY = Qt.KeyboardModifier.NoModifier
_TO_GO_ON = "A download did not come to its end: 2 studies by number, 0 of 2 studies."


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> FakeRegistry:
    """Returns the registry that the window asks."""
    fake = FakeRegistry(HELD, NEW, OTHER)
    monkeypatch.setattr(RegistryAccess, "client", lambda _access: fake)
    return fake


@pytest.fixture
def window(
    registry: FakeRegistry, session: Session, add_studies: AddStudies, qtbot: QtBot
) -> Session:
    """Returns a window over one study."""
    add_studies(HELD)
    session.window.show()
    qtbot.waitExposed(session.window)
    session.window.activateWindow()
    return session


def offer(session: Session) -> FetchStrip:
    return part(session.window, FetchStrip, "fetch_offer")


def state(session: Session) -> FetchStrip:
    return part(session.window, FetchStrip, "fetch_state")


def buttons(strip: FetchStrip) -> list[str]:
    """Returns what can be done, in its order."""
    shown = (one for one in strip.findChildren(QPushButton) if not one.isHidden())
    return [one.accessibleName() for one in shown]


def press(strip: FetchStrip, name: str) -> None:
    shown = (one for one in strip.findChildren(QPushButton) if not one.isHidden())
    next(one for one in shown if one.accessibleName() == name).click()


def type_in_box(session: Session, text: str) -> QLineEdit:
    box = part(session.window, QLineEdit, "search_box")
    box.setFocus()
    box.clear()
    QTest.keyClicks(box, text)
    return box


def opened(session: Session) -> str:
    return session.window.study_view.nct_id


def test_a_number_that_is_typed_is_offered_and_fetched_by_enter(
    window: Session, registry: FakeRegistry
) -> None:
    box = type_in_box(window, "nct 00000102")
    assert offer(window).words == f"{NEW} is not in your library."
    assert buttons(offer(window)) == [f"Fetch {NEW} from ClinicalTrials.gov", "Close"]
    assert registry.asked == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert registry.asked == [NEW]
    assert opened(window) == NEW
    assert not offer(window).words
    assert not state(window).words
    assert part(window.window, StatusLine).message.startswith(f"{NEW} was fetched")


def test_the_address_and_the_time_stand_in_the_record_tab(
    window: Session, registry: FakeRegistry
) -> None:
    window.window.open_inputs([NEW])
    press(offer(window), f"Fetch {NEW} from ClinicalTrials.gov")
    stored = window.shelf.get(NEW)
    assert stored is not None
    assert stored.document.content == registry.known[NEW]
    address = f"https://registry.example/api/v2/studies/{NEW}"
    assert stored.version.origin == f"{address}, fetched 2026-11-25 14:03 UTC"


def test_a_number_that_is_typed_and_held_opens_by_enter(
    window: Session, registry: FakeRegistry
) -> None:
    box = type_in_box(window, "NCT-00000101")
    assert not offer(window).words
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened(window) == HELD
    assert registry.asked == []


def test_what_was_offered_for_a_number_goes_with_the_number(window: Session) -> None:
    box = type_in_box(window, NEW)
    assert offer(window).words
    box.clear()
    assert not offer(window).words
    type_in_box(window, f"{NEW} asthma")
    assert offer(window).words
    QTest.keyClick(offer(window), Qt.Key.Key_Escape)
    assert not offer(window).words


@pytest.mark.parametrize(
    ("text", "told", "is_at_once"),
    [
        ("NCT123", "NCT123 is no NCT number: it has 3 digits", False),
        ("2004-000446-20", "EU Clinical Trials Register", True),
        ("ISRCTN12345678", "ISRCTN registry", True),
        ("https://example.org/1", "example.org is not ClinicalTrials.gov", True),
    ],
)
def test_what_cannot_be_fetched_is_told(
    window: Session, registry: FakeRegistry, text: str, told: str, is_at_once: bool
) -> None:
    box = type_in_box(window, text)
    assert bool(offer(window).words) is is_at_once
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert told in offer(window).words
    assert buttons(offer(window)) == ["Close"]
    assert registry.asked == []


def test_enter_on_words_goes_to_the_list_as_ever(window: Session) -> None:
    box = type_in_box(window, "study")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.hasFocus()


def test_several_numbers_that_are_pasted_are_offered_and_listed(
    window: Session, registry: FakeRegistry
) -> None:
    text = f"Dear all, see {HELD}, {NEW} and {OTHER}, and NCT12. Yours"
    QGuiApplication.clipboard().setText(text)
    part(window.window, QAction, "go_to_pasted_number").trigger()
    assert offer(window).words.startswith("3 numbers: 1 in your library, 2 not held. NCT12 is no")
    assert buttons(offer(window)) == [
        "Fetch 2 from ClinicalTrials.gov",
        "Open 1 held",
        "Close",
    ]
    assert window.window.focusWidget() is offer(window).first
    QTest.keyClick(window.window.focusWidget(), Qt.Key.Key_Return)
    assert registry.asked == [NEW, OTHER]
    assert part(window.window, StatusLine).message == "2 were fetched."
    assert window.shelf.count() == 3
    assert part(window.window, QLineEdit, "search_box").text() == f"{HELD} OR {NEW} OR {OTHER}"


def test_thousands_of_numbers_that_are_pasted_into_the_box_are_all_taken(window: Session) -> None:
    numbers = [f"NCT{number:08d}" for number in range(1_000, 6_000)]
    QGuiApplication.clipboard().setText("\n".join((HELD, *numbers)))
    box = part(window.window, QLineEdit, "search_box")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == ""
    assert offer(window).words == "5001 numbers: 1 in your library, 5000 not held."


def test_a_menu_pastes_into_the_box_as_keys_do(window: Session) -> None:
    box = part(window.window, QLineEdit, "search_box")
    for text, words in ((f"{HELD} {NEW}", ""), ("asthma", "asthma")):
        QGuiApplication.clipboard().setText(text)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
        QApplication.sendEvent(box, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(one for one in menu.actions() if one.objectName() == "edit-paste").trigger()
        menu.close()
        assert box.text() == words
    assert offer(window).words.startswith("2 numbers: 1 in your library")


def test_a_held_number_that_is_pasted_opens_whatever_was_in_the_box_before(
    window: Session, add_studies: AddStudies
) -> None:
    add_studies(OTHER)
    box = part(window.window, QLineEdit, "search_box")
    ways = ((HELD, Qt.Key.Key_Escape), (OTHER, Qt.Key.Key_Escape), (HELD, Qt.Key.Key_A))
    for number, key in ways:
        box.setFocus()
        is_all = key == Qt.Key.Key_A
        QTest.keyClick(box, key, Qt.KeyboardModifier.ControlModifier if is_all else _NO_KEY)
        QGuiApplication.clipboard().setText(number)
        QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert (box.text(), opened(window)) == (number, number)


def test_a_letter_beside_a_number_that_was_put_into_the_box_is_not_pasted(
    window: Session, add_studies: AddStudies
) -> None:
    add_studies(OTHER)
    window.window.show_study(HELD)
    part(window.window, LibraryBrowser).show_text(OTHER)
    box = part(window.window, QLineEdit, "search_box")
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert opened(window) == HELD


def test_one_part_of_an_offer_leaves_the_other_part(window: Session) -> None:
    window.window.open_inputs([f"{HELD}, {NEW}"])
    press(offer(window), "Open 1 held")
    assert opened(window) == HELD
    press(offer(window), "Fetch 1 from ClinicalTrials.gov")
    assert part(window.window, QLineEdit, "search_box").text() == f"{HELD} OR {NEW}"


def test_a_number_that_the_registry_does_not_know_stays_told(
    window: Session, registry: FakeRegistry
) -> None:
    window.window.open_inputs([UNKNOWN])
    press(offer(window), f"Fetch {UNKNOWN} from ClinicalTrials.gov")
    assert state(window).words.startswith(f"{UNKNOWN} was not found at ClinicalTrials.gov. Check")
    registry.known[UNKNOWN] = record_bytes(UNKNOWN)
    press(state(window), "Try Again")
    assert opened(window) == UNKNOWN
    assert not state(window).words


def test_what_was_not_found_stays_told_when_others_are_fetched(
    window: Session, registry: FakeRegistry
) -> None:
    fetching = part(window.window, FetchDesk)
    fetching.fetch([UNKNOWN])
    fetching.fetch([LOST])
    told = state(window).words
    assert f"{UNKNOWN} was not found" in told
    assert f"{LOST} was not found" in told
    fetching.fetch([NEW])
    assert opened(window) == NEW
    assert state(window).words == told
    press(state(window), "Show All…")
    dialog = part(window.window, ImportResultsDialog)
    assert "1 added, 2 not fetched." in [one.text() for one in dialog.findChildren(QLabel)]
    dialog.close()
    registry.known[UNKNOWN] = record_bytes(UNKNOWN)
    registry.asked.clear()
    press(state(window), "Try Again")
    assert registry.asked == [UNKNOWN, LOST]
    assert state(window).words.startswith(f"{LOST} was not found")
    assert UNKNOWN not in state(window).words
    press(state(window), "Close")
    fetching.fetch([OTHER])
    assert not state(window).words


def test_what_a_broken_line_left_stays_told_and_kept_when_others_are_fetched(
    window: Session, registry: FakeRegistry
) -> None:
    fetching, path = part(window.window, FetchDesk), window.library.path
    registry.is_down = True
    fetching.fetch([NEW, OTHER])
    registry.is_down = False
    fetching.fetch([UNKNOWN])
    told = state(window).words
    assert told.startswith(f"{UNKNOWN} was not found")
    assert told.endswith("There is no connection. 2 are left.")
    assert [one.position.total for one in unfinished(path)] == [2]
    fetching.fetch([OTHER])
    assert state(window).words.endswith("There is no connection. 1 is left.")
    press(state(window), "Try Again")
    assert window.shelf.count() == 3
    assert unfinished(path) == []


def test_without_a_network_it_is_said_and_tried_again(
    window: Session, registry: FakeRegistry
) -> None:
    registry.is_down = True
    window.window.open_inputs([f"{NEW} {OTHER}"])
    press(offer(window), "Fetch 2 from ClinicalTrials.gov")
    assert state(window).words == "There is no connection. 2 are left."
    registry.is_down = False
    press(state(window), "Try Again")
    assert window.shelf.count() == 3


def test_what_waits_behind_others_is_left_where_they_cannot_come(
    window: Session, registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetching = part(window.window, FetchDesk)

    def fail(_nct_id: str, _stop: Stop) -> FetchedStudy:
        fetching.fetch([OTHER])
        raise RegistryUnreachableError("There is no connection.")

    with monkeypatch.context() as broken:
        broken.setattr(registry, "study", fail)
        fetching.fetch([NEW])
    assert state(window).words == "There is no connection. 2 are left."
    assert registry.asked == []
    press(state(window), "Try Again")
    assert registry.asked == [NEW, OTHER]
    assert window.shelf.count() == 3


def test_what_failed_among_many_is_listed(window: Session, registry: FakeRegistry) -> None:
    numbers = [f"NCT{number:08d}" for number in range(200, 260)]
    registry.known |= {number: record_bytes(number) for number in numbers[:50]}
    window.window.open_inputs([" ".join(numbers)])
    press(offer(window), "Fetch 60 from ClinicalTrials.gov")
    assert window.shelf.count() == 51
    assert "7 more were not fetched." in state(window).words
    dialog = part(window.window, ImportResultsDialog)
    assert dialog.windowTitle() == "Fetching from ClinicalTrials.gov"
    told = next(label.text() for label in dialog.findChildren(QLabel) if label.text())
    assert told == "50 added, 10 not fetched."
    dialog.close()
    press(state(window), "Show All…")
    part(window.window, ImportResultsDialog).close()


def test_a_number_in_the_trash_is_brought_back(window: Session, registry: FakeRegistry) -> None:
    window.window.show_study(HELD)
    part(window.window, QAction, "throw_away").trigger()
    registry.asked.clear()
    window.window.open_inputs([HELD])
    assert offer(window).words == f"{HELD} is in the trash."
    press(offer(window), f"Restore {HELD} from the trash")
    assert window.shelf.count() == 1
    assert not offer(window).words
    assert registry.asked == []


def drop(session: Session, content: QMimeData) -> bool:
    """Drops something on the window; tells whether it was taken."""
    actions, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), actions, content, left, no_keys)
    QApplication.sendEvent(session.window, enter)
    if not enter.isAccepted():
        return False
    dropped = QDropEvent(QPointF(9, 9), actions, content, left, no_keys)
    QApplication.sendEvent(session.window, dropped)
    return dropped.isAccepted()


def test_an_address_that_is_dropped_is_offered(window: Session) -> None:
    content = QMimeData()
    content.setUrls([QUrl(f"https://clinicaltrials.gov/study/{NEW}?tab=table")])
    assert drop(window, content)
    assert offer(window).words == f"{NEW} is not in your library."


def test_a_text_that_is_dropped_opens_what_is_held(window: Session) -> None:
    content = QMimeData()
    content.setText(f"see {HELD}")
    assert drop(window, content)
    assert opened(window) == HELD


def test_a_text_without_numbers_is_not_taken(window: Session) -> None:
    content = QMimeData()
    content.setText("just words of 2024")
    assert not drop(window, content)


def test_a_number_that_is_pasted_as_a_record_is_offered(window: Session) -> None:
    QGuiApplication.clipboard().setText(f" {NEW}\n")
    part(window.window, QAction, "paste_record").trigger()
    assert offer(window).words == f"{NEW} is not in your library."


def test_the_dialog_takes_any_text(window: Session, registry: FakeRegistry) -> None:
    part(window.window, QAction, "fetch_by_number").trigger()
    dialog = part(window.window, NumberDialog)
    text, told = part(dialog, QPlainTextEdit, "numbers"), part(dialog, QLabel, "told")
    text.setPlainText("no number")
    dialog.accept()
    assert dialog.isVisible()
    assert told.text().startswith("There is no NCT number in this text.")
    text.setPlainText(f"{HELD}\n{NEW}\n{OTHER}")
    dialog.accept()
    assert not dialog.isVisible()
    assert registry.asked == [NEW, OTHER]
    assert window.shelf.count() == 3


def test_a_text_that_is_changed_after_fetch_was_pressed_is_agreed_to_anew(
    registry: FakeRegistry, threaded: Session, qtbot: QtBot
) -> None:
    part(threaded.window, QAction, "fetch_by_number").trigger()
    dialog = part(threaded.window, NumberDialog)
    text, told = part(dialog, QPlainTextEdit, "numbers"), part(dialog, QLabel, "told")
    text.setPlainText(NEW)
    dialog.accept()
    text.setPlainText(OTHER)
    qtbot.waitUntil(lambda: told.text() == f"{OTHER} is not in your library.")
    assert dialog.isVisible()
    assert registry.asked == []


def test_nothing_is_fetched_into_a_library_that_is_only_read(
    window: Session, registry: FakeRegistry
) -> None:
    window.library.is_read_only = True
    window.window.open_inputs([NEW])
    press(offer(window), f"Fetch {NEW} from ClinicalTrials.gov")
    assert "can only be read" in state(window).words
    assert registry.asked == []


@pytest.fixture
def threaded(qapp: QApplication) -> Iterator[Session]:
    """Returns a window that works with real threads."""
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    session.window.show()
    yield session
    session.window.close()
    session.close()


def test_fetching_is_stopped_at_once(
    registry: FakeRegistry, threaded: Session, qtbot: QtBot
) -> None:
    registry.is_silent = True
    threaded.window.open_inputs([NEW])
    qtbot.waitUntil(lambda: bool(offer(threaded).words))
    press(offer(threaded), f"Fetch {NEW} from ClinicalTrials.gov")
    assert state(threaded).words == f"Fetching {NEW} from ClinicalTrials.gov …"
    waiting = f"Fetching {NEW} from ClinicalTrials.gov … · next try in 20 seconds"
    qtbot.waitUntil(lambda: state(threaded).words == waiting)
    assert registry.asked == [NEW]
    press(state(threaded), "Cancel")
    qtbot.waitUntil(lambda: state(threaded).words == "Stopped.")
    assert buttons(state(threaded)) == ["Try Again", "Close"]


def test_the_window_closes_while_the_registry_is_silent(
    registry: FakeRegistry, threaded: Session, qtbot: QtBot
) -> None:
    registry.is_silent = True
    threaded.window.open_inputs([NEW])
    qtbot.waitUntil(lambda: bool(offer(threaded).words))
    press(offer(threaded), f"Fetch {NEW} from ClinicalTrials.gov")
    qtbot.waitUntil(lambda: registry.asked == [NEW])


def test_a_study_comes_from_a_registry_on_this_computer(
    threaded: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served([record_bytes(NEW)]) as server:
        monkeypatch.setenv("TRIALVIEWER_REGISTRY", server.base_address)
        threaded.window.open_inputs([f"https://clinicaltrials.gov/study/{NEW}"])
        qtbot.waitUntil(lambda: bool(offer(threaded).words))
        assert server.asked == []
        press(offer(threaded), f"Fetch {NEW} from ClinicalTrials.gov")
        qtbot.waitUntil(lambda: opened(threaded) == NEW, timeout=20_000)
        assert server.asked == [f"/studies/{NEW}"]


def test_what_a_closed_window_left_is_offered_at_the_next_start(
    registry: FakeRegistry, threaded: Session
) -> None:
    registry.is_silent = True
    desk = part(threaded.window, FetchDesk)
    desk.fetch((NEW, OTHER))
    desk.close()
    threaded.window.offer_to_continue()
    assert part(threaded.window, StatusLine).message == _TO_GO_ON


def test_a_single_number_that_was_being_fetched_is_offered_too(
    registry: FakeRegistry, threaded: Session
) -> None:
    registry.is_silent = True
    desk = part(threaded.window, FetchDesk)
    desk.fetch((NEW,))
    desk.close()
    threaded.window.offer_to_continue()
    assert part(threaded.window, StatusLine).message == f"{NEW}: It was not fetched yet."


def test_what_is_being_fetched_is_kept_in_case_of_a_crash(
    registry: FakeRegistry, threaded: Session, qtbot: QtBot
) -> None:
    registry.is_silent = True
    path = threaded.library.path
    desk = part(threaded.window, FetchDesk)
    desk.fetch((NEW, OTHER))
    desk.fetch((UNKNOWN,))
    qtbot.waitUntil(lambda: [one.position.total for one in unfinished(path)] == [3])
    assert waiting_downloads(path) == []
    press(state(threaded), "Cancel")
    qtbot.waitUntil(lambda: unfinished(path) == [])


def test_nothing_is_kept_of_what_came(window: Session, registry: FakeRegistry) -> None:
    part(window.window, FetchDesk).fetch((NEW, OTHER))
    assert window.shelf.count() == 3
    assert unfinished(window.library.path) == []


def test_what_a_broken_line_left_is_offered_at_the_next_start(
    registry: FakeRegistry, session: Session
) -> None:
    registry.is_down = True
    desk = part(session.window, FetchDesk)
    desk.fetch((NEW, OTHER))
    desk.close()
    session.window.offer_to_continue()
    assert part(session.window, StatusLine).message == _TO_GO_ON


def test_what_somebody_gave_up_is_not_offered_again(
    session: Session, registry: FakeRegistry
) -> None:
    registry.is_down = True
    desk = part(session.window, FetchDesk)
    desk.fetch((NEW, OTHER))
    press(state(session), "Close")
    desk.close()
    assert unfinished(session.library.path) == []
