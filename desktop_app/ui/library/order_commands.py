"""The commands that order the list, and how an order is told and kept."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from desktop_app.languages import _
from desktop_app.punctuation import listed
from desktop_app.store.search import Order, SearchOrder, SortColumn, Sorting
from desktop_app.ui.commands.specs import unmarked

_ORDERS: Mapping[str, Order] = {
    "order_by_date": SearchOrder.NEWEST,
    "order_by_match": SearchOrder.RELEVANCE,
    "order_by_number": Sorting(SortColumn.NUMBER),
    "order_by_title": Sorting(SortColumn.TITLE),
    "order_by_status": Sorting(SortColumn.STATUS),
    "order_by_phase": Sorting(SortColumn.PHASE),
    "order_by_enrollment": Sorting(SortColumn.ENROLLMENT, is_descending=True),
    "order_by_sponsor": Sorting(SortColumn.SPONSOR),
    "order_by_start": Sorting(SortColumn.START, is_descending=True),
    "order_by_completion": Sorting(SortColumn.COMPLETION, is_descending=True),
}
"""By the names of the commands, each in the direction that is looked for most."""
ORDER_COMMANDS = tuple(_ORDERS)
_DOWN = "-"


class OrderCommands(QObject):
    """Holds the order of the list. ``order_wanted`` tells that it is another.

    ``told`` gives the words of the order for a button, and as they are spoken.
    """

    order_wanted = Signal(object)
    told = Signal(str, str)

    def __init__(self, actions: Mapping[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self.order: Order = SearchOrder.NEWEST

    @Slot(object)
    def choose(self, order: Order) -> None:
        """Take an order, and tell of it."""
        self.order = order
        self.mark()
        self.order_wanted.emit(order)

    def mark(self) -> None:
        """Mark the command of the order that is in force."""
        for name, order in _ORDERS.items():
            if _column(order) is _column(self.order):
                self._actions[name].setChecked(True)
                words = unmarked(self._actions[name].text())
                self.told.emit(*_told(self.order, words))
        self._actions["reverse_order"].setEnabled(self.order is not SearchOrder.RELEVANCE)

    @Slot()
    def order_by_date(self) -> None:
        """List the newest records first."""
        self.choose(_ORDERS["order_by_date"])

    @Slot()
    def order_by_match(self) -> None:
        """List the best matches first."""
        self.choose(_ORDERS["order_by_match"])

    @Slot()
    def order_by_number(self) -> None:
        """Sort by NCT number."""
        self.choose(_ORDERS["order_by_number"])

    @Slot()
    def order_by_title(self) -> None:
        """Sort by title."""
        self.choose(_ORDERS["order_by_title"])

    @Slot()
    def order_by_status(self) -> None:
        """Sort by status."""
        self.choose(_ORDERS["order_by_status"])

    @Slot()
    def order_by_phase(self) -> None:
        """Sort by phase."""
        self.choose(_ORDERS["order_by_phase"])

    @Slot()
    def order_by_enrollment(self) -> None:
        """Sort by number of participants, the most first."""
        self.choose(_ORDERS["order_by_enrollment"])

    @Slot()
    def order_by_sponsor(self) -> None:
        """Sort by lead sponsor."""
        self.choose(_ORDERS["order_by_sponsor"])

    @Slot()
    def order_by_start(self) -> None:
        """Sort by start of the study, the latest first."""
        self.choose(_ORDERS["order_by_start"])

    @Slot()
    def order_by_completion(self) -> None:
        """Sort by completion of the study, the latest first."""
        self.choose(_ORDERS["order_by_completion"])

    @Slot()
    def reverse_order(self) -> None:
        """Sort the other way round."""
        if isinstance(self.order, Sorting):
            is_descending = not self.order.is_descending
            is_newest = self.order.column is SortColumn.UPDATED and is_descending
            turned: Order = Sorting(self.order.column, is_descending)
            self.choose(SearchOrder.NEWEST if is_newest else turned)
        elif self.order is SearchOrder.NEWEST:
            self.choose(Sorting(SortColumn.UPDATED))


def _column(order: Order) -> SearchOrder | SortColumn:
    """Return what an order is by, whatever its direction."""
    if isinstance(order, Sorting):
        is_date = order.column is SortColumn.UPDATED
        return SearchOrder.NEWEST if is_date else order.column
    return order


def _told(order: Order, words: str) -> tuple[str, str]:
    if not isinstance(order, Sorting):
        return words, words
    if order.column is SortColumn.UPDATED and not order.is_descending:
        return _("Oldest First"), _("Oldest First")
    if order.is_descending:
        return f"{words} ↓", listed((words, _("descending")))
    return f"{words} ↑", listed((words, _("ascending")))


def written_order(order: Order) -> str:
    """Return an order as a word that can be kept."""
    if isinstance(order, SearchOrder):
        return order.value
    return (_DOWN if order.is_descending else "") + order.column.value


def read_order(word: str) -> Order:
    """Return the order that a word stands for; the usual one where it stands for none."""
    if word in {order.value for order in SearchOrder}:
        return SearchOrder(word)
    column = word.removeprefix(_DOWN)
    if column in {one.value for one in SortColumn}:
        return Sorting(SortColumn(column), word.startswith(_DOWN))
    return SearchOrder.NEWEST
