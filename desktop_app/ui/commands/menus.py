"""Makes actions, menus and the tool bar's buttons from the table of commands."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from desktop_app.languages import _
from desktop_app.presentation.pane import PANES
from desktop_app.ui.commands.actions import ACTIONS, TABS
from desktop_app.ui.commands.command_bar import CommandBar
from desktop_app.ui.commands.specs import ActionSpec, MenuSpec
from desktop_app.ui.keys.menu_letters import part_letters
from desktop_app.ui.looks.icons import tinted_icon

Actions = Mapping[str, QAction]
_ROLES = {
    "quit_application": QAction.MenuRole.QuitRole,
    "show_about": QAction.MenuRole.AboutRole,
    "show_preferences": QAction.MenuRole.PreferencesRole,
}
"""What macOS puts into the menu of the application; all else stays in the menu that it is in."""


def make_actions(parent: QWidget) -> dict[str, QAction]:
    """Return all actions by name; each works wherever the window has the focus.

    The data of an action is its name as it stands alone, in lists of commands.
    """
    made = {spec.id: _make_action(spec, parent) for spec in ACTIONS}
    for group in sorted({spec.group for spec in ACTIONS if spec.group}):
        exclusive = QActionGroup(parent)
        for spec in ACTIONS:
            if spec.group == group:
                exclusive.addAction(made[spec.id])
    # A tab is called in the menu what it is called in the study.
    for number, (name, pane) in enumerate(zip(TABS, PANES, strict=False), start=1):
        made[name].setText(f"&{number} {pane.title}")
        made[name].setData(_("{title} Tab").format(title=pane.title))
    parent.addActions(list(made.values()))
    return made


def _make_action(spec: ActionSpec, parent: QWidget) -> QAction:
    action = QAction(spec.said_text, parent)
    action.setObjectName(spec.id)
    action.setData(spec.name)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setCheckable(bool(spec.group) or spec.is_switch)
    action.setIconText(spec.said_label)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{spec.said_tip} ({keys})" if keys else spec.said_tip)
    action.setStatusTip("")
    action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
    return action


def connect_actions(actions: Actions, targets: Callable[[], Iterable[QObject]]) -> None:
    """Give each action to the method of its name, on the first target that has one.

    Targets are asked for when the action is given: those that come last are then made if need be.
    """
    for name, action in actions.items():
        if action.isCheckable() and not action.actionGroup():
            action.toggled.connect(partial(_switch, targets, name))
        else:
            action.triggered.connect(partial(_give, targets, name))


def _switch(targets: Callable[[], Iterable[QObject]], name: str, is_on: bool) -> None:
    _method(targets(), name)(is_on)


def _give(targets: Callable[[], Iterable[QObject]], name: str, _checked: bool = False) -> None:
    _method(targets(), name)()


def _method(targets: Iterable[QObject], name: str) -> Callable[..., object]:
    method: Callable[..., object] = next(
        getattr(target, name) for target in targets if hasattr(target, name)
    )
    return method


def tint_icons(actions: Actions, palette: QPalette) -> None:
    """Draw the icons anew, in the colours of a palette."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(tinted_icon(spec.icon, palette))


def tint_first_icons(
    actions: Actions, palette: QPalette, names: Collection[str], size: int
) -> None:
    """Draw the icons of some commands as they stand now, in one size, in pixels."""
    for spec in ACTIONS:
        if spec.icon and spec.id in names:
            action = actions[spec.id]
            icon = tinted_icon(spec.icon, palette, (size,), is_enabled=action.isEnabled())
            action.setIcon(icon)


def fill_menu_bar(bar: QMenuBar, menus: Iterable[MenuSpec], actions: Actions) -> dict[str, QMenu]:
    """Fill the menu bar; returns the menus by name, those below others too."""
    made: dict[str, QMenu] = {}
    for spec in menus:
        _fill_menu(bar.addMenu(_(spec.title)), spec, actions, made)
    part_letters(bar, made.values())
    return made


def _fill_menu(menu: QMenu, spec: MenuSpec, actions: Actions, made: dict[str, QMenu]) -> None:
    made[spec.id] = menu
    menu.setObjectName(f"menu_{spec.id}")
    for entry in spec.entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, str):
            menu.addAction(actions[entry])
        else:
            _fill_menu(menu.addMenu(_(entry.title)), entry, actions, made)


def make_tool_bar(names: Iterable[str], actions: Actions, at_end: QWidget) -> QToolBar:
    """Return a bar of commands, with something at its far end."""
    bar = CommandBar(at_end)
    _fill_tool_bar(bar, names, actions)
    bar.end()
    return bar


def _fill_tool_bar(bar: QToolBar, names: Iterable[str], actions: Actions) -> None:
    """Put commands on the tool bar, with icon and word, to be reached by Tab as well."""
    for name in names:
        bar.addAction(actions[name])
        button = bar.widgetForAction(actions[name])
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(actions[name].iconText())
