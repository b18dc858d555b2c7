import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.errors import StoreError
from desktop_app.presentation.pane import Pane
from desktop_app.presentation.record import record_sections
from desktop_app.ui.commands.text_commands import TextCommands
from desktop_app.ui.panes.record_pane import RecordPane, ending_of
from tests.studies import record_bytes, study_with

SOURCE = record_bytes(designModule={"phases": ["PHASE2", "PHASE3"]})


@pytest.fixture
def pane(qtbot: QtBot) -> RecordPane:
    pane = RecordPane(Pane("record", "Record", record_sections))
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    pane.set_source(lambda: (SOURCE, "ctgov-json"))
    pane.show_study(study_with())
    return pane


def find(pane: RecordPane, words: str) -> None:
    """Filter, and go to the last element that the words leave."""
    pane.source_button.click()
    pane.source.filter_box.setText(words)
    pane.source.narrow()
    tree = pane.source.tree
    index = tree.model().index(0, 0)
    while tree.model().rowCount(index):
        index = tree.model().index(0, 0, index)
    tree.setCurrentIndex(index)
    tree.setFocus()


def test_sections_come_first_and_the_source_on_demand(pane: RecordPane, qtbot: QtBot) -> None:
    assert pane.view.isVisible()
    assert not pane.source.isVisible()
    assert pane.source_button.text().replace("&", "") == "Show source"
    QTest.keyClick(pane.view, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    # A button that is pressed by its key stays down for a moment.
    qtbot.waitUntil(pane.source.isVisible)
    assert not pane.view.isVisible()
    assert pane.source_button.text().replace("&", "") == "Show as sections"
    assert pane.source.tree.model().index(0, 0).data() == "protocolSection"
    QTest.keyClick(pane.source.tree, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(pane.view.isVisible)


def test_the_source_is_read_once_and_only_when_it_is_wanted(pane: RecordPane) -> None:
    asked = []

    def load() -> tuple[bytes, str]:
        asked.append(1)
        return SOURCE, "ctgov-json"

    pane.set_source(load)
    assert not asked
    for _ in range(4):
        pane.source_button.click()
    assert asked == [1]


def test_another_study_is_shown_in_sections_again(pane: RecordPane) -> None:
    pane.source_button.click()
    pane.show_study(study_with())
    assert pane.view.isVisible()
    assert not pane.shows_source


def test_the_filter_says_how_much_it_leaves(pane: RecordPane) -> None:
    find(pane, "phase3")
    assert pane.source.count_label.text() == "1 element found"
    pane.source.filter_box.setText("nowhere")
    pane.source.narrow()
    assert pane.source.count_label.text() == "Nothing found"
    pane.source.filter_box.clear()
    pane.source.narrow()
    assert pane.source.count_label.text() == ""


def test_value_path_and_json_are_copied(pane: RecordPane) -> None:
    find(pane, "phase3")
    tree, clipboard = pane.source.tree, QApplication.clipboard()
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "PHASE3"
    tree.copy_path.trigger()
    assert clipboard.text() == "protocolSection.designModule.phases[1]"
    tree.setCurrentIndex(tree.model().parent(tree.currentIndex()))
    tree.copy_json.trigger()
    assert json.loads(clipboard.text()) == ["PHASE2", "PHASE3"]


def test_the_menu_of_an_element_offers_what_can_be_copied(pane: RecordPane) -> None:
    find(pane, "phase3")
    menu = pane.source.tree.menu_of(pane.source.tree.currentIndex())
    texts = [action.text().replace("&", "").split("\t")[0] for action in menu.actions()]
    assert texts == ["Copy Value", "Copy Path", "Copy as JSON"]


def test_the_windows_copy_reaches_the_tree(
    pane: RecordPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(pane, "phase3")
    monkeypatch.setattr(QApplication, "focusWidget", lambda: pane.source.tree)
    TextCommands(pane).copy_text()
    assert QApplication.clipboard().text() == "PHASE3"


def test_the_source_is_saved_byte_for_byte(
    pane: RecordPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "saved.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(pane.said) as said:
        pane.source.save_button.click()
    assert target.read_bytes() == SOURCE
    assert str(target) in said.args[0]


def test_a_place_that_cannot_be_written_is_told(
    pane: RecordPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "nowhere" / "saved.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(pane.failed) as failed:
        pane.source.save_button.click()
    assert "nowhere" in str(failed.args[0])


def test_a_source_that_cannot_be_read_leaves_a_sentence(pane: RecordPane) -> None:
    def fail() -> tuple[bytes, str]:
        raise StoreError("The library is damaged.")

    for load in (fail, lambda: (b"{", "ctgov-json"), lambda: (b"[" * 99_999, "ctgov-json")):
        pane.set_source(load)
        pane.source_button.click()
        assert pane.source.problem.isVisible()
        assert "cannot be shown as a tree" in pane.source.problem.text()


def test_without_a_source_there_is_no_button(pane: RecordPane) -> None:
    pane.set_source(None)
    assert not pane.source_button.isVisible()


def test_files_are_named_for_their_form() -> None:
    endings = [ending_of(form) for form in ("ctgov-json", "ctgov-xml", "registry-page")]
    assert endings == ["json", "xml", "txt"]


def test_a_narrow_window_sets_the_buttons_below_the_filter(pane: RecordPane) -> None:
    pane.source_button.click()
    source, buttons = pane.source, pane.source.save_button.parentWidget()
    assert buttons is not None
    assert source.filter_box.geometry().right() < buttons.x()
    pane.resize(400, 600)
    QApplication.processEvents()
    assert source.filter_box.geometry().bottom() < buttons.y()
    assert source.tree.columnWidth(0) <= pane.width() // 2
