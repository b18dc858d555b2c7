from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.errors import DesktopAppError
from desktop_app.store.personal.values import TagColour
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.scopes import Scope, ScopeKind
from desktop_app.ui.personal.own_chips import OwnChip
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.personal.star_button import StarButton
from desktop_app.ui.personal.study_menu import StudyMenu
from desktop_app.ui.registry.fetching.strip import FetchStrip
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import part
from tests.ui.personal.conftest import Give, open_dialog


def said(session: Session) -> str:
    return part(session.window, StatusLine).message


def text_of(session: Session, name: str) -> str:
    return part(session.window, QAction, name).text().replace("&", "")


def test_a_star_is_set_taken_undone_and_done_again(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    star = part(shown.window, StarButton)
    assert not part(shown.window, QAction, "undo_change").isEnabled()
    give("toggle_star")
    assert star.isChecked()
    assert said(shown) == "NCT00000101: starred."
    assert text_of(shown, "undo_change") == "Undo Star NCT00000101"
    give("undo_change")
    assert not star.isChecked()
    assert said(shown) == "Undone: Star NCT00000101."
    assert text_of(shown, "redo_change") == "Redo Star NCT00000101"
    give("redo_change")
    assert star.isChecked()
    give("toggle_star")
    assert actions.marks((101,)) == {}
    star.click()
    assert actions.marks((101,))[101].is_starred


def test_several_selected_studies_are_starred_at_once(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    actions.star((102,), starred=True)
    part(shown.window, QTableView, "study_list").selectAll()
    give("toggle_star")
    assert [marks.is_starred for marks in actions.marks((101, 102, 103)).values()] == [True] * 3
    assert text_of(shown, "undo_change") == "Undo Star 3 studies"
    give("undo_change")
    assert list(actions.marks((101, 102, 103))) == [102]
    give("redo_change")
    give("toggle_star")
    assert actions.marks((101, 102, 103)) == {}


def test_studies_are_tagged_in_a_dialog_and_the_header_says_so(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    give("edit_tags")
    dialog = open_dialog(shown)
    part(dialog, QLineEdit, "tag_name").setText("for Monday")
    colours = part(dialog, QComboBox, "tag_colour")
    colours.setCurrentIndex(colours.findText("Blue"))
    part(dialog, QPushButton, "new_tag").click()
    listed = part(dialog, QListWidget, "tags")
    assert listed.item(0).checkState() is Qt.CheckState.Checked
    assert listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "for Monday, Blue"
    chips = [chip.text() for chip in shown.window.findChildren(OwnChip) if chip.text()]
    assert chips == ["for Monday"]
    listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert actions.marks((101,)) == {}
    listed.setCurrentRow(0)
    part(dialog, QLineEdit, "tag_name").setText("for Tuesday")
    part(dialog, QPushButton, "change_tag").click()
    assert [tag.name for tag in actions.tags()] == ["for Tuesday"]
    listed.setCurrentRow(0)
    part(dialog, QPushButton, "delete_tag").click()
    assert actions.tags() == ()
    give("undo_change")
    assert [(tag.name, tag.colour) for tag in actions.tags()] == [("for Tuesday", TagColour.BLUE)]
    dialog.close()


def test_a_name_that_is_taken_is_told_of_and_nothing_is_to_be_undone(
    shown: Session, actions: PersonalActions, qtbot: QtBot
) -> None:
    actions.create_collection("Board")
    told: list[DesktopAppError] = []
    actions.failed.disconnect()
    actions.failed.connect(told.append)
    actions.create_collection("board")
    assert "“Board” is taken already" in str(told[0])
    assert actions.steps.undo_label == "New Collection “Board”"


def test_a_status_is_chosen_or_written(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    for words, kept in (("Not for us", "not for us"), ("ask the board", "ask the board")):
        give("edit_own_status")
        dialog = open_dialog(shown)
        part(dialog, QComboBox, "name").setEditText(words)
        dialog.accept()
        assert actions.marks((101,))[101].own_status == kept
    give("edit_own_status")
    dialog = open_dialog(shown)
    assert part(dialog, QComboBox, "name").currentText() == "ask the board"
    part(dialog, QComboBox, "name").setEditText("")
    dialog.accept()
    assert actions.marks((101,)) == {}


def test_studies_are_put_into_a_collection_new_or_not(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    give("add_to_collection")
    dialog = open_dialog(shown)
    part(dialog, QLineEdit, "name").setText("Board")
    dialog.accept()
    shown.window.show_study("NCT00000102")
    give("add_to_collection")
    dialog = open_dialog(shown)
    part(dialog, QComboBox, "name").setEditText("board ")
    dialog.accept()
    assert [(one.name, one.count) for one in actions.collections()] == [("Board", 2)]


def test_a_study_is_thrown_away_and_brought_back(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    actions.star((101,), starred=True)
    give("throw_away")
    assert said(shown) == "NCT00000101: in the trash for 30 days."
    assert shown.shelf.count() == 2
    assert shown.shelf.count_trashed() == 1
    give("undo_change")
    assert shown.shelf.count() == 3
    assert actions.marks((101,))[101].is_starred
    give("redo_change")
    actions.restore((101,))
    actions.trash((101,))
    actions.delete_now((101,))
    assert shown.shelf.count_trashed() == 0
    assert shown.shelf.versions("NCT00000101") == ()


def test_what_is_in_the_trash_is_brought_back_from_there(
    shown: Session, give: Give, actions: PersonalActions, qtbot: QtBot
) -> None:
    actions.trash((102, 103))
    shown.window.show_study("NCT00000103")
    assert "NCT00000103 is in the trash." in part(shown.window, FetchStrip).words
    restore = part(shown.window, QAction, "restore_studies")
    assert not restore.isEnabled()
    browser = part(shown.window, LibraryBrowser)
    browser.show_scope(Scope(ScopeKind.TRASH))
    browser.list.view.selectRow(0)
    assert restore.isEnabled()
    restore.trigger()
    assert [study.summary.nct_id for study in shown.shelf.trashed()] == ["NCT00000102"]
    assert text_of(shown, "undo_change") == "Undo Restore NCT00000103"
    browser.list.view.selectRow(0)
    give("delete_now")
    assert shown.shelf.versions("NCT00000102") == ()
    assert text_of(shown, "undo_change") == "Undo Restore NCT00000103"
    assert not restore.isEnabled()


def test_the_menu_over_the_list_does_the_same(shown: Session, actions: PersonalActions) -> None:
    actions.create_tag("for Monday", TagColour.RED)
    actions.create_collection("R&D")
    menu = part(shown.window, StudyMenu).menu((101, 102))
    tags, statuses, collections = menu.findChildren(QMenu)
    tags.actions()[0].trigger()
    next(one for one in statuses.actions() if one.text() == "Screening").trigger()
    assert collections.actions()[0].text() == "R&&D"
    collections.actions()[0].trigger()
    for marks in actions.marks((101, 102)).values():
        assert [tag.name for tag in marks.tags] == ["for Monday"]
        assert marks.own_status == "screening"
    assert actions.collections()[0].count == 2
    menu.deleteLater()


def test_the_key_delete_throws_away_in_the_list_alone(
    shown: Session, actions: PersonalActions
) -> None:
    shown.window.study_view.take_focus()
    QTest.keyClick(shown.window.study_view.focusWidget(), Qt.Key.Key_Delete)
    assert shown.shelf.count_trashed() == 0
    view = part(shown.window, QTableView, "study_list")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert [study.summary.nct_id for study in shown.shelf.trashed()] == ["NCT00000101"]
    actions.undo()
    assert shown.shelf.count() == 3


def test_undoing_in_the_search_box_is_of_its_own_text(
    shown: Session, actions: PersonalActions
) -> None:
    actions.star((101,), starred=True)
    box = part(shown.window, QLineEdit, "search_box")
    box.setFocus()
    QTest.keyClicks(box, "as")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() != "as"
    assert actions.marks((101,))[101].is_starred


def test_undoing_follows_the_order_of_changes(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    actions.star((101,), starred=True)
    actions.create_tag("One", TagColour.RED, (101, 102))
    actions.delete_tag(actions.tags()[0])
    actions.set_own_status((101,), "referred")
    for _step in range(4):
        give("undo_change")
    assert actions.marks((101, 102)) == {}
    assert not part(shown.window, QAction, "undo_change").isEnabled()
    for _step in range(4):
        give("redo_change")
    assert actions.marks((101,))[101].own_status == "referred"
    assert actions.tags() == ()
    assert not part(shown.window, QAction, "redo_change").isEnabled()


def test_what_was_seen_in_the_trash_is_deleted_and_nothing_else(
    shown: Session, give: Give, actions: PersonalActions
) -> None:
    actions.trash((101, 102, 103))
    browser = part(shown.window, LibraryBrowser)
    browser.show_scope(Scope(ScopeKind.TRASH))
    second = browser.studies.index(1)
    browser.list.view.selectionModel().setCurrentIndex(
        second, QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    (seen,) = browser.list.selected_numbers()
    first = browser.studies.summary(0)
    assert first is not None
    # Somebody else brings back the one before: what is third is second by now.
    trash = shown.library.trash()
    trash.restore([int(first.nct_id[3:])])
    trash.close()
    give("delete_now")
    assert shown.shelf.versions(seen) == ()
    left = {"NCT00000101", "NCT00000102", "NCT00000103"} - {seen, first.nct_id}
    assert {study.summary.nct_id for study in shown.shelf.trashed()} == left


def test_what_is_listed_stays_listed_under_its_new_name(
    shown: Session, actions: PersonalActions
) -> None:
    actions.create_tag("Monday", TagColour.RED, (102,))
    (tag,) = actions.tags()
    browser = part(shown.window, LibraryBrowser)
    browser.show_scope(Scope(ScopeKind.TAG, tag.id, tag.name))
    actions.change_tag(tag, "Tuesday", tag.colour)
    assert browser.query.scope.name == "Tuesday"
    assert browser.studies.numbers() == ("NCT00000102",)
