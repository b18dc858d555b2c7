"""Searching the registry in the place of the list: the form, and then what it finds."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.ui.looks.typography import TypeScale, scaled
from desktop_app.ui.models.studies_model import StudiesModel
from desktop_app.ui.registry.searching.results_page import ResultsPage
from desktop_app.ui.registry.searching.search_form import SearchForm


class SearchPanel(QWidget):
    """Form and results are two pages; ``left`` asks to go back to the library."""

    left = Signal()

    def __init__(self, rows: StudiesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("registry_panel")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.form = SearchForm()
        self.results = ResultsPage(rows)
        self._has_results = False
        self._title = QLabel("ClinicalTrials.gov")
        self._back = QPushButton(_("Back to the Library"))
        self._back.setObjectName("registry_back")
        self._back.setFlat(True)
        self._back.clicked.connect(self.left)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.results)
        self._lay_out()
        self.results.left.connect(self.left)
        self.results.change_wanted.connect(self.show_form)

    @property
    def is_form_shown(self) -> bool:
        """Whether the form is shown, and not what was found."""
        return self._pages.currentWidget() is self.form

    @Slot()
    def show_form(self) -> None:
        """Show the form, with the keyboard in it."""
        self._pages.setCurrentWidget(self.form)
        self.form.take_focus()

    def show_results(self) -> None:
        """Show the list."""
        self._has_results = True
        self._pages.setCurrentWidget(self.results)
        self.results.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where it is wanted first."""
        (self.form if self.is_form_shown else self.results).take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc: the form for what was found before, all else for the library."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_form_shown and self._has_results:
            self.show_results()
        else:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space_out()

    def _lay_out(self) -> None:
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._top = QHBoxLayout()
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._pages, 1)
        self._space_out()

    def _space_out(self) -> None:
        scale = TypeScale(self.font())
        self._title.setFont(scaled(self.font(), 1.15, bold=True))
        gap = scale.space(8)
        self._top.setContentsMargins(scale.space(16), gap, gap, gap)
