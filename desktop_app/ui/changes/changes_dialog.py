"""The view of what changed: which two records, what differs, and files of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.presentation.changes.counts import folded_words
from desktop_app.presentation.changes.sections import (
    EVERY_PART,
    USUAL_PARTS,
    change_sections,
    summary,
)
from desktop_app.presentation.fields import says
from desktop_app.ui.announcements import announce
from desktop_app.ui.changes.comparing import Compared, Versions
from desktop_app.ui.changes.version_choice import VersionChoice
from desktop_app.ui.check_boxes import CheckBox
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.panes.reading_aids import ReadingAids
from desktop_app.ui.panes.section_view import SectionView
from desktop_app.ui.study.find_bar import FindBar
from desktop_app.ui.study.text_finding import TextFinding


class ChangesDialog(QDialog):
    """Stays open beside the window.

    ``comparison_wanted`` tells which two versions are to be compared, ``study_wanted`` the number
    of another study to compare with, ``page_wanted`` and ``file_wanted`` ask for files.
    """

    comparison_wanted = Signal(int, int)
    study_wanted = Signal(str)
    page_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, aids: ReadingAids, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self.compared: Compared | None = None
        self.first: Versions | None = None
        self.choice = VersionChoice()
        self.number = _make_number()
        self.folded = CheckBox()
        self.view = SectionView()
        self._name(is_of_one_study=True)
        self.view.use_aids(aids)
        self.find_bar = FindBar(has_tabs=False)
        self.finding = TextFinding(self.find_bar, self.view, self)
        self._files: list[QPushButton] = []
        self._lay_out()
        self.choice.changed.connect(self._ask)
        self.number.returnPressed.connect(self._ask_study)
        self.folded.toggled.connect(self._show_sections)
        QShortcut(QKeySequence.StandardKey.Find, self, self.finding.open_bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End finding with Esc, wherever the keyboard is; the next one closes the view."""
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            super().keyPressEvent(event)

    def show_versions(self, old: Versions, new: Versions, ids: tuple[int, int] | None) -> None:
        """Offer versions and ask for a comparison: of the ids, or of the newest two."""
        self.first = old
        self._name(is_of_one_study=old.nct_id == new.nct_id)
        if old.nct_id == new.nct_id and len(new.held) < 2:
            self.choice.show_versions(old, new, new.held[0].id, new.held[0].id)
            self._say(
                _(
                    "Your library holds one version of this study. Import a newer record of it, or"
                    " compare it with another study."
                )
            )
            return
        is_one = old.nct_id == new.nct_id
        usual = (old.held[1 if is_one else 0].id, new.held[0].id)
        self.choice.show_versions(old, new, *(ids or usual))
        self._ask()

    def show_comparison(self, compared: Compared) -> None:
        """Show what differs, from its beginning, and have it said in a sentence."""
        self.compared = compared
        made = compared.made
        self._name(is_of_one_study=made.is_of_one_study)
        self.folded.setText(folded_words(made))
        self.folded.setVisible(bool(folded_words(made)))
        self._show_sections()
        self._offer_files(True)
        announce(self.view, summary(made))

    def say_failed(self, words: str) -> None:
        """Say why there is nothing to show."""
        self._say(words)
        announce(self.view, words)

    def _name(self, *, is_of_one_study: bool) -> None:
        """Two studies differ; nothing of them changed."""
        self.setWindowTitle(_("What Changed") if is_of_one_study else _("What Differs"))
        named = _("What changed") if is_of_one_study else _("What differs")
        self.view.setAccessibleName(named)

    @Slot()
    def _show_sections(self) -> None:
        if self.compared is not None:
            parts = EVERY_PART if self.folded.isChecked() else USUAL_PARTS
            self.view.show_sections(change_sections(self.compared.made, parts))

    @Slot()
    def _ask(self) -> None:
        self._say(_("Comparing …"))
        self.comparison_wanted.emit(*self.choice.ids)

    @Slot()
    def _ask_study(self) -> None:
        if self.number.text().strip():
            self.study_wanted.emit(self.number.text().strip())

    def _say(self, words: str) -> None:
        self.compared = None
        self.folded.hide()
        self._offer_files(False)
        self.view.show_sections((says(_("What Is Compared"), words),))

    def _offer_files(self, are_offered: bool) -> None:
        for button in self._files:
            button.setEnabled(are_offered)

    def _lay_out(self) -> None:
        other = QHBoxLayout()
        label = plain_label(_("Compare with an&other study:"))
        label.setWordWrap(False)
        label.setBuddy(self.number)
        button = QPushButton(_("Com&pare"))
        button.setAutoDefault(False)
        button.clicked.connect(self._ask_study)
        other.addWidget(label)
        other.addWidget(self.number, 1)
        other.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.choice)
        column.addLayout(other)
        column.addWidget(self.folded)
        column.addWidget(self.find_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self._make_buttons())
        letters = self.fontMetrics()
        self.resize(min(letters.averageCharWidth() * 130, 1200), min(letters.height() * 48, 720))

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        wanted = (
            (_("F&ind…"), self.finding.open_bar),
            (_("One-Page P&DF…"), self.page_wanted),
            (_("Save A&s…"), self.file_wanted),
        )
        for words, slot in wanted:
            button: QPushButton = buttons.addButton(words, role)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            self._files.append(button)
        buttons.rejected.connect(self.reject)
        return buttons


def _make_number() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(_("NCT number"))
    made.setAccessibleName(_("NCT number of another study to compare with"))
    offer_clearing(made)
    return made
