"""Puts the workings into the window, once it is painted."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop_app.ui.keys.shortcut_keys import ShortcutsFirst
from desktop_app.ui.library.drops import DropTarget
from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.window_frame import WindowFrame
from desktop_app.ui.window_parts import WindowParts
from desktop_app.ui.workings import Workings


class Places(NamedTuple):
    """The parts of the window that the workings are put into, and what reaches all of it."""

    frame: WindowFrame
    studies: LibraryList
    parts: WindowParts
    drops: DropTarget
    shortcuts: ShortcutsFirst


class Fitting(QObject):
    """Gives the parts of the workings their places, and those that they make later on."""

    def __init__(self, made: Workings, places: Places, window: QMainWindow) -> None:
        super().__init__(window)
        self._made = made
        self._places = places
        bars = tuple(self._after_list(window))
        self._place_parts()
        self._go_to_last(bars, window)
        self._go_to_sidebar_first()
        made.searching.place_wanted.connect(self._show_in_place_of_list)
        made.searching.strip_made.connect(self._put_above_study)
        self._reach(made.view)
        for part in made.own_tools:
            wear_style_sheet(part)
        made.view.tab_made.connect(self._fit_in_tab)

    def _place_parts(self) -> None:
        frame = self._places.frame
        frame.left.hold(self._made.sidebar.sidebar)
        frame.hold_study(self._made.view)
        for number, strip in enumerate(self._made.strips):
            frame.put_above_all(strip, number)

    def _go_to_last(self, bars: tuple[QWidget, ...], window: QMainWindow) -> None:
        """Let the key Tab go to the bars last, which were there before the study."""
        last = tuple(self._after_list(window))[-1]
        for part in bars:
            QWidget.setTabOrder(last, part)
            last = part

    def _go_to_sidebar_first(self) -> None:
        """Let the key Tab go from left to right: sidebar, list, study."""
        studies = self._places.studies
        last: QWidget = self._made.sidebar.sidebar.tree
        for part in (*_chain(studies.view, studies), studies.view):
            QWidget.setTabOrder(last, part)
            last = part

    def _after_list(self, window: QMainWindow) -> Iterator[QWidget]:
        """Yield what the key Tab comes to after the list."""
        part = self._places.studies.view.nextInFocusChain()
        while part is not None and part is not window:
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield part
            part = part.nextInFocusChain()

    def _reach(self, part: QWidget) -> None:
        """Let files be dropped on a part, and the keys of commands be heard in it."""
        self._places.drops.let_through((part,))
        self._places.shortcuts.watch(part)

    @Slot(object)
    def _show_in_place_of_list(self, place: QWidget | None) -> None:
        """Show a panel in the place of the list, or the list again, with the keyboard there."""
        studies = self._places.studies
        self._places.frame.left.show_instead(place)
        if place is None:
            studies.take_focus()
        else:
            self._reach(place)
            self._places.parts.add(place, self._made.searching.take_focus, after=studies)

    @Slot(object)
    def _put_above_study(self, strip: QWidget) -> None:
        self._places.frame.put_above_study(strip)
        wear_style_sheet(strip)

    @Slot(object)
    def _fit_in_tab(self, tab: PaneView) -> None:
        self._reach(tab)
        for part in self._made.tools_of(tab):
            wear_style_sheet(part)


def _chain(first: QWidget, within: QWidget) -> Iterator[QWidget]:
    """Yield what the key Tab comes to in a part, once around from one of it."""
    part = first.nextInFocusChain()
    while part is not None and part is not first:
        if within.isAncestorOf(part) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        part = part.nextInFocusChain()
