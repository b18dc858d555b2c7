"""The sidebar: parts of the library, and below them the filters with live counts."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.store.facets.packing import Facet
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.library.filters.chosen_filters import Filters
from desktop_app.ui.library.filters.facet_lines import Counts, facet_sections
from desktop_app.ui.library.scopes import WHOLE, Scope
from desktop_app.ui.library.sidebar.line_filling import fill_lines, items_below
from desktop_app.ui.library.sidebar.nothing_found import NothingFound
from desktop_app.ui.library.sidebar.places import Places
from desktop_app.ui.library.sidebar.sidebar_items import SidebarItem, meaning_of
from desktop_app.ui.library.sidebar.sidebar_lines import Heading, More, Section, sidebar_sections
from desktop_app.ui.library.sidebar.sidebar_tree import SidebarTree
from desktop_app.ui.panes.filter_box import FilterBox

_FOLDED_AT_FIRST = frozenset(
    facet.value for facet in Facet if facet not in (Facet.STATUS, Facet.PHASE)
)


class Sidebar(QWidget):
    """Says which part of the library is listed and which filters are chosen.

    ``scope_wanted`` tells the part that somebody chose, ``filters_wanted`` the filters,
    ``menu_wanted`` the part for which commands are asked for, and where, ``rename_wanted`` and
    ``delete_wanted`` the part to which that is to be done.
    """

    scope_wanted = Signal(object)
    filters_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places, self._scope, self._filters = Places(), WHOLE, Filters()
        self._counts: Counts = {}
        self._are_due = False
        self._said: tuple[Sequence[Section], bool] | None = None
        self._in_full: frozenset[Facet] = frozenset()
        self._folded = set(_FOLDED_AT_FIRST)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.box = _make_box()
        self.tree, self._nothing = SidebarTree(), NothingFound()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.box)
        layout.addWidget(self._nothing)
        layout.addWidget(self.tree, 1)
        self._wire()

    def show_places(self, places: Places) -> None:
        """List the parts of the library."""
        self._places = places
        self._fill()

    def show_counts(self, counts: Counts, filters: Filters) -> None:
        """List the values of the filters with their counts, and tick those that are chosen."""
        self._counts, self._filters = counts, filters
        self._are_due = False
        self._fill()

    def await_counts(self) -> None:
        """Show no counts of filters until those of what is listed now have come."""
        self._are_due = True
        self._fill()

    def show_filters(self, filters: Filters) -> None:
        """Tick what is chosen; the counts are on their way."""
        if filters != self._filters:
            self._filters = filters
            self._fill()

    def show_scope(self, scope: Scope) -> None:
        """Mark the part that is listed."""
        if scope != self._scope:
            self._scope = scope
            self._mark_scope()

    def _wire(self) -> None:
        self.box.textChanged.connect(self._fill)
        self.box.left.connect(self.tree.setFocus)
        self.tree.line_activated.connect(self._take)
        self.tree.rename_wanted.connect(self.rename_wanted)
        self.tree.delete_wanted.connect(self.delete_wanted)
        self.tree.itemExpanded.connect(self._note_unfolded)
        self.tree.itemCollapsed.connect(self._note_folded)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._ask_for_menu)

    @Slot()
    def _fill(self) -> None:
        words = self.box.text().strip()
        facets = facet_sections(
            self._counts, self._filters, self._in_full, words, date.today().year
        )
        sections = sidebar_sections(self._places, facets, words, are_due=self._are_due)
        if self._said == (sections, bool(words)):
            return
        self._said = sections, bool(words)
        # What folds and unfolds here is not the person's doing.
        self.tree.blockSignals(True)
        current = self.tree.currentItem()
        root = self.tree.invisibleRootItem()
        fill_lines(root, [section.line for section in sections])
        for item, section in zip(self._items(), sections, strict=True):
            self._fill_section(item, section, is_found=bool(words))
        self._say(sections)
        self._nothing.tell(is_so=bool(words) and not sections)
        # The keyboard stays on the line where it was.
        if current is not None and current.treeWidget() is self.tree:
            self.tree.setCurrentItem(current)
        self.tree.blockSignals(False)
        self._mark_scope()

    def _say(self, sections: Sequence[Section]) -> None:
        """Say all lines anew, and paint them once and not after each change."""
        model = self.tree.model()
        model.blockSignals(True)
        for item, section in zip(self._items(), sections, strict=True):
            item.show(section.line)
            for below, line in zip(items_below(item), section.below, strict=True):
                below.show(line)
        model.blockSignals(False)
        counts = [
            line.count or 0 for section in sections for line in (section.line, *section.below)
        ]
        self.tree.fit_counts(grouped(max(counts, default=0)))
        self.tree.viewport().update()

    def _items(self) -> list[SidebarItem]:
        return items_below(self.tree.invisibleRootItem())

    def _fill_section(self, item: SidebarItem, section: Section, *, is_found: bool) -> None:
        fill_lines(item, section.below)
        meaning = section.line.meaning
        is_folded = isinstance(meaning, Heading) and meaning.name in self._folded
        item.setExpanded(is_found or not is_folded)

    def _mark_scope(self) -> None:
        for section in self._items():
            for item in (section, *items_below(section)):
                meaning = item.line.meaning
                item.activate(is_active=isinstance(meaning, Scope) and meaning.is_same(self._scope))

    @Slot(object)
    def _take(self, meaning: object) -> None:
        if isinstance(meaning, Scope):
            self.scope_wanted.emit(meaning)
        elif isinstance(meaning, More):
            self._in_full |= {meaning.facet}
            self._fill()
        elif isinstance(meaning, tuple):
            self.filters_wanted.emit(self._filters.toggled(meaning))

    @Slot(QTreeWidgetItem)
    def _note_folded(self, item: QTreeWidgetItem) -> None:
        self._note(item, is_folded=True)

    @Slot(QTreeWidgetItem)
    def _note_unfolded(self, item: QTreeWidgetItem) -> None:
        self._note(item, is_folded=False)

    def _note(self, item: QTreeWidgetItem, *, is_folded: bool) -> None:
        meaning = item.line.meaning if isinstance(item, SidebarItem) else None
        if isinstance(meaning, Heading) and not self.box.text():
            (self._folded.add if is_folded else self._folded.discard)(meaning.name)

    @Slot(QPoint)
    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        meaning = meaning_of(index if index.isValid() else self.tree.currentIndex())
        if isinstance(meaning, Scope):
            self.menu_wanted.emit(meaning, self.tree.viewport().mapToGlobal(place))


def _make_box() -> FilterBox:
    box = FilterBox()
    box.setObjectName("sidebar_box")
    box.setPlaceholderText(_("Find a filter"))
    box.setAccessibleName(_("Find a filter, tag or saved search"))
    offer_clearing(box)
    return box
