"""The window: lays out its parts and wires them together."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.presentation.pane import PANES
from desktop_app.ui.commands.actions import NEED_A_STUDY, NEED_MORE
from desktop_app.ui.commands.appearance_commands import AppearanceCommands
from desktop_app.ui.commands.menu_specs import MENUS, TOOL_BAR
from desktop_app.ui.commands.menus import (
    connect_actions,
    fill_menu_bar,
    make_actions,
    make_tool_bar,
    tint_first_icons,
    tint_icons,
)
from desktop_app.ui.first_paint import FirstPaint
from desktop_app.ui.keys.command_keys import CommandKeys, written_keys
from desktop_app.ui.keys.shortcut_keys import ShortcutsFirst
from desktop_app.ui.library.drops import DropTarget
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.library_part import LibraryPart
from desktop_app.ui.library.order_commands import (
    ORDER_COMMANDS,
    OrderCommands,
    read_order,
    written_order,
)
from desktop_app.ui.library.recent_menu import RecentMenu
from desktop_app.ui.library.table_mode import TableMode
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.looks.theme import Appearance
from desktop_app.ui.means import Means
from desktop_app.ui.settings import Settings
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.window_frame import WindowFrame
from desktop_app.ui.window_parts import WindowParts
from desktop_app.ui.window_state import WindowState

if TYPE_CHECKING:
    from desktop_app.ui.exporting.chosen import OpenStudy
    from desktop_app.ui.study.study_view import StudyView
    from desktop_app.ui.workings import Workings

_LOG = logging.getLogger("desktop_app.start")
_TITLE = "Trial Protocol Viewer"


class MainWindow(QMainWindow):
    """Library on the left, the open study on the right.

    List, bars and commands are there at once. All else, the workings, comes with the first study,
    or the first command that needs it. ``painted`` tells that the list is on the screen.
    """

    painted = Signal()
    study_shown = Signal(str)

    def __init__(self, means: Means, appearance: Appearance) -> None:
        super().__init__()
        self._means = means
        self._settings = means.settings
        self._made: Workings | None = None
        self._is_counted = False
        self._opened: OpenStudy | None = None
        self._state = WindowState(means.directories.settings)
        self._browser = LibraryBrowser(means.searched, means.reading, self)
        self._left = LibraryPart(self._browser.list)
        self._frame = WindowFrame(self._left)
        self._status = StatusLine()
        self._looks = AppearanceCommands(self._settings, self)
        self._parts = self._make_parts()
        self._commands = make_actions(self)
        self._orders = OrderCommands(self._commands, self)
        self._table = TableMode(self._browser.list, self._orders, self._frame.splitter, self)
        self._keys = CommandKeys(self._commands, self._settings, self)
        self._lay_out()
        self._wire(appearance)
        self._restore()

    def open_inputs(self, inputs: Sequence[str]) -> None:
        """Open what numbers, addresses and texts with numbers mean; import all other inputs."""
        if not inputs:
            return
        from desktop_app.ui.arrivals.meant import sorted_out

        paths, numbers = sorted_out(inputs)
        if paths:
            self._import_paths(paths)
        if numbers:
            self._workings.take_numbers(numbers)

    @Slot(str)
    def show_study(self, nct_id: str) -> None:
        """Show a study of the library; offers to fetch it where that holds none of the number."""
        try:
            opened = self._workings.current(nct_id)
        except DesktopAppError as error:
            self.tell(error)
            return
        if opened is None:
            self._workings.offer_number(nct_id)
        else:
            self._show(opened)

    @Slot(int)
    def show_version(self, version_id: int) -> None:
        """Show a version of a study of the library, the current one or an older one."""
        try:
            opened = self._workings.version(version_id)
        except DesktopAppError as error:
            self.tell(error)
        else:
            self._show(opened)

    @property
    def study_view(self) -> StudyView:
        """Return the part that shows the open study."""
        return self._workings.view

    @Slot()
    def furnish(self) -> None:
        """Make the workings, where they are not made yet."""
        if self._made is not None:
            return
        self._count()
        from desktop_app.ui.workings import Workings

        # Known before it is fitted in: to mark what is in force is to give commands of it.
        self._made = Workings(self._means, self._browser, self._status, self._keys, self)
        self._fit_in(self._made)

    def say(self, message: str) -> None:
        """Say something that needs no answer."""
        self._status.say(message)

    def refresh_library(self) -> None:
        """Look at the library again."""
        self._browser.refresh()

    def let_go_of_library(self) -> None:
        """Give up what is being looked up, before the library is closed."""
        self._browser.close()

    def offer_to_continue(self) -> None:
        """Offer to go on with a large import that did not come to its end."""
        self._workings.offer_to_continue()

    def greet(self) -> None:
        """Greet a person who is here for the first time, until another study is shown."""
        if self._settings.current.is_welcomed:
            return
        from desktop_app.ui.welcome import Welcome, welcome_lines

        self._settings.change(is_welcomed=True)
        welcome = Welcome(welcome_lines(self._commands))
        self._browser.list.add_foot(welcome)
        self.study_shown.connect(welcome.leave)
        welcome.say()

    @Slot(object)
    def tell(self, error: DesktopAppError) -> None:
        """Say what went wrong."""
        from desktop_app.ui.dialogs.notice import error_notice

        self._status.say("")
        front = self._made.outgoing.front if self._made else self
        error_notice(front, error).open()

    def command_targets(self) -> Iterator[QObject]:
        """Yield the objects whose methods the commands are, those that are there at once first."""
        yield from (self, self._browser, self._orders, self._table)
        yield from (self._looks, self._parts, self._status)
        yield from self._workings.targets

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
            self.study_view.show_find()

    @Slot()
    def find_in_study(self) -> None:
        """Find in all tabs of the study."""
        self.study_view.show_find()

    @Slot()
    def find_next(self) -> None:
        """Go to the next place found in the study."""
        self.study_view.find_next()

    @Slot()
    def find_previous(self) -> None:
        """Go to the place found before in the study."""
        self.study_view.find_previous()

    @Slot()
    def copy_nct_number(self) -> None:
        """Put the number of the open study on the clipboard."""
        if self._opened is not None:
            QGuiApplication.clipboard().setText(self._opened.nct_id)
            self._status.say(_("{nct_id} was copied.").format(nct_id=self._opened.nct_id))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window stands, and what is being written."""
        if self._made and not self._made.marks.may_close():
            event.ignore()
            return
        self._state.save(self, self._frame.splitter)
        self._left.save(self._state)
        if self._made:
            self._state.keep_text("tab", self.study_view.current_pane_id())
        self._state.keep_text("order", written_order(self._orders.order))
        self._table.save(self._state)
        super().closeEvent(event)

    @Slot(str)
    def _ask_about_note(self, sentence: str) -> None:
        """Say that a note would be lost if the window closed."""
        from desktop_app.ui.personal.note_loss import ask_about_note

        ask_about_note(sentence, self._workings.marks, _TITLE, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the sidebar above the list where there is no room beside it."""
        super().resizeEvent(event)
        self._left.arrange(self.width())

    def show_sidebar(self, is_shown: bool) -> None:
        """Show or hide the parts of the library and the filters."""
        self._left.show_sidebar(is_shown=is_shown)
        if not is_shown:
            self._browser.list.take_focus()

    def let_go(self) -> None:
        """Let go of the files of what belongs to the person, once all is written."""
        if self._made:
            self._made.let_go()

    @property
    def _workings(self) -> Workings:
        self.furnish()
        assert self._made is not None
        return self._made

    def _fit_in(self, made: Workings) -> None:
        from desktop_app.ui.fitting import Fitting, Places

        reached = self._parts, self._drops, self._shortcuts
        Fitting(made, Places(self._frame, self._browser.list, *reached), self)
        made.study_wanted.connect(self.show_study)
        made.version_wanted.connect(self.show_version)
        made.failed.connect(self.tell)
        made.marks.closing_wanted.connect(self.close)
        made.marks.loss_feared.connect(self._ask_about_note)
        made.searching.unkept_wanted.connect(self._show)
        made.searching.study_activated.connect(self._go_to_study)
        self.study_shown.connect(made.searching.show_study)
        made.mark(self._commands, self._settings.current)
        tint_icons(self._commands, self.palette())
        made.view.show_pane(self._state.text("tab", PANES[0].id))

    def _show(self, opened: OpenStudy) -> None:
        self._opened = opened
        self._workings.show(opened)
        self._browser.mark(opened.nct_id)
        self.setWindowTitle(f"{opened.nct_id} – {_TITLE}")
        # The row of the list has been read already.
        if not self._parts.has_focus(self._browser.list):
            self._workings.announce()
        for name in NEED_A_STUDY:
            self._commands[name].setEnabled(True)
        self.study_shown.emit(opened.nct_id)

    def _make_parts(self) -> WindowParts:
        browser = self._browser
        return WindowParts(
            {
                self._left.place: self._focus_sidebar,
                browser.list: browser.list.take_focus,
                self._frame.place: self._focus_study,
                browser.box: browser.search_library,
            },
            self,
        )

    def _lay_out(self) -> None:
        self.setObjectName("main_window")
        self.setWindowTitle(_TITLE)
        self.setCentralWidget(self._frame)
        self.setStatusBar(self._status)
        self._keys.changed.connect(self._tell_finder_key)
        self._tell_finder_key()
        self._tool_bar = make_tool_bar(TOOL_BAR, self._commands, self._browser.box)
        self.addToolBar(self._tool_bar)
        menus = fill_menu_bar(self.menuBar(), MENUS, self._commands)
        self._recent = RecentMenu(menus["recent"], self._settings)
        for name in (*NEED_A_STUDY, *NEED_MORE):
            self._commands[name].setEnabled(False)

    def _wire(self, appearance: Appearance) -> None:
        connect_actions(self._commands, self.command_targets)
        self._wire_browser()
        self._settings.changed.connect(appearance.wear)
        self._settings.changed.connect(self._mark_settings)
        self._settings.not_kept.connect(self._say_not_kept)
        # Font and palette reach the parts of the window by events, and so must this.
        appearance.changed.connect(self._dress, Qt.ConnectionType.QueuedConnection)
        self._drops = DropTarget(self)
        self._drops.dropped.connect(self._import_paths)
        self._drops.text_dropped.connect(self._take_numbers)
        self._recent.chosen.connect(self._import_paths)
        self._drops.let_through((self,))
        self._shortcuts = ShortcutsFirst(self._commands.values(), self)
        self._shortcuts.watch(self)
        FirstPaint(self._browser.list).painted.connect(self._tell_painted)

    def _wire_browser(self) -> None:
        self._browser.study_selected.connect(self.show_study)
        self._browser.study_activated.connect(self._go_to_study)
        self._browser.list.view.drag_wanted.connect(self._drag_studies)
        self._browser.total_counted.connect(self._status.show_count)
        self._browser.failed.connect(self.tell)
        self._left.arranged.connect(self._mark_sidebar)
        names = (*ORDER_COMMANDS[:2], "", *ORDER_COMMANDS[2:], "", "reverse_order")
        self._browser.list.offer_orders([self._commands.get(name) for name in names])
        self._orders.told.connect(self._browser.list.show_order)
        self._orders.order_wanted.connect(self._browser.sort)

    def _restore(self) -> None:
        self._mark_settings(self._settings.current)
        self._dress()
        self._state.restore(self, self._frame.splitter)
        self._left.arrange(self.width())
        self._left.restore(self._state)
        self._table.restore(self._state, self._commands["list_as_table"])
        self._mark_sidebar()
        self._orders.order = read_order(self._state.text("order", ""))
        self._orders.mark()
        self._browser.list_at_once(self._means.shelf, self._orders.order)
        self._browser.list.view.setFocus()
        if self._means.library.is_read_only:
            directories = self._means.directories
            told = _(
                "The library in {folder} can only be read, because its folder cannot be written or"
                " the disk is full."
            )
            if directories.is_read_only:
                told = _("The library in {folder} was opened to read it only.")
            told = directories.why_read_only or told.format(folder=directories.library)
            self._status.mark_read_only(told)
        if self._settings.problem:
            self._status.say(self._settings.problem)

    @Slot(object)
    def _say_not_kept(self, error: DesktopAppError) -> None:
        """Say it beside what goes on: what was chosen is in force all the same."""
        self._status.say(str(error))

    def _count(self) -> None:
        """Have the library counted, where it was only listed."""
        if not self._is_counted:
            self._is_counted = True
            self._browser.count()

    @Slot()
    def _tell_painted(self) -> None:
        _LOG.info("The window is painted.")
        self._count()
        self.painted.emit()

    @Slot(object)
    def _import_paths(self, paths: Sequence[Path]) -> None:
        self._workings.importer.import_paths(paths)

    @Slot(str)
    def _take_numbers(self, text: str) -> None:
        self._workings.take_numbers(text)

    @Slot()
    def _drag_studies(self) -> None:
        self._workings.drags.drag()

    def _focus_sidebar(self) -> None:
        if self._made and self._left.is_sidebar_shown:
            self._made.sidebar.take_focus()

    @Slot()
    def _mark_sidebar(self) -> None:
        self._commands["show_sidebar"].setChecked(self._left.is_sidebar_shown)

    def _focus_study(self) -> None:
        if self._made:
            self._made.view.take_focus()

    @Slot(object)
    def _mark_settings(self, settings: Settings) -> None:
        self._looks.mark(self._commands, settings)
        if self._made:
            self._made.mark(self._commands, settings)

    @Slot()
    def _dress(self) -> None:
        own_parts = (self.menuBar(), self._tool_bar, self._status, self._left)
        of_study = self._made.own_tools if self._made else ()
        for part in (*own_parts, *of_study, *self.findChildren(QDialog)):
            wear_style_sheet(part)
        self._left.arrange(self.width())
        side = round(1.25 * self.fontMetrics().height())
        if self._made:
            tint_icons(self._commands, self.palette())
        else:
            # For the first painting, those alone that are seen; those of menus come later.
            seen = math.ceil(side * self.devicePixelRatioF())
            tint_first_icons(self._commands, self.palette(), TOOL_BAR, seen)
        self._browser.box.dress()
        self._tool_bar.setIconSize(QSize(side, side))

    @Slot()
    def _tell_finder_key(self) -> None:
        self._status.show_hint(written_keys(self._commands["show_commands"]))

    @Slot(str)
    def _go_to_study(self, nct_id: str) -> None:
        if self._opened is None or self._opened.nct_id != nct_id:
            self.show_study(nct_id)
        self.study_view.take_focus()
