from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.export.text import to_text
from desktop_app.ui.changes.changes_dialog import ChangesDialog
from desktop_app.ui.library.importer import Importer
from desktop_app.ui.study.study_page import StudyPage
from tests.ui.conftest import AddStudies, part

ONE, OTHER = "NCT00000101", "NCT00000102"


def version(day: str, count: int) -> dict[str, Any]:
    return {
        "statusModule": {"lastUpdatePostDateStruct": {"date": day, "type": "ACTUAL"}},
        "designModule": {"enrollmentInfo": {"count": count, "type": "ESTIMATED"}},
    }


def open_changes(session: Session) -> ChangesDialog:
    part(session.window, QAction, "show_changes").trigger()
    return part(session.window, ChangesDialog)


def shown(dialog: ChangesDialog) -> str:
    return to_text(dialog.view.sections)


@pytest.fixture
def two_versions(session: Session, add_studies: AddStudies) -> Session:
    """A study that was looked at before a newer version of it came."""
    add_studies(ONE, **version("2025-01-01", 120))
    session.window.show_study(ONE)
    add_studies(ONE, **version("2026-01-01", 86))
    return session


def test_a_strip_tells_what_changed_since_the_study_was_looked_at(two_versions: Session) -> None:
    strip = two_versions.window.study_view.changes_strip
    assert strip.isHidden()
    two_versions.window.show_study(ONE)
    assert not strip.isHidden()
    assert strip.words == (
        "Changed since you last looked: 1 material change, 1 administrative change."
    )


def test_a_study_that_was_looked_at_is_changed_no_more(two_versions: Session) -> None:
    assert two_versions.shelf.changed([ONE]) == {ONE}
    two_versions.window.show_study(ONE)
    assert two_versions.shelf.changed([ONE]) == frozenset()
    two_versions.window.show_study(ONE)
    assert two_versions.window.study_view.changes_strip.isHidden()


def test_the_strip_leads_to_what_changed(two_versions: Session) -> None:
    two_versions.window.show_study(ONE)
    two_versions.window.study_view.changes_strip.button.click()
    dialog = part(two_versions.window, ChangesDialog)
    assert "[removed: 120 (estimated)] → [added: 86 (estimated)]" in shown(dialog)


def test_administrative_changes_are_shown_when_asked_for(two_versions: Session) -> None:
    two_versions.window.show_study(ONE)
    dialog = open_changes(two_versions)
    assert "Last Update Posted" not in shown(dialog)
    assert dialog.folded.text() == "Show 1 ad&ministrative change"
    dialog.folded.setChecked(True)
    assert "Last Update Posted" in shown(dialog)


def test_versions_are_compared_the_other_way_round(two_versions: Session) -> None:
    two_versions.window.show_study(ONE)
    dialog = open_changes(two_versions)
    for box, row in zip(dialog.choice.boxes, (0, 1), strict=True):
        box.setCurrentIndex(row)
        box.activated.emit(row)
    assert "[removed: 86 (estimated)] → [added: 120 (estimated)]" in shown(dialog)


def test_one_version_alone_is_told_of(session: Session, add_studies: AddStudies) -> None:
    add_studies(ONE)
    session.window.show_study(ONE)
    assert "holds one version of this study" in shown(open_changes(session))


def test_another_study_is_compared_by_its_number(
    session: Session, add_studies: AddStudies, qtbot: QtBot
) -> None:
    add_studies(ONE, OTHER)
    session.window.show_study(ONE)
    dialog = open_changes(session)
    dialog.number.setText(OTHER.lower())
    dialog.number.returnPressed.emit()
    assert "First study:" in shown(dialog)
    assert OTHER in shown(dialog)


@pytest.mark.parametrize(
    ("words", "told"), [("aspirin", "is no NCT number"), ("NCT00000999", "not in your library")]
)
def test_a_study_that_cannot_be_compared_is_told_of(
    session: Session, add_studies: AddStudies, words: str, told: str
) -> None:
    add_studies(ONE)
    session.window.show_study(ONE)
    dialog = open_changes(session)
    dialog.number.setText(words)
    dialog.number.returnPressed.emit()
    assert told in " ".join(shown(dialog).split())


@pytest.mark.parametrize(
    ("signal", "name", "beginning"),
    [
        ("page_wanted", "changes.pdf", b"%PDF"),
        ("file_wanted", "changes.txt", b"What changed in NCT00000101"),
        ("file_wanted", "changes.html", b"<!DOCTYPE html>"),
        ("file_wanted", "changes.md", b"# What changed"),
    ],
)
def test_what_changed_is_written_into_a_file(
    two_versions: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    signal: str,
    name: str,
    beginning: bytes,
) -> None:
    target = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    two_versions.window.show_study(ONE)
    dialog = open_changes(two_versions)
    getattr(dialog, signal).emit()
    assert target.read_bytes().startswith(beginning)


def select(session: Session, count: int) -> None:
    view = part(session.window, QTableView, "study_list")
    model = view.model()
    rows = QItemSelection(model.index(0, 0), model.index(count - 1, 0))
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().select(rows, select | QItemSelectionModel.SelectionFlag.Rows)


def test_two_studies_that_are_selected_are_compared(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(ONE, OTHER)
    session.window.show_study(ONE)
    select(session, 2)
    told = shown(open_changes(session))
    assert ONE in told
    assert OTHER in told


def test_three_studies_are_too_many(session: Session, add_studies: AddStudies) -> None:
    add_studies(ONE, OTHER, "NCT00000103")
    session.window.show_study(ONE)
    select(session, 3)
    part(session.window, QAction, "show_changes").trigger()
    assert session.window.findChild(ChangesDialog) is None


def test_a_newer_version_of_the_study_that_is_shown_is_told_of(two_versions: Session) -> None:
    strip = two_versions.window.study_view.changes_strip
    part(two_versions.window, Importer).library_changed.emit()
    assert strip.words == (
        "A newer version of this record came: 1 material change, 1 administrative change."
    )
    two_versions.window.show_study(ONE)
    assert strip.words.startswith("Changed since you last looked")


def test_a_study_that_was_never_looked_at_is_told_of_as_well(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(ONE, **version("2025-01-01", 120))
    add_studies(ONE, **version("2026-01-01", 86))
    session.window.show_study(ONE)
    words = session.window.study_view.changes_strip.words
    assert words.startswith("Changed since the version before: 1 material change")


def test_marks_are_copied_in_words(two_versions: Session) -> None:
    two_versions.window.show_study(ONE)
    view = open_changes(two_versions).view
    view.complete()
    view.selectAll()
    copied = view.createMimeDataFromSelection().text()
    assert "[removed: 120 (estimated)] → [added: 86 (estimated)]" in copied


def test_the_key_tab_comes_to_the_strip_before_the_tabs(two_versions: Session) -> None:
    two_versions.window.show_study(ONE)
    page = part(two_versions.window, StudyPage)
    order: list[QWidget] = []
    widget = page.header.nextInFocusChain()
    while widget is not None and widget is not page.tabs:
        order.append(widget)
        widget = widget.nextInFocusChain()
    assert page.changes.button in order


def test_words_are_found_in_what_changed(two_versions: Session, qtbot: QtBot) -> None:
    two_versions.window.show_study(ONE)
    dialog = open_changes(two_versions)
    qtbot.waitExposed(dialog)
    dialog.finding.open_bar()
    box = part(dialog.find_bar, QLineEdit)
    box.setText("estimated")
    dialog.finding.look_now()
    assert box.accessibleDescription() == "1 of 2 found"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.accessibleDescription() == "2 of 2 found"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.accessibleDescription() == "1 of 2 found"
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert box.accessibleDescription() == "2 of 2 found"
    box.setText("nowhere")
    dialog.finding.step(1)
    assert box.accessibleDescription() == "None found"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.find_bar.isHidden()
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_two_studies_differ_and_do_not_change(session: Session, add_studies: AddStudies) -> None:
    add_studies(ONE, **version("2025-01-01", 120))
    add_studies(OTHER, **version("2025-01-01", 86))
    session.window.show_study(ONE)
    dialog = open_changes(session)
    assert dialog.windowTitle() == "What Changed"
    dialog.number.setText(OTHER)
    dialog.number.returnPressed.emit()
    assert dialog.windowTitle() == "What Differs"
    assert dialog.view.accessibleName() == "What differs"
    assert "differences" in shown(dialog)
    assert " change" not in shown(dialog).lower()
    assert dialog.folded.text() == "Show 1 ad&ministrative difference"
