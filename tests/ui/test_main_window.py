from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.commands.actions import ACTIONS
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.library.sidebar.sidebar_tree import SidebarTree
from desktop_app.ui.registry.fetching.strip import FetchStrip
from desktop_app.ui.settings import Theme
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import AddStudies, WriteRecord, part

_FIRST, _SECOND, _THIRD = "NCT00000101", "NCT00000102", "NCT00000103"


def _box(session: Session) -> QLineEdit:
    return part(session.window, QLineEdit, "search_box")


def _list(session: Session) -> QTableView:
    return part(session.window, QTableView, "study_list")


def _shown(session: Session) -> str:
    return session.window.windowTitle().split(" ")[0]


def _numbers(session: Session) -> list[str]:
    rows = _list(session).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(rows.index(row, 0).data(role))[:11] for row in range(rows.rowCount())]


def _current(session: Session) -> str:
    """Return the number of the row that is marked."""
    return str(_list(session).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))[:11]


def _message(session: Session) -> str:
    return part(session.window, StatusLine).message


def _activate(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def test_every_command_is_a_method_of_just_one_part(session: Session) -> None:
    targets = tuple(session.window.command_targets())
    for spec in ACTIONS:
        holders = [target for target in targets if hasattr(target, spec.id)]
        assert len(holders) == 1, spec.id
        # A method of Qt's own of that name would be called without anybody noticing.
        assert not hasattr(QWidget, spec.id), spec.id


def test_the_list_shows_the_newest_record_first(session: Session, add_studies: AddStudies) -> None:
    for nct_id, day in ((_FIRST, "2020-01-01"), (_SECOND, "2024-01-01"), (_THIRD, "2022-01-01")):
        add_studies(nct_id, statusModule={"lastUpdatePostDateStruct": {"date": day}})
    assert _numbers(session) == [_SECOND, _THIRD, _FIRST]
    assert part(session.window, QLabel, "study_count").text() == "3 studies"
    assert _box(session).placeholderText() == "Search 3 studies: words, NCT number"


def test_an_empty_library_says_how_to_fill_it(session: Session) -> None:
    session.window.refresh_library()
    sentence = part(session.window, QLabel, "empty_list")
    assert sentence.text().startswith("The library is empty.")
    assert sentence.isVisibleTo(session.window)


def test_typing_searches_at_once(session: Session, add_studies: AddStudies) -> None:
    add_studies(_FIRST, conditionsModule={"conditions": ["Asthma"]})
    add_studies(_SECOND, conditionsModule={"conditions": ["Gout"]})
    QTest.keyClicks(_box(session), "gou")
    assert _numbers(session) == [_SECOND]
    QTest.keyClicks(_box(session), "x")
    assert _numbers(session) == []
    assert (
        "No study in the library matches “goux”."
        in part(session.window, QLabel, "empty_list").text()
    )
    QTest.keyClick(_box(session), Qt.Key.Key_Escape)
    assert len(_numbers(session)) == 2


def test_what_is_typed_is_never_taken_as_markup(session: Session) -> None:
    _box(session).setText("<img src='/etc/hostname'><b>")
    label = part(session.window, QLabel, "empty_list")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<img src='/etc/hostname'><b>" in label.text()


def test_down_goes_from_the_box_to_the_list_and_shows_the_study(
    session: Session, add_studies: AddStudies, qtbot: QtBot
) -> None:
    add_studies(_FIRST, _SECOND)
    _activate(session, qtbot)
    QTest.keyClick(_box(session), Qt.Key.Key_Down)
    assert _shown(session) == _numbers(session)[0]
    QTest.keyClick(_list(session), Qt.Key.Key_Down)
    assert _shown(session) == _numbers(session)[1]


def test_a_search_leaves_the_open_study_open(session: Session, add_studies: AddStudies) -> None:
    add_studies(_FIRST, _SECOND)
    session.window.show_study(_FIRST)
    _box(session).setText(_SECOND)
    assert _numbers(session) == [_SECOND]
    assert _shown(session) == _FIRST
    _box(session).setText("")
    assert _list(session).currentIndex().row() == _numbers(session).index(_FIRST)


def test_next_and_previous_study_follow_the_list(session: Session, add_studies: AddStudies) -> None:
    add_studies(_FIRST, _SECOND, _THIRD)
    numbers = _numbers(session)
    session.window.show_study(numbers[0])
    trigger(session, "show_next_study")
    trigger(session, "show_next_study")
    trigger(session, "show_next_study")
    assert _shown(session) == numbers[2]
    trigger(session, "show_previous_study")
    assert _shown(session) == numbers[1]


def test_a_long_list_is_read_page_by_page(
    session: Session, add_studies: AddStudies, qtbot: QtBot
) -> None:
    add_studies(*(f"NCT{number:08}" for number in range(1, 251)))
    rows = _list(session).model()
    assert rows.rowCount() == 250
    role = Qt.ItemDataRole.AccessibleTextRole
    for row in (0, 120, 249):
        qtbot.waitUntil(partial(_is_read, rows, row))
    spoken = {str(rows.index(row, 0).data(role))[:11] for row in range(250)}
    assert spoken == {f"NCT{number:08}" for number in range(1, 251)}


def _is_read(rows: QAbstractItemModel, row: int) -> bool:
    return rows.index(row, 0).data() is not None


def test_the_row_of_the_open_study_is_marked_and_seen_however_far_down_it_is(
    session: Session, add_studies: AddStudies, qtbot: QtBot
) -> None:
    add_studies(*(f"NCT{number:08}" for number in range(1, 401)))
    session.window.show()
    rows, view = _list(session).model(), _list(session)
    for number in ("NCT00000003", "NCT00000398", "NCT00000150"):
        session.window.show_study(number)
        row = view.currentIndex().row()
        seen = view.viewport().rect()
        assert seen.contains(view.visualRect(view.currentIndex()))
        qtbot.waitUntil(partial(_is_read, rows, row))
        assert str(rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))[:11] == number


def test_a_row_that_is_chosen_before_it_is_read_is_shown_when_it_comes(
    session: Session, add_studies: AddStudies, qtbot: QtBot
) -> None:
    add_studies(*(f"NCT{number:08}" for number in range(1, 401)))
    view = _list(session)
    for key, row in ((Qt.Key.Key_End, 399), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(view, key)
        assert view.currentIndex().row() == row
        qtbot.waitUntil(lambda: _current(session) == _shown(session))


def test_a_row_is_spoken_whole(session: Session, add_studies: AddStudies) -> None:
    add_studies(
        _FIRST,
        statusModule={"overallStatus": "SUSPENDED"},
        designModule={
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE2"],
            "enrollmentInfo": {"count": 12, "type": "ESTIMATED"},
        },
    )
    spoken = _list(session).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        f"{_FIRST}, Study {_FIRST}, Suspended, Phase 2, 12 participants estimated, row 1 of 1"
    )


def test_one_file_is_opened_and_no_dialog_asks(session: Session, record_file: WriteRecord) -> None:
    session.window.open_inputs([str(record_file(_FIRST))])
    assert _shown(session) == _FIRST
    assert _message(session).startswith("1 added. Only part of a record:")
    assert session.window.findChildren(ImportResultsDialog) == []


def test_one_file_that_is_no_record_is_said_in_a_sentence(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "letter.json"
    path.write_text('{"dear": "reader"}')
    session.window.open_inputs([str(path)])
    dialog = part(session.window, NoticeDialog)
    text = part(dialog, QLabel, "sentence").text()
    assert "letter.json was not imported." in text
    dialog.close()


def test_several_inputs_get_a_line_each(
    session: Session, record_file: WriteRecord, tmp_path: Path
) -> None:
    (tmp_path / "bad.json").write_text("{")
    paths = [record_file(_FIRST), record_file(_SECOND), tmp_path / "bad.json"]
    session.window.open_inputs([str(path) for path in paths])
    dialog = part(session.window, ImportResultsDialog)
    dialog.copy_lines()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Not understood", "Added", "Added"]
    assert _message(session) == "2 added, 1 not understood."
    dialog.close()


def test_an_identifier_opens_a_study_that_is_held(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(_FIRST)
    session.window.open_inputs([_FIRST.lower()])
    assert _shown(session) == _FIRST


def test_an_identifier_that_is_not_held_is_said_so(session: Session) -> None:
    session.window.open_inputs([_SECOND])
    words = part(session.window, FetchStrip, "fetch_offer").words
    assert words == f"{_SECOND} is not in your library."


@pytest.mark.parametrize("name", ["missing.json", "nct.json", "NCT123456789", "~nobody-there/a"])
def test_a_file_that_is_not_there_is_said_so(session: Session, tmp_path: Path, name: str) -> None:
    path = name if name.startswith("~") else str(tmp_path / name)
    session.window.open_inputs([path])
    dialog = part(session.window, NoticeDialog)
    sentence = part(dialog, QLabel, "sentence").text()
    assert name in sentence
    assert sentence.endswith("was not imported.\n\nThere is no such file.")
    dialog.close()


def test_a_name_that_is_too_long_for_a_file_is_said_so(session: Session) -> None:
    session.window.open_inputs(["x" * 300])
    dialog = part(session.window, NoticeDialog)
    assert "xxx was not imported.\n\n" in part(dialog, QLabel, "sentence").text()
    dialog.close()


def test_a_file_in_the_home_folder_is_opened(
    session: Session, record_file: WriteRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = record_file(_FIRST)
    monkeypatch.setenv("HOME", str(path.parent))
    monkeypatch.setenv("USERPROFILE", str(path.parent))
    session.window.open_inputs([f"~/{path.name}"])
    assert _shown(session) == _FIRST


def test_a_file_named_as_a_number_is_a_file(
    session: Session, record_file: WriteRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = record_file(_SECOND)
    path.rename(path.with_name(_FIRST))
    monkeypatch.chdir(path.parent)
    session.window.open_inputs([_FIRST])
    assert _shown(session) == _SECOND


def test_a_pasted_number_opens_the_study(session: Session, add_studies: AddStudies) -> None:
    add_studies(_FIRST)
    QGuiApplication.clipboard().setText(f"  {_FIRST.lower()}\n")
    trigger(session, "paste_record")
    assert _shown(session) == _FIRST


def test_a_pasted_record_is_imported(session: Session, record_file: WriteRecord) -> None:
    QGuiApplication.clipboard().setText(record_file(_SECOND).read_text())
    trigger(session, "paste_record")
    assert _shown(session) == _SECOND
    assert _numbers(session) == [_SECOND]


def test_an_empty_clipboard_is_said_so(session: Session) -> None:
    QGuiApplication.clipboard().setText("")
    trigger(session, "paste_record")
    assert _message(session) == "There is no text on the clipboard."


def trigger(session: Session, name: str) -> None:
    action = next(a for a in session.window.actions() if a.objectName() == name)
    action.trigger()


@pytest.mark.parametrize("name", ["main_window", "search_box", "study_list"])
def test_files_can_be_dropped_anywhere(
    session: Session, record_file: WriteRecord, name: str
) -> None:
    window = session.window
    window.show()
    target = window if name == "main_window" else part(session.window, QWidget, name)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(record_file(_FIRST)))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, content, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, content, left, none))
    assert _shown(session) == _FIRST
    assert _box(session).text() == ""


def test_ctrl_f_searches_the_library_from_the_list_and_the_study_from_the_study(
    session: Session, add_studies: AddStudies, qtbot: QtBot
) -> None:
    add_studies(_FIRST)
    _activate(session, qtbot)
    session.window.show_study(_FIRST)
    _list(session).setFocus()
    session.window.find_text()
    assert _box(session).hasFocus()
    trigger(session, "go_to_previous_part")
    session.window.find_text()
    assert not _box(session).hasFocus()
    assert _has_focus(session.window.study_view)


def test_f6_goes_round_the_parts_of_the_window(
    session: Session, add_studies: AddStudies, qtbot: QtBot
) -> None:
    add_studies(_FIRST)
    _activate(session, qtbot)
    session.window.show_study(_FIRST)
    _list(session).setFocus()
    visited = []
    sidebar = part(session.window, SidebarTree)
    for _ in range(4):
        trigger(session, "go_to_next_part")
        parts = (session.window.study_view, _box(session), sidebar, _list(session))
        visited.append([_has_focus(part) for part in parts].index(True))
    assert visited == [0, 1, 2, 3]


def test_tabs_are_gone_through_in_a_circle(session: Session) -> None:
    session.window.study_view.show_pane("summary")
    seen = []
    for name in ("show_next_tab", "show_tab_9", "show_next_tab", "show_previous_tab"):
        trigger(session, name)
        seen.append(session.window.study_view.current_pane_id())
    assert seen == ["design", "record", "summary", "record"]


def test_what_is_chosen_is_marked_and_kept(session: Session) -> None:
    trigger(session, "use_dark_theme")
    trigger(session, "enlarge_text")
    trigger(session, "use_letter")
    settings = session.settings.current
    assert (settings.theme, settings.text_percent, settings.paper.value) == (
        Theme.DARK,
        110,
        "LETTER",
    )
    trigger(session, "reset_text")
    assert session.settings.current.text_percent == 100


def test_text_is_enlarged_and_reduced_within_its_bounds(session: Session) -> None:
    for _ in range(30):
        trigger(session, "enlarge_text")
    assert session.settings.current.text_percent == 250
    for _ in range(30):
        trigger(session, "reduce_text")
    assert session.settings.current.text_percent == 80
    trigger(session, "reset_text")


def test_what_needs_a_study_is_disabled_without_one(
    session: Session, add_studies: AddStudies
) -> None:
    names = {"export_brief", "copy_nct_number"}
    actions = [action for action in session.window.actions() if action.objectName() in names]
    assert [action.isEnabled() for action in actions] == [False, False]
    add_studies(_FIRST)
    session.window.show_study(_FIRST)
    assert [action.isEnabled() for action in actions] == [True, True]
    trigger(session, "copy_nct_number")
    assert QGuiApplication.clipboard().text() == _FIRST


def test_the_order_is_said_on_its_button(session: Session, add_studies: AddStudies) -> None:
    button = part(session.window, QToolButton, "order")
    assert button.text() == "Newest First"
    trigger(session, "order_by_match")
    assert button.text() == "Best Match First"


def test_the_study_that_was_open_last_is_remembered(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(_FIRST, _SECOND)
    session.window.show_study(_SECOND)
    session.window.show_study(_FIRST)
    assert session.shelf.last_opened() == _FIRST
