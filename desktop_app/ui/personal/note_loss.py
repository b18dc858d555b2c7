"""Asks before a note is lost that cannot be kept."""

from PySide6.QtWidgets import QWidget

from desktop_app.languages import N_
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.personal.open_study import OpenStudyMarks


def ask_about_note(sentence: str, marks: OpenStudyMarks, title: str, window: QWidget) -> None:
    """Say that a note would be lost if the window closed, which it does if that is accepted."""
    anyway, stay = N_("Close without the Note"), N_("Go Back to the Note")
    dialog = NoticeDialog(window, title, sentence, choices=(anyway, stay))

    def take_choice() -> None:
        if dialog.choice == anyway:
            marks.accept_loss()
            window.close()

    dialog.accepted.connect(take_choice)
    dialog.open()
