"""What the window says is said through the catalogues, and has room where words are longer."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import SAMPLE, Session, import_sample
from desktop_app.directories import Directories
from desktop_app.presentation.pane import PANES
from desktop_app.readers.detect import reread
from desktop_app.registry.addresses import BASE_ADDRESS
from desktop_app.resource_files import resource_path
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.dialogs.print_preview import PrintPreviewDialog
from desktop_app.ui.models.import_model import ImportLine, Outcome
from desktop_app.ui.tasks import ImmediateTaskRunner
from tests.ui.pseudo_window import in_pseudo_language, unsaid
from tests.ui.shown_texts import cut_texts, shown_texts

_SMALL_SCREEN = QSize(1366, 768)
_DIALOGS = (
    "export_study",
    "show_about",
    "show_commands",
    "show_glossary",
    "show_pictures",
    "show_preferences",
    "show_print_preview",
    "show_shortcuts",
)


@pytest.fixture
def pseudo_session(qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    """Returns a window with the sample, in the pseudo-language, on a small screen."""
    directories = Directories.standard()
    with in_pseudo_language(qapp):
        library = Library.open(directories.library, reader=reread)
        made = Session.start(qapp, library, directories, ImmediateTaskRunner)
        import_sample(made.library)
        made.window.resize(_SMALL_SCREEN)
        made.window.show()
        made.window.refresh_library()
        made.window.show_study(SAMPLE)
        qtbot.waitUntil(lambda: SAMPLE in made.window.windowTitle())
        yield made
        made.window.close()
        made.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def data() -> str:
    """Returns what is not in the catalogues: the record's texts and the glossary's."""
    path = resource_path("samples", f"{SAMPLE}.json")
    glossary = resource_path("glossary", "en.json")
    leaves = [leaf for one in (path, glossary) for leaf in _leaves(json.loads(one.read_bytes()))]
    # Places are written as records write them, in any language.
    sites = json.loads(path.read_bytes())["protocolSection"]["contactsLocationsModule"]["locations"]
    leaves += [f"{site['city']}, {site['state']}" for site in sites]
    # Of marks in a record those are not shown that keep others from being taken as such.
    return " ".join(" ".join((str(path), *leaves)).replace("\\", "").split())


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (key for key in value)
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from _leaves(part)
    else:
        yield str(value)


def _trigger(session: Session, name: str) -> None:
    action = next((a for a in session.window.actions() if a.objectName() == name), None)
    if action is not None:
        action.trigger()


def _open_dialogs(session: Session) -> list[QDialog]:
    return [one for one in session.window.findChildren(QDialog) if one.isVisible()]


def _page_words(dialog: QDialog) -> str:
    """Returns the words of the page in a preview, which may be in another language."""
    if not isinstance(dialog, PrintPreviewDialog):
        return ""
    return " ".join(dialog.parts.words.toPlainText().split())


def _unsaid_of(widget: QWidget, data: str) -> set[str]:
    return {left for text in set(shown_texts(widget)) if (left := unsaid(text, data))}


@pytest.mark.parametrize("pane", [pane.id for pane in PANES])
def test_a_tab_says_nothing_past_the_catalogues(
    pseudo_session: Session, qtbot: QtBot, data: str, pane: str
) -> None:
    view = pseudo_session.window.study_view
    view.show_pane(pane)
    qtbot.waitUntil(partial(_is_drawn, view.current_view()))
    assert _unsaid_of(pseudo_session.window, data) == set()


def _is_drawn(view: Any) -> bool:
    return bool(view.view.toPlainText().strip())


@pytest.mark.parametrize("pane", [pane.id for pane in PANES])
def test_longer_words_have_room_in_the_window(
    pseudo_session: Session, qtbot: QtBot, pane: str
) -> None:
    view = pseudo_session.window.study_view
    view.show_pane(pane)
    view.show_find()
    qtbot.waitUntil(partial(_is_drawn, view.current_view()))
    assert cut_texts(pseudo_session.window) == []
    assert pseudo_session.window.width() <= _SMALL_SCREEN.width()
    assert pseudo_session.window.height() <= _SMALL_SCREEN.height()


@pytest.mark.parametrize("name", _DIALOGS)
def test_a_dialog_says_nothing_past_the_catalogues_and_has_room_for_longer_words(
    pseudo_session: Session, data: str, name: str
) -> None:
    pseudo_session.window.study_view.show_pane("design")
    _trigger(pseudo_session, name)
    (dialog,) = _open_dialogs(pseudo_session)
    known = f"{data} {Directories.standard().library} {_page_words(dialog)} {BASE_ADDRESS}"
    assert _unsaid_of(dialog, known) == set()
    assert cut_texts(dialog) == []
    assert dialog.minimumSizeHint().width() <= _SMALL_SCREEN.width()
    assert dialog.minimumSizeHint().height() <= _SMALL_SCREEN.height()
    dialog.close()


def test_the_results_of_an_import_say_nothing_past_the_catalogues(
    pseudo_session: Session, data: str
) -> None:
    lines = tuple(ImportLine(outcome, SAMPLE, f"{SAMPLE}.json") for outcome in Outcome)
    dialog = ImportResultsDialog(lines, pseudo_session.window)
    dialog.show()
    assert _unsaid_of(dialog, data) == set()
    assert cut_texts(dialog) == []
    dialog.close()


def test_addresses_are_asked_for_in_the_language(pseudo_session: Session, data: str) -> None:
    view = pseudo_session.window.study_view
    view.link_wanted.emit("https://example.org/study")
    (dialog,) = _open_dialogs(pseudo_session)
    known = f"{data} https://example.org/study"
    assert _unsaid_of(dialog, known) == set()
    dialog.close()


def test_what_is_not_said_through_the_catalogues_is_found() -> None:
    assert unsaid("⟦Çöpý~⟧ (Ctrl+C)", "") == ""
    assert unsaid("Copy", "") == "Copy"
    assert unsaid("⟦{count} ⟦šîtéš~⟧~⟧ · Hospital of Lund", "A Hospital of Lund") == ""
    assert unsaid("⟦šîtéš~⟧ in Lund", "Lund") == "in Lund"
