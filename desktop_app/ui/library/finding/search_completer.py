"""Offers below the search box what can be typed: values of a field, and fields where asked.

Where nothing is typed, the last searches come first.
"""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QTreeView

from desktop_app.languages import _
from desktop_app.punctuation import listed
from desktop_app.ui.library.finding.completion_reading import Offers, read_offers
from desktop_app.ui.library.finding.search_history import SearchHistory, forgetting
from desktop_app.ui.library.library_browser import LibraryBrowser

_MOST_SHOWN = 12
_PUTTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_OF_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_OFFER_ROLE = int(Qt.ItemDataRole.UserRole)


class SearchCompleter(QObject):
    """Nothing is chosen before somebody goes down to it, so that Enter means what was typed."""

    def __init__(self, browser: LibraryBrowser, history: SearchHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._browser = browser
        self._box = browser.box
        self._model = QStandardItemModel(0, 2, self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = _make_popup()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self._box)
        self._popup.installEventFilter(self)
        self._popup.clicked.connect(self._put)
        # After the search that it begins, which gives up what is read.
        self._box.textEdited.connect(self._read, Qt.ConnectionType.QueuedConnection)
        self._box.completion_wanted.connect(self._read_all)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys that the box would else answer to: Enter and Tab put what is marked in."""
        if not isinstance(event, QKeyEvent) or event.type() not in _OF_KEYS:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            # The same key throws away what is selected in the list, which nobody means here.
            event.setAccepted(event.key() == Qt.Key.Key_Delete)
            return event.isAccepted()
        index = self._popup.currentIndex()
        if event.key() == Qt.Key.Key_Escape:
            self._popup.hide()
            return True
        if event.key() == Qt.Key.Key_Delete and index.isValid() and not self._box.text():
            self._forget(index)
            return True
        if event.key() in _PUTTING and index.isValid():
            self._popup.hide()
            self._put(index)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _read(self) -> None:
        self._ask(is_asked=False)

    @Slot()
    def _read_all(self) -> None:
        self._ask(is_asked=True)

    def _ask(self, *, is_asked: bool) -> None:
        text, cursor = self._box.text(), self._box.cursorPosition()
        if not is_asked and ":" not in text[:cursor]:
            self._popup.hide()
            return
        self._browser.glance(partial(read_offers, text, cursor, is_asked), self._show)

    @Slot(object)
    def _show(self, offers: Offers) -> None:
        popup = self._popup
        if offers.typed != self._box.text() or not self._box.hasFocus():
            return
        before = () if offers.typed else self._history.offers()
        if not (before or offers.offers):
            popup.hide()
            return
        self._model.removeRows(0, self._model.rowCount())
        for offer in (*before, *offers.offers):
            written, label = QStandardItem(offer.written), QStandardItem(offer.label)
            written.setData(offer, _OFFER_ROLE)
            if offer == forgetting():
                written.setFont(_slanted(popup))
            spoken = listed(dict.fromkeys((offer.written, offer.label)))
            written.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow([written, label])
        popup.setCurrentIndex(QModelIndex())
        self._completer.complete()
        self._share_width(len(before))

    def _share_width(self, searches: int) -> None:
        """Give searches the whole width; what is written of the others is not cut for its label."""
        for row in range(searches):
            self._popup.setFirstColumnSpanned(row, QModelIndex(), True)
        metrics = self._popup.fontMetrics()
        rows = range(searches, self._model.rowCount())
        written = (self._model.item(row, 0).text() for row in rows)
        widest = max(map(metrics.horizontalAdvance, written), default=0) + metrics.height()
        self._popup.setColumnWidth(0, min(widest, self._box.width() * 2 // 3))

    @Slot(QModelIndex)
    def _put(self, index: QModelIndex) -> None:
        offer = index.siblingAtColumn(0).data(_OFFER_ROLE)
        if offer == forgetting():
            self._history.forget()
            return
        self._box.setText(offer.text)
        self._box.setCursorPosition(offer.cursor)
        if offer.written.endswith(":"):
            self._read()

    def _forget(self, index: QModelIndex) -> None:
        """Forget the search that is marked; what is no search stays."""
        offer = index.siblingAtColumn(0).data(_OFFER_ROLE)
        if offer in self._history.offers() and offer != forgetting():
            self._history.forget(offer.text)
            self._popup.hide()
            self._read_all()


def _slanted(popup: QTreeView) -> QFont:
    font = QFont(popup.font())
    font.setItalic(True)
    return font


def _make_popup() -> QTreeView:
    popup = QTreeView()
    popup.setObjectName("completions")
    popup.setAccessibleName(_("What can be typed here"))
    popup.setRootIsDecorated(False)
    popup.setHeaderHidden(True)
    popup.setUniformRowHeights(True)
    popup.setAllColumnsShowFocus(True)
    return popup
