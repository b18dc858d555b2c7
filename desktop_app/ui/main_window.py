"""The window: lays out its parts and wires them together."""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.directories import expanded
from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.presentation.pane import PANES
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.commands.actions import NEED_A_STUDY, NEED_MORE
from desktop_app.ui.commands.appearance_commands import AppearanceCommands
from desktop_app.ui.commands.menu_specs import MENUS, TOOL_BAR
from desktop_app.ui.commands.menus import (
    connect_actions,
    fill_menu_bar,
    fill_tool_bar,
    make_actions,
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
from desktop_app.ui.tasks import Progress
from desktop_app.ui.window_parts import WindowParts
from desktop_app.ui.window_state import WindowState

if TYPE_CHECKING:
    from desktop_app.ui.exporting.chosen import OpenStudy
    from desktop_app.ui.panes.pane_view import PaneView
    from desktop_app.ui.study.study_view import StudyView
    from desktop_app.ui.workings import Workings

_LOG = logging.getLogger("desktop_app.start")
_TITLE = "Trial Protocol Viewer"
WITHOUT_QT = (
    "desktop_app.analysis.checks",
    "desktop_app.export.files",
    "desktop_app.export.source",
    "desktop_app.presentation.glossary",
    "desktop_app.presentation.header",
    "desktop_app.presentation.pane",
    "desktop_app.store.adding",
)
"""What takes longest of all that the workings need."""


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
        self._splitter = QSplitter()
        self._place = QWidget()
        self._status = StatusLine()
        self._looks = AppearanceCommands(self._settings, self)
        browser = self._browser
        self._parts = WindowParts(
            {
                self._left.place: self._focus_sidebar,
                browser.list: browser.list.take_focus,
                self._place: self._focus_study,
                browser.box: browser.search_library,
            },
            self,
        )
        self._commands = make_actions(self)
        self._orders = OrderCommands(self._commands, self)
        self._table = TableMode(browser.list, self._orders, self._splitter, self)
        self._keys = CommandKeys(self._commands, self._settings, self)
        self._lay_out()
        self._wire(appearance)
        self._restore()

    def open_inputs(self, inputs: Sequence[str]) -> None:
        """Open what numbers, addresses and texts with numbers mean; import all other inputs."""
        meant = {text: meant_numbers(text) for text in inputs}
        paths = [expanded(text) for text in inputs if not meant[text]]
        if paths:
            self._import_paths(paths)
        numbers = "\n".join(filter(None, meant.values()))
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

    def load_workings(self, _progress: Progress) -> None:
        """Load what `furnish` needs, on another thread, so that the window answers meanwhile.

        Nothing of Qt is among it: to make classes of Qt beside the thread of the window crashes.
        """
        for name in WITHOUT_QT:
            import_module(name)
        reading = import_module("desktop_app.readers.ctgov_json")
        reading.get_ready()

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
        self._state.save(self, self._splitter)
        self._left.save(self._state)
        if self._made:
            self._state.keep_text("tab", self.study_view.current_pane_id())
        self._state.keep_text("order", written_order(self._orders.order))
        self._table.save(self._state)
        super().closeEvent(event)

    @Slot(str)
    def _ask_about_note(self, sentence: str) -> None:
        """Say that a note would be lost if the window closed."""
        from desktop_app.ui.dialogs.notice import NoticeDialog

        anyway, stay = N_("Close without the Note"), N_("Go Back to the Note")
        dialog = NoticeDialog(self, _TITLE, sentence, choices=(anyway, stay))

        def take_choice() -> None:
            if dialog.choice == anyway:
                self._workings.marks.accept_loss()
                self.close()

        dialog.accepted.connect(take_choice)
        dialog.open()

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
        bars = tuple(self._after_list())
        self._left.hold(made.sidebar.sidebar)
        self._place_layout.addWidget(made.view)
        for number, strip in enumerate(made.strips):
            self._whole_layout.insertWidget(number, strip)
        # The key Tab goes to the bars last, which were there before the study.
        last = tuple(self._after_list())[-1]
        for part in bars:
            self.setTabOrder(last, part)
            last = part
        made.study_wanted.connect(self.show_study)
        made.version_wanted.connect(self.show_version)
        made.failed.connect(self.tell)
        made.marks.closing_wanted.connect(self.close)
        made.marks.loss_feared.connect(self._ask_about_note)
        made.searching.place_wanted.connect(self._show_in_place_of_list)
        made.searching.strip_made.connect(self._put_above_study)
        made.searching.unkept_wanted.connect(self._show)
        made.searching.study_activated.connect(self._go_to_study)
        self.study_shown.connect(made.searching.show_study)
        self._drops.let_through((made.view,))
        self._shortcuts.watch(made.view)
        made.mark(self._commands, self._settings.current)
        tint_icons(self._commands, self.palette())
        for part in made.own_tools:
            wear_style_sheet(part)
        made.view.tab_made.connect(self._fit_in_tab)
        made.view.show_pane(self._state.text("tab", PANES[0].id))

    @Slot(object)
    def _show_in_place_of_list(self, place: QWidget | None) -> None:
        """Show a panel in the place of the list, or the list again, with the keyboard there."""
        self._left.show_instead(place)
        if place is None:
            self._browser.list.take_focus()
        else:
            self._drops.let_through((place,))
            self._shortcuts.watch(place)
            take_focus = self._workings.searching.take_focus
            self._parts.add(place, take_focus, after=self._browser.list)

    @Slot(object)
    def _put_above_study(self, strip: QWidget) -> None:
        self._place_layout.insertWidget(0, strip)
        wear_style_sheet(strip)

    @Slot(object)
    def _fit_in_tab(self, tab: PaneView) -> None:
        self._drops.let_through((tab,))
        self._shortcuts.watch(tab)
        for part in self._workings.tools_of(tab):
            wear_style_sheet(part)

    def _after_list(self) -> Iterator[QWidget]:
        """Yield what the key Tab comes to after the list."""
        part = self._browser.list.view.nextInFocusChain()
        while part is not None and part is not self:
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield part
            part = part.nextInFocusChain()

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

    def _lay_out(self) -> None:
        self.setObjectName("main_window")
        self._place.setAutoFillBackground(True)
        self._place.setBackgroundRole(QPalette.ColorRole.Base)
        self._place_layout = QVBoxLayout(self._place)
        self._place_layout.setContentsMargins(0, 0, 0, 0)
        self.setWindowTitle(_TITLE)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._place)
        self._splitter.handle(1).setBackgroundRole(QPalette.ColorRole.Mid)
        self._splitter.handle(1).setAutoFillBackground(True)
        self._splitter.setStretchFactor(1, 1)
        whole = QWidget()
        self._whole_layout = QVBoxLayout(whole)
        self._whole_layout.setContentsMargins(0, 0, 0, 0)
        self._whole_layout.setSpacing(0)
        self._whole_layout.addWidget(self._splitter, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self._status)
        self._keys.changed.connect(self._tell_finder_key)
        self._tell_finder_key()
        self._tool_bar = self._make_tool_bar()
        self.addToolBar(self._tool_bar)
        menus = fill_menu_bar(self.menuBar(), MENUS, self._commands)
        self._recent = RecentMenu(menus["recent"], self._settings)
        for name in (*NEED_A_STUDY, *NEED_MORE):
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
        self._state.restore(self, self._splitter)
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
        # For the first painting, icons are drawn as large as they are seen; menus come later.
        first = () if self._made else (math.ceil(side * self.devicePixelRatioF()),)
        tint_icons(self._commands, self.palette(), *first)
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


def meant_numbers(text: str) -> str:
    """Return what an input says of numbers, or empty text where it names a file, there or not."""
    if os.path.lexists(expanded(text)):
        return ""
    number = parse_nct_number(text)
    if number is not None:
        return format_nct_id(number)
    # Loaded here, for most starts are for files, or for nothing.
    from desktop_app.study.trial_numbers import is_no_file

    return text if is_no_file(text) else ""
