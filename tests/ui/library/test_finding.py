"""Finding in the window: words, filters, parts of the library, numbers that are pasted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.store.facets.packing import Facet
from desktop_app.ui.library.filters.chosen_filters import Filters
from desktop_app.ui.library.filters.filter_chips import FilterChips
from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.library.scopes import Scope, ScopeKind
from desktop_app.ui.library.search_box import SearchBox
from desktop_app.ui.library.sidebar.sidebar import Sidebar
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.registry.fetching.strip import FetchStrip
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import AddStudies, part
from tests.ui.library.test_sidebar import items

_ASTHMA, _GOUT, _BOTH = "NCT00000101", "NCT00000102", "NCT00000103"


@pytest.fixture
def window(session: Session, add_studies: AddStudies, qtbot: QtBot) -> Session:
    """Returns a window over three studies."""
    for number, status, conditions, criteria in (
        (_ASTHMA, "RECRUITING", ["Asthma"], "Inclusion Criteria:\n\n* Adults"),
        (_GOUT, "COMPLETED", ["Gout"], "Exclusion Criteria:\n\n* Asthma of any kind"),
        (_BOTH, "RECRUITING", ["Asthma", "Gout"], "Inclusion Criteria:\n\n* Adults"),
    ):
        add_studies(
            number,
            statusModule={"overallStatus": status},
            conditionsModule={"conditions": conditions},
            eligibilityModule={"eligibilityCriteria": criteria},
            identificationModule={
                "nctId": number,
                "briefTitle": f"Study {number[-1]}",
                "orgStudyIdInfo": {"id": f"ABC-20{number[-2:]}-X"},
            },
        )
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    return session


def box(session: Session) -> SearchBox:
    """Returns the search box."""
    return part(session.window, SearchBox)


def sidebar(session: Session) -> Sidebar:
    """Returns the sidebar."""
    return part(session.window, Sidebar)


def listed(session: Session) -> set[str]:
    """Returns the numbers in the list."""
    model = part(session.window, StudyListView).model()
    spoken = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    return {text.split(",")[0] for text in spoken}


def click(session: Session, name: str) -> None:
    """Chooses a line of the sidebar."""
    tree = sidebar(session).tree
    tree.itemClicked.emit(items(sidebar(session))[name], 0)


def do(session: Session, command: str) -> None:
    """Gives a command."""
    part(session.window, QAction, command).trigger()


def test_a_filter_narrows_what_the_words_find(window: Session) -> None:
    box(window).setText("gout")
    assert listed(window) == {_GOUT, _BOTH}
    click(window, "Recruiting")
    assert listed(window) == {_BOTH}
    # The counts of a filter are those without its own choice.
    lines = items(sidebar(window))
    assert (lines["Recruiting"].text(1), lines["Completed"].text(1)) == ("1", "1")
    chips = part(window.window, FilterChips)
    buttons = [one for one in chips.findChildren(QPushButton) if not one.isHidden()]
    assert [one.text() for one in buttons] == ["Recruiting  ✕", "Clear"]
    buttons[-1].click()
    assert listed(window) == {_GOUT, _BOTH}
    assert chips.isHidden()


def test_values_of_one_filter_are_alternatives(window: Session) -> None:
    click(window, "Recruiting")
    click(window, "Completed")
    assert len(listed(window)) == 3
    click(window, "Recruiting")
    assert listed(window) == {_GOUT}


def test_counts_of_nothing_are_said_too(window: Session) -> None:
    box(window).setText("gout status:completed")
    assert items(sidebar(window))["Recruiting"].text(1) == "1"
    box(window).setText("nothing-of-the-kind")
    assert items(sidebar(window))["Recruiting"].text(1) == "0"
    empty = part(window.window, QLabel, "empty_list")
    assert "nothing-of-the-kind" in empty.text()


def test_the_keyboard_never_goes_to_a_list_that_is_not_seen(window: Session) -> None:
    words = box(window)
    words.setFocus()
    words.setText("nothing-of-the-kind")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert words.hasFocus()
    part(window.window, LibraryList).take_focus()
    assert part(window.window, QLabel, "empty_list").hasFocus()


def test_enter_goes_to_what_was_found_and_selects_the_study_that_it_opens(
    window: Session,
) -> None:
    words = box(window)
    words.setFocus()
    words.setText("gout")
    QTest.keyClick(words, Qt.Key.Key_Return)
    rows = part(window.window, StudyListView)
    assert rows.currentIndex().row() == 0
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [0]


def test_what_was_not_understood_is_said_and_the_rest_is_searched(window: Session) -> None:
    box(window).setText("asthma statos:recruiting")
    notice = part(window.window, QLabel, "search_notice")
    assert not notice.isHidden()
    assert "statos" in notice.text()
    assert listed(window) == {_ASTHMA, _GOUT, _BOTH}
    box(window).setText("asthma")
    assert notice.isHidden()


def test_rows_warn_of_words_in_exclusion_criteria_alone(window: Session, qtbot: QtBot) -> None:
    box(window).setText("asthma")
    model = part(window.window, StudyListView).model()

    def spoken() -> dict[str, str]:
        rows = range(model.rowCount())
        texts = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
        return {text.split(",")[0]: text for text in texts}

    qtbot.waitUntil(lambda: "only in exclusion criteria" in spoken()[_GOUT])
    assert "only in exclusion criteria" not in spoken()[_ASTHMA]
    assert "Condition: Asthma" in spoken()[_ASTHMA]


def test_starred_studies_are_a_part_of_the_library(window: Session) -> None:
    window.window.show_study(_ASTHMA)
    do(window, "toggle_star")
    assert items(sidebar(window))["Starred"].text(1) == "1"
    click(window, "Starred")
    assert listed(window) == {_ASTHMA}
    box(window).setText("gout")
    assert listed(window) == set()
    click(window, "All studies")
    assert listed(window) == {_GOUT, _BOTH}
    click(window, "All studies")
    assert len(listed(window)) == 3
    assert box(window).text() == ""


def test_a_star_that_is_taken_leaves_the_list_of_the_starred(window: Session) -> None:
    window.window.show_study(_ASTHMA)
    do(window, "toggle_star")
    click(window, "Starred")
    do(window, "toggle_star")
    assert listed(window) == set()
    do(window, "undo_change")
    assert listed(window) == {_ASTHMA}


def test_a_search_is_saved_with_its_filters_and_found_again(window: Session) -> None:
    box(window).setText("gout")
    click(window, "Recruiting")
    do(window, "save_search")
    dialog = next(one for one in window.window.findChildren(QLineEdit, "name") if one.isVisible())
    dialog.setText("My gout")
    dialog.window().accept()  # type: ignore[attr-defined]
    do(window, "clear_search")
    assert len(listed(window)) == 3
    click(window, "My gout")
    assert listed(window) == {_BOTH}
    assert box(window).text() == "gout"
    chips = part(window.window, FilterChips)
    assert not chips.isHidden()
    # What is typed then is another search.
    box(window).setText("gout x")
    assert "in the list" in _spoken(window, "All studies")


def test_nothing_is_saved_where_nothing_is_searched(window: Session) -> None:
    do(window, "save_search")
    assert "no search to save" in part(window.window, StatusLine).message


def test_the_trash_is_listed_and_nothing_in_it_is_opened(window: Session) -> None:
    window.window.show_study(_ASTHMA)
    window.window.show_study(_GOUT)
    do(window, "throw_away")
    assert listed(window) == {_ASTHMA, _BOTH}
    click(window, "Trash")
    assert listed(window) == {_GOUT}
    part(window.window, LibraryList).take_focus()
    QTest.keyClick(part(window.window, StudyListView), Qt.Key.Key_Return)
    assert "not in your library" not in part(window.window, StatusLine).message
    do(window, "restore_studies")
    assert listed(window) == set()
    box(window).setText("gout")
    assert listed(window) == {_GOUT, _BOTH}


@pytest.mark.parametrize(
    "text",
    [_GOUT, "see https://clinicaltrials.gov/study/nct00000102?tab=1", "ABC–2002–x", "nct 102"],
)
def test_a_number_that_is_pasted_anywhere_opens_its_study(window: Session, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    part(window.window, StudyListView).setFocus()
    QTest.keyClick(part(window.window, StudyListView), Qt.Key.Key_V, _CTRL)
    assert window.window.study_view.nct_id == _GOUT


def test_a_number_that_is_pasted_into_the_box_opens_its_study(window: Session) -> None:
    QGuiApplication.clipboard().setText(_BOTH)
    box(window).setFocus()
    QTest.keyClick(box(window), Qt.Key.Key_V, _CTRL)
    assert box(window).text() == _BOTH
    assert window.window.study_view.nct_id == _BOTH


def test_words_that_are_pasted_into_the_box_open_nothing(window: Session) -> None:
    window.window.show_study(_ASTHMA)
    QGuiApplication.clipboard().setText("Gout of some kind")
    box(window).setFocus()
    QTest.keyClick(box(window), Qt.Key.Key_V, _CTRL)
    assert window.window.study_view.nct_id == _ASTHMA


def test_it_is_said_that_a_pasted_number_is_not_held(window: Session) -> None:
    QGuiApplication.clipboard().setText("NCT09999999")
    do(window, "go_to_pasted_number")
    words = part(window.window, FetchStrip, "fetch_offer").words
    assert words == "NCT09999999 is not in your library."
    QGuiApplication.clipboard().setText("no number at all")
    do(window, "go_to_pasted_number")
    words = part(window.window, FetchStrip, "fetch_offer").words
    assert words.startswith("There is no NCT number in this text.")


def test_values_are_offered_and_put_in_by_the_keyboard(window: Session, qtbot: QtBot) -> None:
    box(window).setFocus()
    QTest.keyClicks(box(window), "gout status:recr")
    popup = _popup(window)
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box(window).text() == "gout status:recruiting "
    assert listed(window) == {_BOTH}
    assert box(window).hasFocus()


def test_fields_are_offered_where_they_are_asked_for(window: Session, qtbot: QtBot) -> None:
    box(window).setFocus()
    QTest.keyClicks(box(window), "cond")
    popup = _popup(window)
    assert not popup.isVisible()
    QTest.keyClick(box(window), Qt.Key.Key_Space, _CTRL)
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().index(0, 0).data() == "condition:"
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert box(window).text() == "cond"


def test_escape_in_the_list_takes_back_what_narrows_it(window: Session) -> None:
    box(window).setText("gout")
    click(window, "Recruiting")
    view = part(window.window, StudyListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert len(listed(window)) == 3
    assert box(window).text() == ""


def test_filters_hold_in_what_is_exported(window: Session) -> None:
    click(window, "Recruiting")
    part(window.window, StudyListView).selectAll()
    chosen = part(window.window, LibraryList).selected_numbers()
    assert set(chosen) == {_ASTHMA, _BOTH}


def test_a_sidebar_that_is_hidden_stays_hidden(window: Session) -> None:
    assert sidebar(window).isVisible()
    do(window, "show_sidebar")
    assert not sidebar(window).isVisible()
    do(window, "show_sidebar")
    assert sidebar(window).isVisible()


def test_the_sidebar_stands_above_the_list_in_a_narrow_window(window: Session) -> None:
    window.window.resize(700, 700)
    assert not sidebar(window).isVisible()
    do(window, "show_sidebar")
    studies = part(window.window, LibraryList)
    place = sidebar(window).mapTo(window.window, sidebar(window).rect().bottomLeft())
    assert place.y() <= studies.mapTo(window.window, studies.rect().topLeft()).y()


def test_a_tag_that_is_listed_and_deleted_gives_way_to_all(window: Session) -> None:
    window.window.show_study(_ASTHMA)
    personal = window.window._workings.personal
    personal.create_collection("Later", (101,))
    click(window, "Later")
    assert listed(window) == {_ASTHMA}
    sidebar(window).delete_wanted.emit(Scope(ScopeKind.COLLECTION, 1, "Later"))
    assert len(listed(window)) == 3
    do(window, "undo_change")
    assert "Later" in items(sidebar(window))


def test_studies_dropped_on_a_collection_are_in_it(window: Session) -> None:
    personal = window.window._workings.personal
    personal.create_collection("Later")
    scope = items(sidebar(window))["Later"].line.meaning
    sidebar(window).tree.studies_dropped.emit(scope, (_GOUT, _BOTH))
    assert items(sidebar(window))["Later"].text(1) == "2"


def test_hostile_text_in_the_box_breaks_nothing(window: Session) -> None:
    for text in ('"', "(((", "status:", "-", "OR", "\x00\ud800", "tag:\"'; DROP", "*" * 500):
        box(window).setText(text)
    box(window).setText("gout")
    assert listed(window) == {_GOUT, _BOTH}


def test_filters_can_be_set_from_anywhere(window: Session) -> None:
    sidebar(window).filters_wanted.emit(Filters(((Facet.STATUS, "COMPLETED"),)))
    assert listed(window) == {_GOUT}


_CTRL = Qt.KeyboardModifier.ControlModifier


def _popup(session: Session) -> QTreeView:
    found = session.window.findChild(QTreeView, "completions")
    return found if found is not None else _of_application()


def _of_application() -> QTreeView:
    from PySide6.QtWidgets import QApplication

    found = [one for one in QApplication.allWidgets() if one.objectName() == "completions"]
    assert isinstance(found[-1], QTreeView)
    return found[-1]


def _spoken(session: Session, name: str) -> str:
    line = items(sidebar(session))[name]
    return str(line.data(0, Qt.ItemDataRole.AccessibleTextRole))
