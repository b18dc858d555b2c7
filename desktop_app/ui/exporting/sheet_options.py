"""The choices that a sheet leaves open: its paper, its language, and the tabs that are on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.languages import LANGUAGES, N_, _, spoken_language
from desktop_app.presentation.pane import PANES
from desktop_app.ui.check_boxes import CheckBox
from desktop_app.ui.settings import PaperSize

_PAPERS = ((PaperSize.A4, N_("A4")), (PaperSize.LETTER, N_("US Letter")))


class SheetOptions(QWidget):
    """Paper, language, tabs, each shown only where the form has it; ``changed`` tells of a choice.

    The language is at first that of the window, and is not kept: it is for one person's sheet.
    """

    changed = Signal()

    def __init__(
        self, paper: PaperSize, panes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._paper_label, self.paper_box = _labelled_box(_("&Paper"))
        for size, name in _PAPERS:
            self.paper_box.addItem(_(name), size)
        self.paper_box.setCurrentIndex([size for size, _name in _PAPERS].index(paper))
        self._language_label, self.language_box = _labelled_box(_("&Language"))
        for language, name in LANGUAGES.items():
            self.language_box.addItem(name, language)
        self.language_box.setCurrentIndex(self.language_box.findData(spoken_language()))
        self._panes_label = QLabel(_("Tabs"))
        self._panes_label.setTextFormat(Qt.TextFormat.PlainText)
        self._make_pane_boxes(panes)
        self.paper_box.currentIndexChanged.connect(self.changed)
        self.language_box.currentIndexChanged.connect(self.changed)
        self._lay_out()
        self._keep_one()

    def _make_pane_boxes(self, panes: Sequence[str]) -> None:
        """Make a box for each tab, ticked for some, or for all where none of these is known."""
        self.pane_boxes = {pane.id: CheckBox(pane.title) for pane in PANES}
        known = [pane for pane in panes if pane in self.pane_boxes] or list(self.pane_boxes)
        for pane_id, box in self.pane_boxes.items():
            box.setChecked(pane_id in known)
            box.setAccessibleName(_("{title} Tab").format(title=box.text()))
            box.toggled.connect(self._take_pane)

    def offer(self, *, has_paper: bool, has_language: bool, has_panes: bool) -> None:
        """Show the choices that a form leaves open."""
        self._paper_label.setVisible(has_paper)
        self.paper_box.setVisible(has_paper)
        self._language_label.setVisible(has_language)
        self.language_box.setVisible(has_language)
        self._panes_label.setVisible(has_panes)
        for box in self.pane_boxes.values():
            box.setVisible(has_panes)

    @property
    def paper(self) -> PaperSize:
        """Return the paper that is chosen."""
        return PaperSize(self.paper_box.currentData())

    @property
    def language(self) -> str:
        """Return the language that is chosen, a key of ``LANGUAGES``."""
        return str(self.language_box.currentData())

    @property
    def panes(self) -> tuple[str, ...]:
        """Return the ids of the tabs that are chosen; none where all are."""
        chosen = tuple(pane_id for pane_id, box in self.pane_boxes.items() if box.isChecked())
        return () if len(chosen) == len(self.pane_boxes) else chosen

    @Slot()
    def _take_pane(self) -> None:
        self._keep_one()
        self.changed.emit()

    def _keep_one(self) -> None:
        """Let the last tab that is chosen not be taken away: a sheet has something on it."""
        chosen = [box for box in self.pane_boxes.values() if box.isChecked()]
        for box in self.pane_boxes.values():
            box.setEnabled(chosen != [box])

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        # Side by side, since a small screen has no room for one more box below.
        boxes = QGridLayout()
        boxes.setSpacing(4)
        columns = (
            (self._paper_label, self.paper_box),
            (self._language_label, self.language_box),
        )
        for column, (label, choice) in enumerate(columns):
            boxes.addWidget(label, 0, column)
            boxes.addWidget(choice, 1, column)
        layout.addLayout(boxes)
        layout.addSpacing(8)
        layout.addWidget(self._panes_label)
        for box in self.pane_boxes.values():
            layout.addWidget(box)


def _labelled_box(words: str) -> tuple[QLabel, QComboBox]:
    label, box = QLabel(words), QComboBox()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(box)
    return label, box
