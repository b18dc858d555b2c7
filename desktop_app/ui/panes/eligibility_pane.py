"""The Eligibility tab, arranged or as it was written."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.languages import N_, _
from desktop_app.presentation.pane import Pane
from desktop_app.presentation.section import Paragraph, Section
from desktop_app.punctuation import with_note
from desktop_app.study.study import Study
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.panes.pane_view import PaneView

_KEY = "Alt+O"
_TO_ORIGINAL = (N_("Show &original text"), N_("Show the criteria as they are written"))
_TO_LISTS = (N_("Show as lists"), N_("Show the criteria as numbered lists"))
_NOTE = N_("exactly as it is written in the record")


class EligibilityPane(PaneView):
    """Numbered criteria side by side; a button shows the text that they come from."""

    def __init__(self, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(pane, parent)
        self.shows_original = False
        self.original_button = QPushButton()
        self.original_button.setFlat(True)
        self.original_button.clicked.connect(self._change_form)
        self._say_other_form()
        self.add_tools(self.original_button, at_right=True)

    def show_study(self, study: Study) -> None:
        """Show the criteria of a study, arranged."""
        self.shows_original = False
        self._say_other_form()
        text = study.protocol_section.eligibility_module.eligibility_criteria
        self.show_tools(bool(text))
        super().show_study(study)

    def sections(self, study: Study) -> tuple[Section, ...]:
        """Return the criteria in the form that is asked for."""
        return original_sections(study) if self.shows_original else super().sections(study)

    @Slot()
    def _change_form(self) -> None:
        self.shows_original = not self.shows_original
        self._say_other_form()
        self.show_again()

    def _say_other_form(self) -> None:
        """Say on the button what it would show."""
        words, tip = _TO_LISTS if self.shows_original else _TO_ORIGINAL
        self.original_button.setText(_(words))
        self.original_button.setToolTip(with_note(_(tip), key_words(_KEY)))
        # Another text takes the key away.
        self.original_button.setShortcut(_KEY)


def original_sections(study: Study) -> tuple[Section, ...]:
    """Return the text of the criteria with its own lines and marks."""
    # Loaded when it is wanted: the window starts without it.
    from desktop_app.presentation.eligibility import criteria_field

    field = criteria_field(study)
    return (Section(field.label, (Paragraph(field.value),), note=_(_NOTE)),)
