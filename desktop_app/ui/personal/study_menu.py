"""The menu of a study in the list: what the person can do with it, or with all selected ones."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.languages import _
from desktop_app.store.personal.values import Marks, Tag
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.personal.numbers import ChosenNumbers, Numbers
from desktop_app.ui.personal.own_statuses import offered_statuses, own_status_words
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.personal.tag_colours import colour_icon
from desktop_app.ui.personal.trash_commands import IN_TRASH, TrashCommands

_MOST_READ = 2_000
"""Of more studies than that, it is not looked at which tags they all have."""


class StudyMenu(QObject):
    """Opens over the list, by mouse or by the key for menus."""

    def __init__(
        self,
        actions: PersonalActions,
        chosen: ChosenNumbers,
        trash: TrashCommands,
        commands: Mapping[str, QAction],
        part: QWidget,
    ) -> None:
        """Watch the part of the window that holds the list."""
        super().__init__(part)
        self._actions = actions
        self._chosen = chosen
        self._trash = trash
        self._commands = commands
        self._part = part
        part.installEventFilter(self)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), part)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(self._throw_away)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu where it is asked for."""
        if isinstance(event, QContextMenuEvent) and event.type() == QEvent.Type.ContextMenu:
            place = event.globalPos()
            if self._trash.is_listed:
                self._fill(QMenu(self._part), self._fill_of_trash).popup(place)
            else:
                self._chosen.give(lambda numbers: self.menu(numbers).popup(place))
            return True
        return super().eventFilter(watched, event)

    def menu(self, numbers: Numbers) -> QMenu:
        """Return the menu for studies."""
        return self._fill(QMenu(self._part), partial(self._fill_of_studies, numbers))

    @Slot()
    def _throw_away(self) -> None:
        """Do what the key Delete means in a list; in the trash it means nothing."""
        if not self._trash.is_listed:
            self._commands["throw_away"].trigger()

    def _fill(self, menu: QMenu, fill: Callable[[QMenu], None]) -> QMenu:
        wear_style_sheet(menu)
        fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _fill_of_trash(self, menu: QMenu) -> None:
        menu.addActions([self._commands[name] for name in IN_TRASH])

    def _fill_of_studies(self, numbers: Numbers, menu: QMenu) -> None:
        marks = self._actions.marks(numbers[:_MOST_READ])
        every = [marks.get(number, Marks()) for number in numbers[:_MOST_READ]]
        menu.addAction(self._commands["toggle_star"])
        self._add_tags(menu.addMenu(_("&Tags")), numbers, every)
        self._add_statuses(menu.addMenu(_("My Stat&us")), numbers, every)
        self._add_collections(menu.addMenu(_("Add to Co&llection")), numbers)
        if len(numbers) == 1:
            menu.addAction(self._commands["edit_note"])
        menu.addSeparator()
        menu.addAction(self._commands["export_study"])
        menu.addAction(self._commands["check_study_updates"])
        menu.addSeparator()
        menu.addAction(self._commands["throw_away"])

    def _add_tags(self, menu: QMenu, numbers: Numbers, every: list[Marks]) -> None:
        for tag in self._actions.tags():
            is_on = all(_has(tag, marks) for marks in every)
            entry = _switch(menu, tag.name, is_on)
            entry.setIcon(colour_icon(tag.colour, self._part.palette()))
            change = partial(self._actions.set_tags, numbers, [tag], tagged=not is_on)
            entry.triggered.connect(partial(_call, change))
        menu.addSeparator()
        menu.addAction(self._commands["edit_tags"])

    def _add_statuses(self, menu: QMenu, numbers: Numbers, every: list[Marks]) -> None:
        used = (status for status, _count in self._actions.own_statuses())
        for status in (*dict.fromkeys((*offered_statuses(), *used)), ""):
            words = own_status_words(status) or _("None")
            entry = _switch(menu, words, all(marks.own_status == status for marks in every))
            change = partial(self._actions.set_own_status, numbers, status)
            entry.triggered.connect(partial(_call, change))
        menu.addSeparator()
        menu.addAction(self._commands["edit_own_status"])

    def _add_collections(self, menu: QMenu, numbers: Numbers) -> None:
        for collection in self._actions.collections():
            entry = menu.addAction(_escaped(collection.name))
            collect = partial(self._actions.collect, collection.id, collection.name, numbers)
            entry.triggered.connect(partial(_call, collect))
        menu.addSeparator()
        menu.addAction(self._commands["add_to_collection"])


def _switch(menu: QMenu, words: str, is_on: bool) -> QAction:
    entry = menu.addAction(_escaped(words))
    entry.setCheckable(True)
    entry.setChecked(is_on)
    return entry


def _call(do: Callable[[], object], _checked: bool = False) -> None:
    do()


def _has(tag: Tag, marks: Marks) -> bool:
    return any(one.id == tag.id for one in marks.tags)


def _escaped(words: str) -> str:
    return words.replace("&", "&&")
