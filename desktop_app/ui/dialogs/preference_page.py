"""The page of all preferences, each under its heading."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.directories import Directories
from desktop_app.languages import _
from desktop_app.ui.dialogs.library_place import LibraryPlace
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.dialogs.preference_choices import (
    LIBRARY_SWITCHES,
    NETWORK_SWITCHES,
    PAPER_SWITCHES,
    READING_SWITCHES,
    Switch,
    date_choice,
    language_choice,
    paper_choice,
    theme_choice,
    update_choice,
    updated_choice,
)
from desktop_app.ui.dialogs.preference_controls import ChoiceBox, SwitchBox, TextSizeBox
from desktop_app.ui.dialogs.registry_place import RegistryPlace
from desktop_app.ui.looks.palette_colors import quiet_color, with_text_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.settings import Settings, SettingsKeeper

Control = ChoiceBox | SwitchBox | TextSizeBox | RegistryPlace


class PreferencePage(QWidget):
    """Shows the settings, and changes each as it is chosen. Controls are named after settings."""

    def __init__(
        self, settings: SettingsKeeper, directories: Directories, territory: str = ""
    ) -> None:
        super().__init__()
        self._settings = settings
        self._headings: list[QLabel] = []
        self._forms: list[QFormLayout] = []
        self._controls: list[Control] = []
        self._labels: list[QLabel] = []
        self._later = plain_label(_("Language and dates take effect at the next start."))
        self._column = QVBoxLayout(self)
        self.library, self.registry = LibraryPlace(directories), RegistryPlace()
        self._fill(territory)
        self._dress()
        self._show(settings.current)
        settings.changed.connect(self._show)
        self.library.told.connect(self._fit)
        self.registry.told.connect(self._fit)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._controls:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need in the width, so that none is cut where the page scrolls."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def _fill(self, territory: str) -> None:
        look = self._add_group(_("Look"))
        self._add(look, ChoiceBox(theme := theme_choice()), theme.label)
        self._add(look, TextSizeBox(), _("Text &size"))
        self._add_switches(look, READING_SWITCHES)
        words = self._add_group(_("Language and Dates"))
        self._add(words, ChoiceBox(language := language_choice()), language.label)
        self._add(words, ChoiceBox(dates := date_choice(territory)), dates.label)
        words.addRow(self._later)
        sheets = self._add_group(_("Paper"))
        self._add(sheets, ChoiceBox(paper := paper_choice()), paper.label)
        self._add_switches(sheets, PAPER_SWITCHES)
        self._add_registry()
        held = self._add_group(_("Library"))
        self._add_switches(held, LIBRARY_SWITCHES)
        held.addRow(self.library)
        self._column.addStretch(1)

    def _add_registry(self) -> None:
        group = self._add_group("ClinicalTrials.gov")
        self._add(group, ChoiceBox(every := update_choice()), every.label)
        self._add(group, ChoiceBox(what := updated_choice()), what.label)
        self._add_switches(group, NETWORK_SWITCHES)
        # Not in the form, which gives what breaks its lines too little height.
        self._column.addWidget(self.registry)
        self._watch(self.registry)

    def _add_group(self, words: str) -> QFormLayout:
        heading = QLabel(words)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.setFormAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._headings.append(heading)
        self._forms.append(form)
        self._column.addWidget(heading)
        self._column.addLayout(form)
        return form

    def _add(self, form: QFormLayout, control: Control, words: str) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(control)
        self._labels.append(label)
        form.addRow(label, control)
        self._watch(control)

    def _add_switches(self, form: QFormLayout, switches: Sequence[Switch]) -> None:
        for switch in switches:
            box = SwitchBox(switch)
            form.addRow(box)
            self._watch(box)

    def _watch(self, control: Control) -> None:
        control.chosen.connect(self._take)
        self._controls.append(control)

    @Slot(str, object)
    def _take(self, name: str, value: object) -> None:
        self._settings.change(**{name: value})

    @Slot(object)
    def _show(self, settings: Settings) -> None:
        for control in self._controls:
            control.show_settings(settings)

    def _dress(self) -> None:
        scale = TypeScale(self.font())
        self._column.setContentsMargins(*(scale.space(16),) * 4)
        self._column.setSpacing(scale.space(8))
        for form in self._forms:
            form.setHorizontalSpacing(scale.space(12))
            form.setVerticalSpacing(scale.space(8))
        for heading in self._headings:
            heading.setFont(scale.section)
            above = scale.space(12) if heading is not self._headings[0] else 0
            heading.setContentsMargins(0, above, 0, 0)
        # One column for all groups. The mark of a letter is measured along: an underlined letter
        # is not kerned with the next, and takes more room than the label asks for ("Ta").
        widest = max(label.fontMetrics().horizontalAdvance(label.text()) for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(widest)
        self._later.setPalette(with_text_color(self.palette(), quiet_color(self.palette())))
