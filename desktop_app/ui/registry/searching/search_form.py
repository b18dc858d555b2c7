"""The form of a search of the registry: words and choices; nothing is sent before it is asked."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import N_, _
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.registry.query_words import FIELD_LABELS
from desktop_app.study.codes import code_label
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.registry.searching import query_phrases
from desktop_app.ui.registry.searching.tick_button import TickButton

_HINTS = {
    "condition": N_("breast cancer"),
    "intervention": N_("tamoxifen OR letrozole"),
    "terms": N_("sponsor, title, number …"),
    "location": N_("city, country or hospital"),
}
_WHAT_IS_SENT = N_(
    "Nothing is sent before you press Search. What is sent are the words and choices above, and"
    " nothing about you or your library."
)


class Choices(QComboBox):
    """One of several; the wheel is the page's."""

    def __init__(self, name: str, label: str, options: Sequence[tuple[str, object]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for words, value in options:
            self.addItem(words, value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing is chosen by passing over it."""
        event.ignore()

    def choose(self, value: object) -> None:
        """Choose what has a value; the first where nothing has."""
        values = [self.itemData(row) for row in range(self.count())]
        self.setCurrentIndex(values.index(value) if value in values else 0)


class SearchForm(QScrollArea):
    """``asked`` tells the search that somebody wants run."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("registry_form")
        self.setAccessibleName(_("What to search for"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = {name: self._line(name) for name in FIELD_LABELS}
        self._ticks = dict(_tick_buttons())
        self._choices = dict(_choice_boxes())
        self._notice = _plain("registry_form_notice")
        self._search = QPushButton(_("Search"))
        self._search.setObjectName("registry_search")
        self._search.setDefault(True)
        self._clear = QPushButton(_("Clear"))
        self._clear.setAccessibleName(_("Clear the form"))
        self._search.clicked.connect(self._ask)
        self._clear.clicked.connect(self.clear)
        self._lay_out()

    @property
    def query(self) -> StudiesQuery:
        """Return what the form asks for, in the words of the person."""
        asked: dict[str, Any] = {name: line.text().strip() for name, line in self._lines.items()}
        asked |= {name: button.chosen for name, button in self._ticks.items()}
        asked |= {name: box.currentData() for name, box in self._choices.items()}
        return StudiesQuery(**asked)

    def show_query(self, query: StudiesQuery) -> None:
        """Fill the form with a search."""
        for name, line in self._lines.items():
            line.setText(getattr(query, name))
        for name, button in self._ticks.items():
            button.choose(getattr(query, name))
        for name, box in self._choices.items():
            box.choose(getattr(query, name))
        self.show_notice("")

    def show_notice(self, sentences: str) -> None:
        """Say why it cannot be asked like this; nothing where it can."""
        self._notice.setText(sentences)
        self._notice.setVisible(bool(sentences))
        if sentences:
            self.ensureWidgetVisible(self._notice)

    def take_focus(self) -> None:
        """Put the keyboard on the first line."""
        line = next(iter(self._lines.values()))
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    @Slot()
    def clear(self) -> None:
        """Ask for nothing."""
        self.show_query(StudiesQuery(order=Order.RELEVANCE))
        self.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space_out()

    @Slot()
    def _ask(self) -> None:
        self.show_notice("")
        self.asked.emit(self.query)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"registry_{name}")
        line.setAccessibleName(_(FIELD_LABELS[name]))
        line.setPlaceholderText(_(_HINTS[name]))
        line.returnPressed.connect(self._ask)
        offer_clearing(line)
        return line

    def _lay_out(self) -> None:
        inner = QWidget()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, line in self._lines.items():
            label = QLabel(_(FIELD_LABELS[name]))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(line)
            self._form.addRow(label, line)
        # These say by themselves what they are about.
        for choice in (*self._ticks.values(), *self._choices.values()):
            self._form.addRow(choice)
        buttons = QHBoxLayout()
        buttons.addWidget(self._search, 1)
        buttons.addWidget(self._clear)
        sent = _plain("registry_sent")
        sent.setText(_(_WHAT_IS_SENT))
        self._whole = QVBoxLayout(inner)
        self._whole.addLayout(self._form)
        self._whole.addWidget(self._notice)
        self._whole.addLayout(buttons)
        self._whole.addWidget(sent)
        self._whole.addStretch(1)
        self.setWidget(inner)
        self._space_out()

    def _space_out(self) -> None:
        scale = TypeScale(self.font())
        side, gap = scale.space(16), scale.space(8)
        self._whole.setContentsMargins(side, gap, side, side)
        self._whole.setSpacing(scale.space(12))
        self._form.setVerticalSpacing(scale.space(4))


def _tick_buttons() -> Iterator[tuple[str, TickButton]]:
    groups: dict[str, tuple[str, list[tuple[Hashable, str]]]] = {
        "statuses": (
            _("Status"),
            [(status, code_label(status)) for status in query_phrases.STATUSES],
        ),
        "phases": (
            _("Phase"),
            [(phase, query_phrases.phase_label(phase)) for phase in query_phrases.PHASES],
        ),
        "ages": (
            _("Age group"),
            [(key, code_label(age)) for key, age in query_phrases.AGES.items()],
        ),
    }
    for name, (label, choices) in groups.items():
        button = TickButton(label, choices)
        button.setObjectName(f"registry_{name}")
        yield name, button


def _choice_boxes() -> Iterator[tuple[str, Choices]]:
    sexes = [(_(words), key) for key, words in query_phrases.SEXES.items()]
    results = [(_(words), key) for key, words in query_phrases.RESULTS.items()]
    orders = [(_(words), key) for key, words in query_phrases.ORDERS.items()]
    either = _("With or without results")
    yield "sex", Choices("registry_sex", _("Sex"), [(_("Sex: any"), ""), *sexes])
    yield "has_results", Choices("registry_results", _("Results"), [(either, None), *results])
    yield "order", Choices("registry_order", _("Order"), orders)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setVisible(name != "registry_form_notice")
    return label
