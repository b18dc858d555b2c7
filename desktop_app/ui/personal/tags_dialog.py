"""The dialog in which studies are tagged, and tags are made, changed and deleted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.store.personal.values import Tag, TagColour
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.panes.visible_text import tooltip_text
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.personal.tag_colours import colour_icon, colour_name
from desktop_app.ui.personal.words import studies_words

_TAG = Qt.ItemDataRole.UserRole


class TagsDialog(QDialog):
    """A list of all tags, ticked where the studies have them; each change is made at once."""

    def __init__(
        self, actions: PersonalActions, nct_numbers: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._numbers = tuple(nct_numbers)
        self._is_filling = False
        self.setWindowTitle(_("Tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._list = _make_list()
        self._name = QLineEdit()
        self._name.setObjectName("tag_name")
        self._name.setPlaceholderText(_("Name of a new tag"))
        self._name.setAccessibleName(_("Name of the tag"))
        self._colour = QComboBox()
        self._colour.setObjectName("tag_colour")
        self._colour.setAccessibleName(_("Colour of the tag"))
        self._add = _button(_("New Tag"), "new_tag")
        self._change = _button(_("Change Marked Tag"), "change_tag")
        self._delete = _button(_("Delete Marked Tag"), "delete_tag")
        self._lay_out()
        self._wire()
        self._fill()

    def _lay_out(self) -> None:
        for colour in TagColour:
            icon = colour_icon(colour, self.palette())
            self._colour.addItem(icon, colour_name(colour), colour.value)
        heading = QLabel(
            _("Tags of {studies}").format(studies=studies_words(self._numbers))
            if self._numbers
            else _("All tags")
        )
        heading.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._list, 1)
        layout.addLayout(_row(self._name, self._colour))
        layout.addLayout(_row(self._add, self._change, self._delete))
        layout.addWidget(buttons)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 64, 900), min(letters * 64, 640))

    def _wire(self) -> None:
        self._list.itemChanged.connect(self._tag)
        self._list.currentItemChanged.connect(self._show_marked)
        self._name.textChanged.connect(self._judge)
        self._name.returnPressed.connect(self._make)
        self._add.clicked.connect(self._make)
        self._change.clicked.connect(self._change_marked)
        self._delete.clicked.connect(self._delete_marked)
        self._actions.changed.connect(self._follow)

    @Slot(object, object)
    def _follow(self, _numbers: object, kind: object) -> None:
        if kind in (Kind.TAGS, Kind.ALL):
            self._fill()

    def _fill(self) -> None:
        marked = self._marked()
        counts = self._actions.count_tags(self._numbers)
        self._is_filling = True
        self._list.clear()
        for tag in self._actions.tags():
            self._list.addItem(self._item(tag, counts.get(tag.id, 0)))
            if marked is not None and tag.id == marked.id:
                self._list.setCurrentRow(self._list.count() - 1)
        self._is_filling = False
        self._judge()

    def _item(self, tag: Tag, count: int) -> QListWidgetItem:
        item = QListWidgetItem(colour_icon(tag.colour, self.palette()), tag.name)
        item.setToolTip(tooltip_text(tag.name))
        item.setData(_TAG, tag)
        told = _("{name}, {colour}").format(name=tag.name, colour=colour_name(tag.colour))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        if self._numbers:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(count, len(self._numbers)))
        return item

    @Slot(QListWidgetItem)
    def _tag(self, item: QListWidgetItem) -> None:
        if not self._is_filling:
            is_on = item.checkState() is Qt.CheckState.Checked
            self._actions.set_tags(self._numbers, [item.data(_TAG)], tagged=is_on)

    @Slot()
    def _show_marked(self) -> None:
        tag = self._marked()
        if tag is not None and not self._is_filling:
            self._name.setText(tag.name)
            self._colour.setCurrentIndex(self._colour.findData(tag.colour.value))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Let be done what can be done."""
        has_name, marked = bool(self._name.text().strip()), self._marked()
        is_new = has_name and all(
            tag.name.casefold() != self._name.text().strip().casefold()
            for tag in self._listed_tags()
        )
        self._add.setEnabled(is_new)
        self._change.setEnabled(has_name and marked is not None)
        self._delete.setEnabled(marked is not None)

    @Slot()
    def _make(self) -> None:
        if self._add.isEnabled():
            self._actions.create_tag(self._name.text(), self._chosen_colour(), self._numbers)
            self._name.clear()

    @Slot()
    def _change_marked(self) -> None:
        tag = self._marked()
        if tag is not None:
            self._actions.change_tag(tag, self._name.text(), self._chosen_colour())

    @Slot()
    def _delete_marked(self) -> None:
        tag = self._marked()
        if tag is not None:
            self._list.setFocus()
            self._actions.delete_tag(tag)

    def _marked(self) -> Tag | None:
        item = self._list.currentItem()
        tag = item.data(_TAG) if item is not None else None
        return tag if isinstance(tag, Tag) else None

    def _listed_tags(self) -> list[Tag]:
        return [self._list.item(row).data(_TAG) for row in range(self._list.count())]

    def _chosen_colour(self) -> TagColour:
        return TagColour.of(str(self._colour.currentData()))


def _state(count: int, total: int) -> Qt.CheckState:
    if count == 0:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if count == total else Qt.CheckState.PartiallyChecked


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button


def _make_list() -> QListWidget:
    made = QListWidget()
    made.setObjectName("tags")
    made.setAccessibleName(_("Tags"))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row
