from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.exporting.forms import all_forms
from desktop_app.ui.settings import PaperSize, Settings
from tests.accessibility.tree import nameless
from tests.ui.test_plain_text import labels_that_guess


def _dialog(qtbot: QtBot, count: int = 1, **settings: Any) -> ExportDialog:
    dialog = ExportDialog(all_forms(), count, "NCT03816852", replace(Settings(), **settings))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_sheet_and_every_kind_of_file_is_offered(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    titles = [dialog.form_list.item(row).text() for row in range(dialog.form_list.count())]
    assert len(titles) == len(all_forms())
    assert titles[0].startswith("One-Page Brief (PDF)\n")
    assert nameless(dialog) == []
    assert labels_that_guess(dialog.options) == []


@pytest.mark.parametrize(
    ("form", "paper", "language", "panes"),
    [
        ("brief", True, True, False),
        ("full", True, True, True),
        ("html", False, True, True),
        ("ris", False, False, False),
    ],
)
def test_a_form_shows_the_choices_that_it_leaves(
    qtbot: QtBot, form: str, paper: bool, language: bool, panes: bool
) -> None:
    dialog = _dialog(qtbot, last_form=form)
    assert dialog.choice().form.id == form
    assert dialog.options.paper_box.isVisible() is paper
    assert dialog.options.language_box.isVisible() is language
    assert dialog.options.pane_boxes["summary"].isVisible() is panes
    assert not dialog.in_one.isVisible()


def test_what_was_chosen_last_is_chosen(qtbot: QtBot) -> None:
    dialog = _dialog(
        qtbot, last_form="full", paper=PaperSize.LETTER, sheet_panes=("design", "gone")
    )
    choice = dialog.choice()
    assert (choice.paper, choice.panes) == (PaperSize.LETTER, ("design",))


def test_a_sheet_is_in_the_language_of_the_window_until_another_is_chosen(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert dialog.choice().language == "en"
    box = dialog.options.language_box
    box.setCurrentIndex(box.findText("Español"))
    assert dialog.choice().language == "es"


def test_the_last_tab_cannot_be_taken_away(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, last_form="full", sheet_panes=("design", "arms"))
    boxes = dialog.options.pane_boxes
    boxes["arms"].setChecked(False)
    assert not boxes["design"].isEnabled()
    assert dialog.options.panes == ("design",)
    boxes["arms"].setChecked(True)
    assert boxes["design"].isEnabled()


def test_all_tabs_are_said_as_none(qtbot: QtBot) -> None:
    assert _dialog(qtbot).choice().panes == ()


def test_a_sheet_of_several_studies_cannot_be_made_of_one(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, last_form="comparison")
    assert dialog.choice().form.id == "brief"
    row = [form.id for form in all_forms()].index("comparison")
    item = dialog.form_list.item(row)
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "For 2 to 6 studies: select them in the list." in item.text()


def test_a_choice_is_told_once_and_only_when_it_is_made(qtbot: QtBot) -> None:
    told: list[object] = []
    dialog = _dialog(qtbot)
    dialog.wanted.connect(told.append)
    dialog.reject()
    assert told == []
    again = _dialog(qtbot)
    again.wanted.connect(told.append)
    again.accept()
    assert len(told) == 1


@pytest.mark.parametrize("percent", [100, 200])
def test_the_dialog_fits_a_small_screen(session: Session, percent: int) -> None:
    session.settings.change(text_percent=percent)
    dialog = ExportDialog(all_forms(), 5, "5 selected studies", Settings(last_form="full"))
    dialog.show()
    least = dialog.minimumSizeHint()
    dialog.reject()
    session.settings.change(text_percent=100)
    assert least.width() <= 900
    assert least.height() <= 700
