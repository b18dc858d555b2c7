"""What can be done with tags, collections, saved searches and the trash in the sidebar."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.languages import _
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.scopes import WHOLE, Scope, ScopeKind
from desktop_app.ui.library.sidebar.sidebar_desk import SidebarDesk
from desktop_app.ui.personal.name_dialog import NameDialog
from desktop_app.ui.personal.personal_actions import PersonalActions

Entry = tuple[str, Callable[[], object]]
_ORDERED = (ScopeKind.COLLECTION, ScopeKind.SEARCH, ScopeKind.REGISTRY)
_NAMED = (*_ORDERED, ScopeKind.TAG)


class SidebarCommands(QObject):
    """Every change is undoable, so none of it asks. ``said`` tells why nothing was done."""

    said = Signal(str)

    def __init__(
        self,
        browser: LibraryBrowser,
        desk: SidebarDesk,
        personal: PersonalActions,
        front: QWidget,
    ) -> None:
        super().__init__(front)
        self._browser = browser
        self._desk = desk
        self._personal = personal
        self._front = front
        # Where something else is seen in the place of the list, that is what is searched.
        self.save_instead: Callable[[], bool] = bool
        sidebar = desk.sidebar
        sidebar.menu_wanted.connect(self._offer)
        sidebar.rename_wanted.connect(self._rename)
        sidebar.delete_wanted.connect(self._delete)
        sidebar.tree.studies_dropped.connect(self._take)

    @Slot()
    def save_search(self) -> None:
        """Keep what is searched for under a name, in the sidebar."""
        if self.save_instead():
            return
        query = self._browser.query
        if not query.is_search or query.scope.kind is ScopeKind.TRASH:
            self.said.emit(_("There is no search to save. Type words or choose a filter first."))
            return
        save = partial(self._save, query.text)
        question = _("Under which name shall this search stand in the sidebar?")
        name = query.words.strip() or query.text
        self._ask(_("Save Search"), question, save, name)

    def _save(self, text: str, name: str) -> None:
        self._personal.save_search(name, text)

    @Slot(object, object)
    def _take(self, scope: Scope, nct_ids: Sequence[str]) -> None:
        """Put studies where they were dropped."""
        found = map(parse_nct_number, nct_ids)
        numbers = tuple(number for number in found if number is not None)
        if scope.kind is ScopeKind.STARRED:
            self._personal.star(numbers, starred=True)
        elif scope.kind is ScopeKind.TAG:
            tags = [tag for tag in self._personal.tags() if tag.id == scope.key]
            self._personal.set_tags(numbers, tags, tagged=True)
        elif scope.kind is ScopeKind.COLLECTION:
            self._personal.collect(scope.key, scope.name, numbers)
        elif scope.kind is ScopeKind.TRASH:
            self._personal.trash(numbers)

    @Slot(object, QPoint)
    def _offer(self, scope: Scope, place: QPoint) -> None:
        entries = list(self._entries(scope))
        if not entries:
            return
        menu = QMenu(self._front)
        for text, do in entries:
            action = QAction(text, menu)
            action.triggered.connect(partial(_call, do))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _entries(self, scope: Scope) -> Iterator[Entry]:
        kind = scope.kind
        if kind in _NAMED:
            yield _("&Rename…"), partial(self._rename, scope)
        if kind is ScopeKind.SEARCH and self._browser.query.is_search:
            yield _("Replace by the &Search in the List"), partial(self._replace, scope)
        if kind in _ORDERED:
            yield _("Move &Up"), partial(self._move, scope, -1)
            yield _("Move &Down"), partial(self._move, scope, 1)
        if kind in _NAMED:
            yield _("&Delete"), partial(self._delete, scope)

    @Slot(object)
    def _rename(self, scope: Scope) -> None:
        renames: dict[ScopeKind, Callable[[str], object]] = {
            ScopeKind.COLLECTION: partial(self._personal.rename_collection, scope.key),
            ScopeKind.SEARCH: partial(self._personal.rename_search, scope.key),
            ScopeKind.REGISTRY: partial(self._personal.rename_registry_search, scope.key),
            ScopeKind.TAG: partial(self._rename_tag, scope),
        }
        if scope.kind in renames:
            question = _("What shall “{name}” be called?").format(name=scope.name)
            self._ask(_("Rename"), question, renames[scope.kind], scope.name)

    def _rename_tag(self, scope: Scope, name: str) -> None:
        for tag in self._personal.tags():
            if tag.id == scope.key:
                self._personal.change_tag(tag, name, tag.colour)

    def _replace(self, scope: Scope) -> None:
        self._personal.change_search(scope.key, scope.name, self._browser.query.text)

    @Slot(object)
    def _delete(self, scope: Scope) -> None:
        """Delete a tag, collection or saved search; the studies stay."""
        if scope.kind is ScopeKind.COLLECTION:
            self._personal.delete_collection(scope.key, scope.name)
        elif scope.kind is ScopeKind.SEARCH:
            self._personal.delete_search(scope.key, scope.name)
        elif scope.kind is ScopeKind.REGISTRY:
            self._personal.delete_registry_search(scope.key, scope.name)
        elif scope.kind is ScopeKind.TAG:
            for tag in self._personal.tags():
                if tag.id == scope.key:
                    self._personal.delete_tag(tag)
        else:
            return
        if self._browser.query.scope.is_same(scope):
            self._browser.show_scope(WHOLE)

    def _move(self, scope: Scope, steps: int) -> None:
        places, personal = self._desk.places, self._personal
        listed, order = {
            ScopeKind.COLLECTION: (places.collections, personal.order_collections),
            ScopeKind.SEARCH: (places.searches, personal.order_searches),
            ScopeKind.REGISTRY: (places.registry_searches, personal.order_registry_searches),
        }[scope.kind]
        order(_moved([place.scope.key for place in listed], scope.key, steps))

    def _ask(self, title: str, question: str, use: Callable[[str], object], name: str) -> None:
        NameDialog(title, question, use, self._front, name=name).open()


def _moved(keys: list[int], key: int, steps: int) -> list[int]:
    """Return keys with one of them some places further on, as far as there are places."""
    if key not in keys:
        return keys
    place = keys.index(key)
    rest = [other for other in keys if other != key]
    rest.insert(max(0, min(len(rest), place + steps)), key)
    return rest


def _call(do: Callable[[], object], _checked: bool = False) -> None:
    do()
