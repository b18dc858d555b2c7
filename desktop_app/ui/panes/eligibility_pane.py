"""The Eligibility tab, arranged or as it was written."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.presentation.eligibility import criteria_field
from desktop_app.presentation.pane import Pane
from desktop_app.presentation.section import Paragraph, Section
from desktop_app.study.study import Study
from desktop_app.ui.panes.pane_view import PaneView

_NOTE = "exactly as it is written in the record"


class EligibilityPane(PaneView):
    """Numbered criteria side by side; a button shows the text that they come from."""

    def __init__(self, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(pane, parent)
        self.original_button = QPushButton("Show &original text")
        self.original_button.setCheckable(True)
        self.original_button.setFlat(True)
        self.original_button.setShortcut("Alt+O")
        self.original_button.setToolTip("Show the criteria as they are written (Alt+O)")
        self.original_button.toggled.connect(self.show_again)
        self.add_tools(self.original_button, at_right=True)
        self.setTabOrder(self.original_button, self.view)

    def show_study(self, study: Study) -> None:
        """Show the criteria of a study, arranged."""
        self.original_button.blockSignals(True)
        self.original_button.setChecked(False)
        self.original_button.blockSignals(False)
        text = study.protocol_section.eligibility_module.eligibility_criteria
        self.show_tools(bool(text))
        super().show_study(study)

    def sections(self, study: Study) -> tuple[Section, ...]:
        """Return the criteria in the form that is asked for."""
        if self.original_button.isChecked():
            return original_sections(study)
        return super().sections(study)


def original_sections(study: Study) -> tuple[Section, ...]:
    """Return the text of the criteria with its own lines and marks."""
    field = criteria_field(study)
    return (Section(field.label, (Paragraph(field.value),), note=_NOTE),)
