"""Searching the registry in the window, by what a person sees and does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.errors import PageTokenError, RegistryUnreachableError, StoreError
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.wording import grouped
from desktop_app.readers.reading import ReadRecord
from desktop_app.registry.answers import FoundPage
from desktop_app.registry.downloads.asked import asked_in
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.store.adding import AddedRecord
from desktop_app.store.downloads.waiting import unfinished
from desktop_app.store.library import Library
from desktop_app.study.enumerations import Phase, Status
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.library.scopes import WHOLE, Scope
from desktop_app.ui.library.sidebar.line_filling import items_below
from desktop_app.ui.library.sidebar.sidebar import Sidebar
from desktop_app.ui.library.sidebar.sidebar_commands import SidebarCommands
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.personal.name_dialog import NameDialog
from desktop_app.ui.registry.searching.asking import Asking
from desktop_app.ui.registry.searching.search_desk import SearchDesk
from desktop_app.ui.registry.searching.search_panel import SearchPanel
from desktop_app.ui.registry.searching.searching import Searching
from desktop_app.ui.registry.searching.tick_button import TickButton
from desktop_app.ui.registry.searching.unkept_strip import UnkeptStrip
from desktop_app.ui.status_line import StatusLine
from tests.accessibility.windows import wait_active
from tests.ui.conftest import AddStudies, part
from tests.ui.registry.searching import fake_registry
from tests.ui.registry.searching.fake_registry import FakeRegistry, study_record

A, B, C = "NCT00000001", "NCT00000002", "NCT00000003"
Find = Callable[[str], None]


def text(panel: SearchPanel, name: str) -> str:
    """Returns what a label says, empty where it is hidden."""
    label = part(panel, QLabel, name)
    return "" if label.isHidden() else label.text()


def ends(desk: SearchDesk) -> dict[str, str]:
    """Returns what each row says of how the study stands to the library."""
    rows = list(desk.results.rows.known())
    return {row.nct_id: desk.results.rows.extras.marks_of(row.nct_id).end_words[0] for row in rows}


def press(panel: SearchPanel, name: str) -> None:
    """Presses a button that is seen."""
    button = part(panel, QPushButton, name)
    assert button.isVisible()
    button.click()


def test_nothing_is_sent_before_somebody_presses_search(
    panel: SearchPanel, registry: FakeRegistry
) -> None:
    line = part(panel, QLineEdit, "registry_condition")
    assert panel.window().focusWidget() is line
    QTest.keyClicks(line, "pain")
    part(panel, TickButton, "registry_statuses").choose([Status.RECRUITING])
    assert registry.asked == []
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert registry.asked == [
        StudiesQuery(condition="pain", statuses=(Status.RECRUITING,), order=Order.RELEVANCE)
    ]


def test_the_form_asks_for_all_that_can_be_chosen(panel: SearchPanel) -> None:
    query = StudiesQuery(
        condition="a",
        intervention="b",
        terms="c",
        location="d",
        statuses=(Status.SUSPENDED,),
        phases=(Phase.NA,),
        ages=("older",),
        sex="f",
        has_results=False,
        order=Order.START,
    )
    panel.form.show_query(query)
    assert panel.form.query == query
    panel.form.clear()
    assert panel.form.query == StudiesQuery(order=Order.RELEVANCE)


def test_what_is_found_tells_what_the_library_holds(
    find: Find,
    desk: SearchDesk,
    panel: SearchPanel,
    registry: FakeRegistry,
    add_studies: AddStudies,
) -> None:
    for nct_id in (A, B, C):
        registry.put(nct_id, "2026-05-05")
    add_studies(A, statusModule={"lastUpdatePostDateStruct": {"date": "2026-05-05"}})
    add_studies(B, statusModule={"lastUpdatePostDateStruct": {"date": "2026-05-04"}})
    find("study")
    assert ends(desk) == {
        A: "✓ In your library",
        B: "↑ Newer at the registry",
        C: "Not in your library",
    }
    assert text(panel, "registry_total") == "3 studies at ClinicalTrials.gov"


@pytest.mark.parametrize("percent", [100, 200])
def test_no_button_of_the_results_is_cut_in_a_narrow_window(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session, percent: int
) -> None:
    for number in range(12):
        registry.put(f"NCT{number + 1:08}", "2026-05-05")
    session.settings.change(text_percent=percent)
    session.window.resize(900, 700)
    find("study")
    panel.results.view.selectAll()
    QApplication.sendPostedEvents()
    shown = [one for one in panel.findChildren(QPushButton) if one.isVisible()]
    names = {one.objectName() for one in shown}
    least = {one.objectName(): (one.width(), one.sizeHint().width()) for one in shown}
    right = max(one.mapTo(panel, one.rect().topRight()).x() for one in shown)
    session.settings.change(text_percent=100)
    assert names >= {"registry_keep", "registry_keep_all", "registry_save", "registry_change"}
    assert [name for name, (width, needed) in least.items() if width < needed] == []
    assert right <= panel.width()


def test_a_menu_of_a_result_opens_keeps_and_copies_it(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session
) -> None:
    for nct_id in (A, B):
        registry.put(nct_id, "2026-05-05")
    find("study")
    page = panel.results
    page.view.customContextMenuRequested.emit(QPoint(5, 5))
    assert not page.view.findChildren(QMenu)
    page.view.selectRow(0)
    page.view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = part(page.view, QMenu)
    opened, keep, _between, copy = menu.actions()
    assert [one.text() for one in (opened, keep, copy)] == ["Open", "Keep", "&Copy NCT Number"]
    copy.trigger()
    assert QGuiApplication.clipboard().text() == A
    assert session.library.count() == 0
    keep.trigger()
    assert session.library.count() == 1
    menu.close()
    page.view.selectAll()
    of_several = page.menu.menu()
    assert [one.text() for one in of_several.actions()] == ["Keep 2 Studies"]


def test_pages_are_read_as_they_are_seen(
    find: Find, desk: SearchDesk, registry: FakeRegistry, panel: SearchPanel
) -> None:
    for number in range(1, 351):
        registry.put(f"NCT{number:08}", "2026-01-01")
    registry.limit = 60  # Less than is asked for, as the registry may do.
    find("")
    rows = desk.results.rows
    assert len(list(rows.known())) == 100
    assert rows.total == 350
    assert rows.rowCount() == 200
    asked = len(registry.asked)
    for row in (150, 250, 349):
        rows.summary(row)
        QTest.qWait(60)
    assert rows.rowCount() == 350
    summary = rows.summary(349)
    assert summary is not None
    assert summary.nct_id == "NCT00000350"
    assert len(registry.asked) == asked + 2 + 2 + 1


def test_a_place_that_the_registry_forgot_begins_again(
    find: Find, desk: SearchDesk, registry: FakeRegistry, panel: SearchPanel
) -> None:
    for number in range(1, 151):
        registry.put(f"NCT{number:08}", "2026-01-01")
    find("")
    registry.failure = PageTokenError("The place is forgotten.")
    desk.results.rows.summary(120)
    QTest.qWait(60)
    assert text(panel, "registry_notice") == "The place is forgotten."
    registry.failure = None
    press(panel, "registry_again")
    assert len(list(desk.results.rows.known())) == 100
    assert text(panel, "registry_notice") == ""


def test_without_a_network_it_says_so_and_can_be_tried_again(
    find: Find, panel: SearchPanel, registry: FakeRegistry
) -> None:
    registry.put(A, "2026-01-01")
    registry.failure = RegistryUnreachableError("No network.")
    find("study")
    assert text(panel, "registry_empty") == "No network."
    assert text(panel, "registry_total") == ""
    assert not panel.results.view.isVisible()
    again = part(panel, QPushButton, "registry_again_here")
    assert panel.window().focusWidget() is again
    assert again.accessibleDescription() == "No network."
    registry.failure = None
    press(panel, "registry_again_here")
    assert text(panel, "registry_total") == "1 study at ClinicalTrials.gov"
    assert panel.results.view.isVisible()
    assert panel.window().focusWidget() is panel.results.view


def test_without_a_network_one_goes_back_to_the_library(
    find: Find, panel: SearchPanel, registry: FakeRegistry
) -> None:
    registry.failure = RegistryUnreachableError("No network.")
    find("study")
    press(panel, "registry_back_here")
    assert not panel.isVisible()


def test_a_panel_in_which_nothing_was_kept_opens_nothing_as_the_window_closes(
    panel: SearchPanel, searching: Searching, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_nothing(_library: Library) -> None:
        pytest.fail("The personal file was opened.")

    monkeypatch.setattr(Library, "personal_writer", open_nothing)
    searching.close()


def test_what_fails_takes_no_rows_away(
    find: Find, panel: SearchPanel, registry: FakeRegistry, desk: SearchDesk
) -> None:
    for number in range(1, 151):
        registry.put(f"NCT{number:08}", "2026-01-01")
    find("")
    registry.failure = RegistryUnreachableError("No network.")
    desk.results.rows.summary(120)
    QTest.qWait(60)
    assert panel.results.view.isVisible()
    assert text(panel, "registry_notice") == "No network."
    find("study")
    assert text(panel, "registry_notice") == ""
    assert text(panel, "registry_empty") == "No network."


def test_the_registry_that_is_waited_for_is_asked_again_in_seconds(
    find: Find, panel: SearchPanel, desk: SearchDesk, registry: FakeRegistry
) -> None:
    registry.put(A, "2026-01-01")
    find("study")
    desk.asking.waits.tell(20)
    assert text(panel, "registry_total").endswith(" · next try in 20 seconds")
    desk.asking.waits.tell(0)
    assert text(panel, "registry_total") == "1 study at ClinicalTrials.gov"


def test_nothing_found_says_what_to_do(find: Find, panel: SearchPanel) -> None:
    find("zzz")
    assert "Check the spelling" in text(panel, "registry_empty")
    press(panel, "registry_change")
    assert part(panel, QLineEdit, "registry_condition").text() == "zzz"


def test_words_that_the_registry_cannot_read_are_mended_and_told(
    find: Find, panel: SearchPanel, registry: FakeRegistry
) -> None:
    find('(study "')
    assert "quotation mark" in text(panel, "registry_notice")
    assert isinstance(registry.asked[0], StudiesQuery)
    assert registry.asked[0].condition == "study"
    find("x" * 2_000)
    assert len(registry.asked) == 1
    assert "fewer words" in text(panel, "registry_form_notice")


def test_a_study_is_read_without_being_kept_and_then_kept(
    find: Find, desk: SearchDesk, panel: SearchPanel, registry: FakeRegistry, session: Session
) -> None:
    registry.put(A, "2026-01-01")
    find("")
    panel.results.view.selectRow(0)
    assert registry.asked[1:] == []
    QTest.keyClick(panel.results.view, Qt.Key.Key_Return)
    assert registry.asked[1:] == [A]
    strip = part(session.window, UnkeptStrip)
    assert strip.isVisible()
    assert session.window.study_view.nct_id == A
    assert session.library.count() == 0
    part(strip, QPushButton, "unkept_keep").click()
    stored = session.library.get(A)
    assert stored is not None
    assert stored.document.content == registry.records[A]
    assert "clinicaltrials.gov" in stored.version.origin
    assert not strip.isVisible()
    assert ends(desk) == {A: "✓ In your library"}


def test_what_was_read_is_not_asked_for_again_where_it_is_kept(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fake_registry, "NOW", datetime.now(UTC))
    for nct_id in (A, B, C):
        registry.put(nct_id, "2026-01-01")
    find("")
    panel.results.pressed.emit(A)
    panel.results.pressed.emit(B)
    panel.results.pressed.emit(A)
    assert registry.asked[1:] == [A, B]
    panel.results.view.selectAll()
    press(panel, "registry_keep")
    assert registry.asked[1:] == [A, B, C]
    for nct_id in (A, B, C):
        source = session.library.source(nct_id)
        assert source is not None
        assert source.content == registry.records[nct_id]


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_study_that_is_kept_late_leaves_what_was_opened_meanwhile(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    desk: SearchDesk,
    monkeypatch: pytest.MonkeyPatch,
    is_kept: bool,
) -> None:
    for nct_id in (A, B):
        registry.put(nct_id, "2026-01-01")
    find("")
    panel.results.pressed.emit(A)
    add = Library.add

    def add_late(library: Library, record: ReadRecord) -> AddedRecord:
        panel.results.pressed.emit(B)
        if not is_kept:
            raise StoreError("The library is busy.")
        return add(library, record)

    monkeypatch.setattr(Library, "add", add_late)
    monkeypatch.setattr(NoticeDialog, "open", lambda _self: None)
    strip = part(session.window, UnkeptStrip)
    part(strip, QPushButton, "unkept_keep").click()
    assert session.window.study_view.nct_id == B
    assert strip.isVisible()
    assert part(strip, QPushButton, "unkept_keep").isEnabled()
    assert ends(desk)[A] == ("✓ In your library" if is_kept else "Not in your library")
    assert session.library.count() == int(is_kept)


def test_a_study_that_is_kept_while_another_is_read_leaves_that_to_come(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for nct_id in (A, B):
        registry.put(nct_id, "2026-01-01")
    find("")
    panel.results.pressed.emit(A)
    busy = [True]
    monkeypatch.setattr(Asking, "is_busy", property(lambda _self: busy[0]))
    strip = part(session.window, UnkeptStrip)
    part(strip, QPushButton, "unkept_keep").click()
    assert session.library.count() == 1
    assert strip.isVisible()
    busy[0] = False
    registry.failure = RegistryUnreachableError("No network.")
    panel.results.pressed.emit(B)
    assert session.window.study_view.nct_id == A
    assert not strip.isVisible()


def test_what_a_broken_line_kept_from_coming_is_offered_at_the_next_start(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session
) -> None:
    for nct_id in (A, B, C):
        registry.put(nct_id, "2026-01-01")
    find("")
    registry.failure = RegistryUnreachableError("No network.")
    panel.results.keep_wanted.emit((A, B))
    panel.results.keep_wanted.emit((C,))
    assert text(panel, "registry_keeping") == "No network. 1 was not fetched."
    (left,) = unfinished(session.library.path)
    assert asked_in(left.asked) == (A, B, C)
    registry.failure = None
    panel.results.keep_wanted.emit((A,))
    (left,) = unfinished(session.library.path)
    assert asked_in(left.asked) == (B, C)
    panel.results.keep_wanted.emit((B, C))
    assert unfinished(session.library.path) == []


def test_the_list_is_looked_at_now_and_then_while_studies_are_kept(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    searching: Searching,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    looks: list[str] = []
    monkeypatch.setattr(
        SearchDesk, "look_again", lambda _desk: looks.append(text(panel, "registry_keeping"))
    )
    registry.put(A, "2026-01-01")
    find("")
    panel.results.keep_wanted.emit((A,))
    looks.clear()
    searching._looking.setInterval(0)
    for done in range(50):
        searching._keeping.told.emit(f"{done} of 50", True)
    assert looks == []
    qtbot.waitUntil(lambda: looks == ["49 of 50"])
    searching._keeping.told.emit("50 of 50", True)
    searching._keeping.told.emit("50 are kept", False)
    assert looks == ["49 of 50", "50 are kept"]
    assert not searching._looking.isActive()


def test_a_study_that_is_held_is_opened_and_nothing_is_asked(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    add_studies: AddStudies,
) -> None:
    registry.records[A] = study_record(A)
    add_studies(A, statusModule={"lastUpdatePostDateStruct": {"date": "2026-01-02"}})
    find("")
    panel.results.view.selectRow(0)
    assert session.window.study_view.nct_id == A
    assert registry.asked[1:] == []


def test_selected_studies_are_kept(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session, desk: SearchDesk
) -> None:
    for nct_id in (A, B, C):
        registry.put(nct_id, "2026-01-01")
    find("")
    panel.results.view.selectAll()
    assert part(panel, QPushButton, "registry_keep").text() == "Keep 3 Studies"
    press(panel, "registry_keep")
    assert session.library.count() == 3
    assert text(panel, "registry_keeping") == "3 studies are kept."
    assert set(ends(desk).values()) == {"✓ In your library"}


def test_a_study_that_cannot_be_read_says_why(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session
) -> None:
    registry.put(A, "2026-01-01")
    find("")
    registry.failure = RegistryUnreachableError("No network.")
    panel.results.read_wanted.emit(A)
    assert text(panel, "registry_notice") == "No network."
    assert not part(session.window, UnkeptStrip).isVisible()


def test_esc_and_the_button_lead_back_to_the_library(
    find: Find, panel: SearchPanel, session: Session, registry: FakeRegistry
) -> None:
    registry.put(A, "2026-01-01")
    library = part(session.window, StudyListView, "study_list")
    assert not library.isVisible()
    QTest.keyClick(part(panel, QLineEdit, "registry_condition"), Qt.Key.Key_Escape)
    assert library.isVisible()
    assert not panel.isVisible()
    part(session.window, QAction, "search_registry").trigger()
    find("")
    press(panel, "registry_change")
    QTest.keyClick(panel.form, Qt.Key.Key_Escape)
    assert not panel.is_form_shown
    press(panel, "registry_back")
    assert library.isVisible()


def test_searching_the_library_leaves_the_registry(panel: SearchPanel, session: Session) -> None:
    part(session.window, QLineEdit, "search_box").setText("pain")
    assert not panel.isVisible()


def test_a_search_is_saved_and_tells_what_is_new_when_it_is_run_again(
    find: Find,
    desk: SearchDesk,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    searching: Searching,
) -> None:
    registry.put(A, "2026-01-01")
    registry.put(B, "2026-01-01")
    find("study")
    searching._saved._save(desk.results.query, desk.results.total, "Mine")
    (saved,) = session.shelf.personal.registry_searches()
    assert (saved.name, saved.total, saved.keeps_seen) == ("Mine", 2, True)
    registry.put(B, "2099-01-01")
    registry.put(C, "2099-01-01")
    searching._saved.run(saved.id, desk.asking)
    assert text(panel, "registry_total").startswith("1 new, 1 changed since ")
    assert ends(desk) == {C: "New · Not in your library", B: "Changed · Not in your library"}
    parts = part(panel, QComboBox, "registry_parts")
    assert [parts.itemText(row) for row in range(parts.count())] == [
        "New and changed (2)",
        "New (1)",
        "Changed (1)",
        "All (3)",
    ]
    parts.activated.emit(3)
    assert set(ends(desk)) == {A, B, C}
    searching._saved.run(saved.id, desk.asking)
    assert text(panel, "registry_total").startswith("Nothing new since ")
    assert set(ends(desk)) == {A, B, C}


def test_news_that_were_shown_count_as_seen_until_that_is_undone(
    find: Find,
    desk: SearchDesk,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    searching: Searching,
) -> None:
    registry.put(A, "2026-01-01")
    find("study")
    searching._saved._save(desk.results.query, desk.results.total, "Mine")
    (before,) = session.shelf.personal.registry_searches()
    registry.put(B, "2099-01-01")
    searching._saved.run(before.id, desk.asking)
    assert ends(desk) == {B: "New · Not in your library"}
    assert part(session.window, StatusLine).message == "The news of “Mine” count as seen."
    undo = part(session.window, QAction, "undo_change")
    assert "Mark News of “Mine” as Seen" in undo.text()
    undo.trigger()
    assert session.shelf.personal.registry_searches() == (before,)
    assert ends(desk) == {B: "New · Not in your library"}
    searching._saved.run(before.id, desk.asking)
    assert ends(desk) == {B: "New · Not in your library"}
    searching._saved.run(before.id, desk.asking)
    assert text(panel, "registry_total").startswith("Nothing new since ")
    assert "Mark News" in undo.text()


@pytest.mark.parametrize("is_undone", [False, True])
def test_a_saved_search_is_deleted_and_brought_back(
    find: Find,
    desk: SearchDesk,
    registry: FakeRegistry,
    session: Session,
    searching: Searching,
    is_undone: bool,
) -> None:
    registry.put(A, "2026-01-01")
    find("study")
    searching._saved._save(desk.results.query, desk.results.total, "Mine")
    personal = session.window._workings.personal
    personal.delete_registry_search(1, "Mine")
    assert session.shelf.personal.registry_searches() == ()
    if is_undone:
        personal.undo()
        assert [one.name for one in session.shelf.personal.registry_searches()] == ["Mine"]
        assert session.shelf.personal.registry_seen(1) == {1: "2026-01-01"}


def test_the_keys_of_the_list_work_on_what_was_found(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    add_studies: AddStudies,
) -> None:
    for nct_id in (A, B):
        registry.put(nct_id, "2026-01-01")
    add_studies(A, B, statusModule={"lastUpdatePostDateStruct": {"date": "2026-01-01"}})
    find("")
    part(session.window, QAction, "show_next_study").trigger()
    assert session.window.study_view.nct_id == A
    part(session.window, QAction, "show_next_study").trigger()
    assert session.window.study_view.nct_id == B
    press(panel, "registry_back")
    is_last = session.shelf.summaries()[-1].nct_id == B
    name = "show_previous_study" if is_last else "show_next_study"
    part(session.window, QAction, name).trigger()
    assert session.window.study_view.nct_id == A


def test_the_command_saves_the_search_that_is_seen(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session
) -> None:
    command = part(session.window, QAction, "save_search")
    command.trigger()
    assert session.window.findChild(NameDialog) is None
    registry.put(A, "2026-01-01")
    find("study")
    command.trigger()
    dialog = part(session.window, NameDialog)
    assert part(dialog, QLineEdit, "name").text() == "study"
    dialog.accept()
    assert [one.name for one in session.shelf.personal.registry_searches()] == ["study"]


def test_all_that_is_found_is_kept_and_can_go_on(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session, desk: SearchDesk
) -> None:
    for number in range(1, 31):
        registry.put(f"NCT{number:08}", "2026-01-01")
    find("study")
    press(panel, "registry_keep_all")
    dialog = part(session.window, NoticeDialog)
    assert "all 30 studies" in part(dialog, QLabel, "sentence").text()
    for button in dialog.findChildren(QPushButton):
        if button.property("choice") == "Keep All":
            button.click()
    assert session.library.count() == 30
    assert text(panel, "registry_keeping") == "30 new."
    assert set(ends(desk).values()) == {"✓ In your library"}


def test_very_many_results_say_what_to_do(
    find: Find, panel: SearchPanel, registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.put(A, "2026-01-01")
    few = registry.found

    def found(*args: Any, **words: Any) -> FoundPage:
        return replace(few(*args, **words), total=601_234, next_token="more")

    monkeypatch.setattr(registry, "found", found)
    registry.limit = 100
    for number in range(2, 101):
        registry.put(f"NCT{number:08}", "2026-01-01")
    find("")
    assert grouped(601_234) in text(panel, "registry_total")
    assert "more than anybody can look through" in text(panel, "registry_notice")


def test_commands_bear_a_study_that_is_not_kept(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session
) -> None:
    registry.put(A, "2026-01-01")
    find("")
    panel.results.pressed.emit(A)
    for pane in PANES:
        session.window.study_view.show_pane(pane.id)
    for name in ("copy_tab", "toggle_star", "show_changes", "copy_citation_text"):
        part(session.window, QAction, name).trigger()
    part(session.window, QAction, "toggle_star").trigger()
    assert session.window.study_view.nct_id == A
    session.window.show_study(A)
    assert part(session.window, UnkeptStrip).isVisible()


def test_the_keyboard_reaches_the_panel_from_other_parts(
    panel: SearchPanel, session: Session, qtbot: QtBot
) -> None:
    wait_active(session.window, qtbot)
    seen = []
    for _step in range(6):
        part(session.window, QAction, "go_to_next_part").trigger()
        focused = session.window.focusWidget()
        seen.append(focused is not None and panel.isAncestorOf(focused))
    assert any(seen)
    assert not all(seen)


def test_a_record_is_kept_by_its_command(
    find: Find, panel: SearchPanel, registry: FakeRegistry, session: Session
) -> None:
    registry.put(A, "2026-01-01")
    find("")
    panel.results.pressed.emit(A)
    keep = part(session.window, QAction, "keep_record")
    keep.trigger()
    assert session.library.count() == 1
    keep.trigger()
    assert part(session.window, StatusLine).message == "This record is in your library already."


def test_saved_searches_of_the_registry_stand_in_the_sidebar(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    searching: Searching,
    desk: SearchDesk,
) -> None:
    registry.put(A, "2026-01-01")
    find("study")
    for name in ("Mine", "Other"):
        searching._saved._save(desk.results.query, desk.results.total, name)
    sidebar = part(session.window, Sidebar)
    (section,) = [item for item in sidebar._items() if item.text(0) == "Registry searches"]
    assert [one.text(0) for one in items_below(section)] == ["Mine", "Other"]
    commands = part(session.window, SidebarCommands)
    scope = items_below(section)[0].line.meaning
    assert isinstance(scope, Scope)
    assert [words for words, _do in commands._entries(scope)] == [
        *("&Rename…", "Move &Up", "Move &Down", "&Delete"),
    ]
    commands._move(scope, 1)
    assert [one.text(0) for one in items_below(section)] == ["Other", "Mine"]
    press(panel, "registry_back")
    sidebar.scope_wanted.emit(scope)
    assert panel.isVisible()
    assert text(panel, "registry_total").startswith("Nothing new since ")
    assert sidebar._scope == scope
    find("study")
    assert sidebar._scope == WHOLE
    sidebar.delete_wanted.emit(scope)
    assert [one.text(0) for one in items_below(section)] == ["Other"]
    sidebar.scope_wanted.emit(WHOLE)
    assert not panel.isVisible()


def test_a_saved_search_that_cannot_be_read_says_so(
    panel: SearchPanel,
    registry: FakeRegistry,
    session: Session,
    searching: Searching,
    desk: SearchDesk,
) -> None:
    session.window._workings.personal.save_registry_search("Broken", "[", 1)
    told: list[object] = []
    searching.failed.connect(told.append)
    searching.failed.disconnect(session.window._workings.failed)
    searching._saved.run(1, desk.asking)
    assert "“Broken” cannot be read" in str(told[0])
    assert registry.asked == []


def test_a_run_that_fails_is_tried_again(
    find: Find,
    panel: SearchPanel,
    registry: FakeRegistry,
    searching: Searching,
    desk: SearchDesk,
) -> None:
    registry.put(A, "2026-01-01")
    find("study")
    searching._saved._save(desk.results.query, desk.results.total, "Mine")
    registry.failure = RegistryUnreachableError("No network.")
    searching._saved.run(1, desk.asking)
    assert list(desk.results.rows.known()) == []
    assert text(panel, "registry_empty") == "No network."
    registry.failure = None
    press(panel, "registry_again_here")
    assert text(panel, "registry_total").startswith("Nothing new since ")
