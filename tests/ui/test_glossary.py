from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.languages import speaking
from desktop_app.presentation.glossary import Term, glossary
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.ui.commands.glossary_commands import GlossaryCommands
from desktop_app.ui.dialogs.glossary import GlossaryDialog
from tests.ui.conftest import part

WASHOUT = Term("washout", "Washout", ("Wash-out",), "A time <b>without</b> treatment.")


def _rows(dialog: GlossaryDialog) -> list[str]:
    terms = part(dialog, QListWidget)
    return [terms.item(row).text() for row in range(terms.count())]


def test_the_terms_of_the_tab_come_first_and_the_first_is_explained(qtbot: QtBot) -> None:
    dialog = GlossaryDialog((WASHOUT,))
    qtbot.addWidget(dialog)
    rows = _rows(dialog)
    assert rows[:3] == ["In this tab (1)", "Washout", f"All terms ({len(glossary().terms)})"]
    assert len(rows) == len(glossary().terms) + 3
    shown = part(dialog, QPlainTextEdit).toPlainText()
    assert shown == "Washout\nA time <b>without</b> treatment.\n\nAlso: Wash-out"


def test_typing_narrows_the_terms_and_the_keys_move_through_them(qtbot: QtBot) -> None:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    box, text = part(dialog, QLineEdit), part(dialog, QPlainTextEdit)
    box.setText("hazard")
    assert _rows(dialog) == ["All terms (1)", "Hazard ratio"]
    box.clear()
    before = text.toPlainText()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert text.toPlainText() != before
    box.setText("zzz")
    assert _rows(dialog) == []
    assert text.toPlainText() == "No term fits these words."


def test_escape_closes_the_glossary_which_blocks_nothing(qtbot: QtBot) -> None:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.isModal()
    QTest.keyClick(part(dialog, QLineEdit), Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_long_terms_are_read_without_scrolling_sideways(qtbot: QtBot) -> None:
    with speaking("es"):
        dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    terms = part(dialog, QListWidget)
    widest = max(terms.visualItemRect(terms.item(row)).right() for row in range(terms.count()))
    assert widest <= terms.viewport().width()


def test_everything_in_the_glossary_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    for kind in (QLineEdit, QListWidget, QPlainTextEdit):
        assert part(dialog, kind).accessibleName()


def test_the_command_shows_one_glossary_with_the_words_now_on_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    shown = [(Section("", (FieldList((Field("Masking", "Double"),)),)),), ()]
    commands = GlossaryCommands(lambda: shown.pop(0), window)
    commands.show_glossary()
    dialog = part(window, GlossaryDialog)
    assert _rows(dialog)[:3] == ["In this tab (2)", "Masking", "Double"]
    commands.show_glossary()
    assert len(window.findChildren(GlossaryDialog)) == 1
    assert _rows(dialog)[0].startswith("All terms")
