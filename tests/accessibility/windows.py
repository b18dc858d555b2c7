"""Every window and dialog of the application, opened one after the other."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import desktop_app.ui
from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError
from desktop_app.store.exchange.format import About
from desktop_app.store.exchange.reading import Outline
from desktop_app.store.personal.exchange import Dump, DumpedStudy
from desktop_app.store.standing.values import (
    CheckScope,
    ScopeKind,
    UpdateCheck,
    UpdateLine,
    UpdateOutcome,
)
from desktop_app.ui.dialogs.about import about_dialog
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.dialogs.licences import LicencesDialog
from desktop_app.ui.dialogs.notice import NoticeDialog, error_notice
from desktop_app.ui.dialogs.preferences import PreferencesDialog
from desktop_app.ui.models.import_model import ImportLine, Outcome
from desktop_app.ui.registry.updates.report_dialog import ReportDialog
from desktop_app.ui.tasks import Progress
from desktop_app.ui.upkeep.exchange_dialogs import ArrivalDialog
from desktop_app.ui.upkeep.waiting import WaitingDialog
from tests.ui.conftest import part

NUMBER = "NCT00000101"
MODULES = {
    "armsInterventionsModule": {
        "armGroups": [{"label": "Aspirin arm", "type": "EXPERIMENTAL"}, {"label": "Placebo"}],
        "interventions": [{"type": "DRUG", "name": "Aspirin", "armGroupLabels": ["Aspirin arm"]}],
    },
    "contactsLocationsModule": {
        "locations": [
            {"city": "Basel", "country": "Switzerland", "geoPoint": {"lat": 47.5, "lon": 7.6}},
            {"city": "Bern", "country": "Switzerland", "geoPoint": {"lat": 46.9, "lon": 7.4}},
        ]
    },
    "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n* Age over 18"},
}
_COMMANDS = (
    "show_commands",
    "fetch_by_number",
    "show_shortcuts",
    "show_glossary",
    "show_pictures",
    "show_changes",
    "export_study",
    "show_print_preview",
    "edit_tags",
    "edit_own_status",
    "restore_backup",
    "export_library",
    "check_library",
    "check_updates",
    "get_registry",
)
_OUTLINE = Outline(
    About("All", datetime(2026, 11, 26, tzinfo=UTC), 12, 14, 1),
    *(10, 2, 14),
    Dump((DumpedStudy(101, starred_at=1, note="A note"),)),
)
_AT = datetime(2026, 11, 26, tzinfo=UTC)
_CHECK = UpdateCheck(1, CheckScope(ScopeKind.ALL), 9, 9, 9, "2026-10-01", _AT, _AT, None)
_TEXT = "A sentence that says what happened, where the file is, and what to do next."


def dialog_kinds() -> set[type[QDialog]]:
    """Returns every kind of dialog that the application has."""
    for found in pkgutil.walk_packages(desktop_app.ui.__path__, "desktop_app.ui."):
        importlib.import_module(found.name)
    return {kind for kind in _below(QDialog) if kind.__module__.startswith("desktop_app.")}


def _below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def open_dialogs(session: Session, qtbot: QtBot) -> Iterator[QDialog]:
    """Yields every dialog as it is shown over the window and has the keyboard, and closes it."""
    session.window.study_view.show_pane("design")
    for opener in _openers(session).values():
        before = set(_shown(session.window))
        opener()
        QApplication.sendPostedEvents()
        for dialog in _shown(session.window):
            if dialog not in before:
                wait_active(dialog, qtbot)
                yield dialog
                dialog.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_active(window: QWidget, qtbot: QtBot) -> None:
    """Gives a window the keyboard; ``waitActive`` is content with one that is about to get it."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def _shown(window: QWidget) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def _openers(session: Session) -> Mapping[str, Callable[[], object]]:
    window = session.window
    lines = tuple(ImportLine(outcome, NUMBER, "record.json", _TEXT) for outcome in Outcome)
    made: dict[str, Callable[[], object]] = {
        name: part(window, QAction, name).trigger for name in _COMMANDS
    }
    made["import_results"] = lambda: ImportResultsDialog(lines, window).show()
    made["error"] = lambda: error_notice(window, DesktopAppError(_TEXT)).show()
    made["licences"] = lambda: LicencesDialog(window).show()
    made["about"] = lambda: about_dialog(window).show()
    made["preferences"] = lambda: _preferences(session).show()
    made["updates"] = lambda: ReportDialog((_CHECK,), _lines, str, window).show()
    made["arrival"] = lambda: ArrivalDialog("shared.triallibrary", _OUTLINE, window).show()
    made["waiting"] = lambda: WaitingDialog("A Title", _TEXT, _wait, window).show()
    made["bug"] = partial(_show_bug, window)
    return made


def _lines(_check: int) -> tuple[UpdateLine, ...]:
    return tuple(UpdateLine(101, outcome, 102) for outcome in UpdateOutcome)


def _wait(progress: Progress) -> None:
    """Go on until it is stopped."""
    while not progress.is_cancelled:
        Event().wait(0.01)


def _preferences(session: Session) -> QDialog:
    return PreferencesDialog(session.settings, Directories.standard(), "", session.window)


def _show_bug(window: QWidget) -> None:
    NoticeDialog(window, "A Fault", _TEXT, details="x", choices=("Quit", "Continue")).show()
