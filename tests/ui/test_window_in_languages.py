"""The window in each language that it can speak."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from desktop_app.application import SAMPLE, Session, import_sample
from desktop_app.directories import Directories
from desktop_app.languages import ENGLISH, LANGUAGES, speaking
from desktop_app.presentation.pane import PANES
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.commands.actions import ACTIONS
from desktop_app.ui.commands.menu_specs import MENUS
from desktop_app.ui.commands.menus import fill_menu_bar, make_actions
from desktop_app.ui.spoken_language import translate_qt
from desktop_app.ui.tasks import ImmediateTaskRunner
from tests.ui.shown_texts import cut_texts

_SMALL_SCREEN = QSize(1366, 768)
_OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)
_KEY_BEHIND = re.compile(r"\(\w\)")
_DIALOGS = ("export_study", "show_glossary", "show_preferences", "show_print_preview")


@pytest.fixture(params=_OTHERS)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Speaks each language but English, Qt too."""
    translator = translate_qt(qapp, request.param)
    assert translator is not None
    with speaking(request.param):
        yield request.param
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def spoken_session(language: str, qapp: QApplication) -> Iterator[Session]:
    """Returns a window with the sample on a small screen."""
    library = Library.open(Directories.standard().library, reader=reread)
    made = Session.start(qapp, library, Directories.standard(), ImmediateTaskRunner)
    import_sample(made.library)
    made.window.resize(_SMALL_SCREEN)
    made.window.show()
    made.window.refresh_library()
    made.window.show_study(SAMPLE)
    yield made
    made.window.close()
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_no_menu_has_a_letter_twice(language: str, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = fill_menu_bar(window.menuBar(), MENUS, make_actions(window))
    for menu in (window.menuBar(), *menus.values()):
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert {letter for letter, uses in letters.items() if uses > 1} == set(), texts


def test_names_of_commands_have_no_marks(language: str) -> None:
    for spec in ACTIONS:
        assert not set("&…") & set(spec.name)
        assert not _KEY_BEHIND.search(spec.name), spec.name


def test_words_have_room_in_the_window(spoken_session: Session, qtbot: QtBot) -> None:
    window = spoken_session.window
    for pane in PANES:
        window.study_view.show_pane(pane.id)
        view = window.study_view.current_view()
        qtbot.waitUntil(partial(_is_drawn, view))
        assert cut_texts(window) == [], pane.id
    assert window.size() == _SMALL_SCREEN


def _is_drawn(view: Any) -> bool:
    return bool(view.view.toPlainText().strip())


@pytest.mark.parametrize("name", _DIALOGS)
def test_words_have_room_in_dialogs(spoken_session: Session, name: str) -> None:
    window = spoken_session.window
    next(a for a in window.actions() if a.objectName() == name).trigger()
    (dialog,) = (one for one in window.findChildren(QDialog) if one.isVisible())
    assert cut_texts(dialog) == []
    assert dialog.minimumSizeHint().width() <= _SMALL_SCREEN.width()
    assert dialog.minimumSizeHint().height() <= _SMALL_SCREEN.height()
    dialog.close()
