"""The window: lays out its parts and wires them together."""

import os
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QMainWindow,
    QScrollBar,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QWidget,
)

from desktop_app.analysis.checks import notices, record_notices
from desktop_app.directories import Directories, expanded
from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.presentation.context import Context
from desktop_app.presentation.pane import PANES
from desktop_app.store.library import Library, StoredStudy
from desktop_app.store.search import SearchOrder
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.actions import MENUS, TOOL_BAR
from desktop_app.ui.announcements import announce
from desktop_app.ui.appearance_commands import AppearanceCommands
from desktop_app.ui.command_keys import CommandKeys, written_keys
from desktop_app.ui.dialogs.notice import error_notice
from desktop_app.ui.drops import DropTarget
from desktop_app.ui.exporting.chosen import OpenStudy
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.outgoing import NEED_A_STUDY, Outgoing
from desktop_app.ui.glossary_commands import GlossaryCommands
from desktop_app.ui.help_commands import HelpCommands
from desktop_app.ui.importer import Importer
from desktop_app.ui.library_browser import LibraryBrowser
from desktop_app.ui.link_commands import LinkCommands
from desktop_app.ui.menus import (
    connect_actions,
    fill_menu_bar,
    fill_tool_bar,
    make_actions,
    tint_icons,
)
from desktop_app.ui.picture_commands import PictureCommands
from desktop_app.ui.reading_commands import ReadingCommands
from desktop_app.ui.recent_menu import RecentMenu
from desktop_app.ui.settings import Settings, SettingsKeeper
from desktop_app.ui.shortcut_keys import ShortcutsFirst
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.study_view import StudyView
from desktop_app.ui.style_sheet import wear_style_sheet
from desktop_app.ui.tab_commands import TabCommands
from desktop_app.ui.tasks import Task, TaskRunner
from desktop_app.ui.text_commands import TextCommands
from desktop_app.ui.theme import Appearance
from desktop_app.ui.view_context import context_of, older_version_notices
from desktop_app.ui.window_parts import WindowParts
from desktop_app.ui.window_state import WindowState

_TITLE = "Trial Protocol Viewer"
_NEEDS_STUDY = (
    *NEED_A_STUDY,
    "copy_nct_number",
    "find_in_study",
    "find_next",
    "find_previous",
    "show_pictures",
)


class MainWindow(QMainWindow):
    """Library on the left, the open study on the right.

    A library may be used by one thread at a time, so there are three of it: ``shelf`` is for the
    GUI thread, ``searched`` for the tasks of ``reading`` and ``library``, which alone can be added
    to, for those of ``writing``. The tasks of ``exporting`` and ``previewing`` open one of their
    own where they need it, and so wait for none of them.
    """

    study_shown = Signal(str)

    def __init__(
        self,
        library: Library,
        shelf: Library,
        searched: Library,
        directories: Directories,
        settings: SettingsKeeper,
        appearance: Appearance,
        writing: TaskRunner,
        reading: TaskRunner,
        exporting: TaskRunner,
        previewing: TaskRunner,
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._settings = settings
        self._opened: OpenStudy | None = None
        self._state = WindowState(directories.settings)
        self._browser = LibraryBrowser(searched, reading, self)
        self._study_view = StudyView(notices=notices)
        self._importer = Importer(library, settings, writing, self)
        self._status = StatusLine()
        self._desk = ExportDesk(shelf.another_reader, settings, exporting, self)
        self._outgoing = Outgoing(
            self._browser, self._study_view, self._status, self._desk, previewing
        )
        self._looks = AppearanceCommands(settings, self)
        self._text = TextCommands(self)
        self._pictures = PictureCommands(self._study_view, settings, self)
        self._reading = ReadingCommands(self._study_view, settings, self)
        self._links = LinkCommands(self)
        self._glossary = GlossaryCommands(self._study_view.shown_sections, self)
        self._tabs = TabCommands(self._study_view, self)
        browser = self._browser
        self._parts = WindowParts(
            {
                browser.list: browser.list.take_focus,
                self._study_view: self._study_view.take_focus,
                browser.box: browser.search_library,
            },
            self,
        )
        self._commands = make_actions(self)
        self._keys = CommandKeys(self._commands, settings, self)
        self._help = HelpCommands(directories, self._keys, self)
        self._lay_out()
        self._wire(appearance)
        self._restore()

    def open_inputs(self, inputs: Sequence[str]) -> None:
        """Show the studies whose numbers are given; import what all other inputs name."""
        numbers = {text: meant_number(text) for text in inputs}
        self._importer.import_paths([expanded(text) for text in inputs if not numbers[text]])
        for number in filter(None, numbers.values()):
            self.show_study(format_nct_id(number))

    @Slot(str)
    def show_study(self, nct_id: str) -> None:
        """Show a study of the library; says so where it holds none of that number."""
        try:
            stored = self._shelf.get(nct_id)
            if stored is None:
                words = _("{nct_id} is not in your library. Import its record to read it.")
                self._status.say(words.format(nct_id=nct_id))
                return
            self._shelf.set_opened(nct_id)
            context = context_of(stored, self._shelf, date.today())
        except DesktopAppError as error:
            self.tell(error)
            return
        self._show(stored, context)

    @Slot(int)
    def show_version(self, version_id: int) -> None:
        """Show a version of a study of the library, the current one or an older one."""
        try:
            stored = self._shelf.version(version_id)
            context = context_of(stored, self._shelf, date.today())
        except DesktopAppError as error:
            self.tell(error)
            return
        self._show(stored, context)

    @property
    def study_view(self) -> StudyView:
        """Return the part that shows the open study."""
        return self._study_view

    def say(self, message: str) -> None:
        """Say something that needs no answer."""
        self._status.say(message)

    def refresh_library(self) -> None:
        """Look at the library again."""
        self._browser.refresh()

    @Slot(object)
    def tell(self, error: DesktopAppError) -> None:
        """Say what went wrong."""
        self._status.say("")
        error_notice(self._outgoing.front, error).open()

    def command_targets(self) -> tuple[QObject, ...]:
        """Return the objects whose methods the commands are."""
        mine = (self, self._browser, self._importer, self._looks)
        of_study = (*self._outgoing.commands, self._pictures, self._reading, self._glossary)
        return (*mine, *of_study, self._help, self._text, self._tabs, self._parts, self._status)

    @Slot()
    def quit_application(self) -> None:
        """Close the window, and with it the application."""
        self.close()

    @Slot()
    def find_text(self) -> None:
        """Find in the study, or in the library where the keyboard is there."""
        in_library = self._parts.has_focus(self._browser.list, self._browser.box)
        if in_library or self._opened is None:
            self._browser.search_library()
        else:
            self._study_view.show_find()

    @Slot()
    def find_in_study(self) -> None:
        """Find in all tabs of the study."""
        self._study_view.show_find()

    @Slot()
    def find_next(self) -> None:
        """Go to the next place found in the study."""
        self._study_view.find_next()

    @Slot()
    def find_previous(self) -> None:
        """Go to the place found before in the study."""
        self._study_view.find_previous()

    @Slot()
    def copy_nct_number(self) -> None:
        """Put the number of the open study on the clipboard."""
        if self._opened is not None:
            QGuiApplication.clipboard().setText(self._opened.nct_id)
            self._status.say(_("{nct_id} was copied.").format(nct_id=self._opened.nct_id))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window stands."""
        self._state.save(self, self._splitter)
        self._state.keep_text("tab", self._study_view.current_pane_id())
        self._state.keep_text("order", self._browser.order.value)
        super().closeEvent(event)

    def _show(self, stored: StoredStudy, context: Context) -> None:
        opened = self._opened = OpenStudy(stored, context)
        about_version = older_version_notices(stored)
        about_record = (*about_version, *record_notices(stored.study, opened.left_out))
        self._study_view.set_source(partial(source_of, stored))
        self._study_view.show_study(stored.study, date.today(), about_record, context)
        self._outgoing.use_study(opened)
        self._browser.mark(opened.nct_id)
        self.setWindowTitle(f"{opened.nct_id} – {_TITLE}")
        # The row of the list has been read already.
        if not self._parts.has_focus(self._browser.list):
            announce(self._study_view, self._study_view.spoken_title)
        for name in _NEEDS_STUDY:
            self._commands[name].setEnabled(True)
        self.study_shown.emit(opened.nct_id)

    def _lay_out(self) -> None:
        self.setObjectName("main_window")
        self.setWindowTitle(_TITLE)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._browser.list)
        self._splitter.addWidget(self._study_view)
        self._splitter.handle(1).setBackgroundRole(QPalette.ColorRole.Mid)
        self._splitter.handle(1).setAutoFillBackground(True)
        self._splitter.setStretchFactor(1, 1)
        self.setCentralWidget(self._splitter)
        self.setStatusBar(self._status)
        self._keys.changed.connect(self._tell_finder_key)
        self._tell_finder_key()
        self._tool_bar = self._make_tool_bar()
        self.addToolBar(self._tool_bar)
        menus = fill_menu_bar(self.menuBar(), MENUS, self._commands)
        self._recent = RecentMenu(menus["recent"], self._settings)
        for name in _NEEDS_STUDY:
            self._commands[name].setEnabled(False)

    def _make_tool_bar(self) -> QToolBar:
        bar = QToolBar(_("Tool Bar"))
        bar.setObjectName("tool_bar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        fill_tool_bar(bar, TOOL_BAR, self._commands)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self._browser.box)
        return bar

    def _wire(self, appearance: Appearance) -> None:
        connect_actions(self._commands, self.command_targets())
        self._wire_browser()
        self._wire_importer()
        self._wire_study()
        self._desk.failed.connect(self.tell)
        self._outgoing.offer(self._commands)
        self._recent.chosen.connect(self._importer.import_paths)
        self._settings.changed.connect(appearance.wear)
        self._settings.changed.connect(self._mark_settings)
        self._settings.not_kept.connect(self.tell)
        # Font and palette reach the parts of the window by events, and so must this.
        appearance.changed.connect(self._dress, Qt.ConnectionType.QueuedConnection)
        self._drops = DropTarget(self)
        self._drops.dropped.connect(self._importer.import_paths)
        self._drops.let_through((self,))
        ShortcutsFirst(self._commands.values(), self).watch(self)

    def _wire_browser(self) -> None:
        self._browser.study_selected.connect(self.show_study)
        self._browser.study_activated.connect(self._go_to_study)
        self._browser.total_counted.connect(self._status.show_count)
        self._browser.failed.connect(self.tell)
        orders = [self._commands[name] for name in ("order_by_date", "order_by_match")]
        self._browser.list.offer_orders(orders)

    def _wire_study(self) -> None:
        self._study_view.link_wanted.connect(self._links.follow)
        self._links.study_wanted.connect(self.show_study)
        self._pictures.said.connect(self._status.say)
        self._pictures.failed.connect(self.tell)
        self._study_view.said.connect(self._status.say)
        self._study_view.failed.connect(self.tell)
        self._study_view.version_wanted.connect(self.show_version)

    def _wire_importer(self) -> None:
        self._importer.started.connect(self._follow_import)
        self._importer.said.connect(self._status.say)
        self._commands["cancel_import"].setEnabled(False)
        self._status.busy_changed.connect(self._commands["cancel_import"].setEnabled)
        self._importer.failed.connect(self.tell)
        self._importer.library_changed.connect(self._browser.refresh)
        self._importer.study_wanted.connect(self.show_study)

    def _restore(self) -> None:
        self._mark_settings(self._settings.current)
        self._dress()
        self._state.restore(self, self._splitter)
        self._study_view.show_pane(self._state.text("tab", PANES[0].id))
        kept = self._state.text("order", "") == SearchOrder.RELEVANCE.value
        self._commands["order_by_match" if kept else "order_by_date"].trigger()
        self._browser.list.view.setFocus()
        if self._settings.problem:
            self._status.say(self._settings.problem)

    @Slot(object)
    def _mark_settings(self, settings: Settings) -> None:
        self._looks.mark(self._commands, settings)
        self._outgoing.mark(self._commands, settings)
        self._reading.mark(self._commands, settings)

    @Slot()
    def _dress(self) -> None:
        own_parts = (self.menuBar(), self._tool_bar, self._status, self._browser.list)
        scroll_bars = self._study_view.findChildren(QScrollBar)
        dialogs = self.findChildren(QDialog)
        for part in (*own_parts, *self._study_view.own_tools(), *scroll_bars, *dialogs):
            wear_style_sheet(part)
        tint_icons(self._commands, self.palette())
        self._browser.box.dress()
        side = round(1.25 * self.fontMetrics().height())
        self._tool_bar.setIconSize(QSize(side, side))

    @Slot()
    def _tell_finder_key(self) -> None:
        self._status.show_hint(written_keys(self._commands["show_commands"]))

    @Slot(str)
    def _go_to_study(self, nct_id: str) -> None:
        if self._opened is None or self._opened.nct_id != nct_id:
            self.show_study(nct_id)
        self._study_view.take_focus()

    @Slot(object, str)
    def _follow_import(self, task: Task, message: str) -> None:
        self._status.follow_task(task, message)


def source_of(stored: StoredStudy) -> tuple[bytes, str]:
    """Return the source document of a study, byte for byte, and its form."""
    return stored.document.content, stored.document.format.value


def meant_number(text: str) -> int | None:
    """Return the NCT number that an input is, or None where it names a file, there or not."""
    return None if os.path.lexists(expanded(text)) else parse_nct_number(text)
