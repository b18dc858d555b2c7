"""Where the library is: shown, opened, and chosen for the next start."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.library_folders import choose_folder, chosen_folder
from desktop_app.punctuation import joined_sentences
from desktop_app.ui.announcements import announce
from desktop_app.ui.commands.help_commands import open_in_system
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.library.library_choice import ask_for_folder, choose_library
from desktop_app.ui.looks.palette_colors import warning_text_color, with_text_color


class LibraryPlace(QWidget):
    """The folder in use, and the one from the next start on where that is another.

    Another folder is only taken note of: nothing is moved, and nothing is removed. ``told`` is
    emitted with what came of a choice.
    """

    told = Signal(str)

    def __init__(self, directories: Directories, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directories = directories
        self.place = plain_label("")
        self.note = plain_label("")
        self.open_button = QPushButton(_("Op&en Folder"))
        self.choose_button = QPushButton(_("&Choose Another Folder…"))
        self.usual_button = QPushButton(_("&Use the Usual Folder"))
        for button in (self.open_button, self.choose_button, self.usual_button):
            button.setAutoDefault(False)
        self.open_button.clicked.connect(self.open_folder)
        self.choose_button.clicked.connect(self.ask_for_folder)
        self.usual_button.clicked.connect(self.take_usual_folder)
        self._lay_out()
        self._show("")

    @Slot()
    def open_folder(self) -> None:
        """Show the folder in use in the system's file manager."""
        open_in_system(self._directories.library, self)

    @Slot()
    def ask_for_folder(self) -> None:
        """Ask for another folder."""
        chosen = ask_for_folder(self, self._directories.library)
        if chosen is not None:
            self.take_folder(chosen)

    def take_folder(self, folder: Path) -> None:
        """Keep a folder for the next start, if a library can be in it."""
        try:
            choice = choose_library(self._directories.settings, folder, self._directories.library)
        except DesktopAppError as error:
            self._show(str(error), is_warning=True)
            return
        told = joined_sentences((choice.outlook, choice.warning))
        self._show(told, is_warning=bool(choice.warning))

    @Slot()
    def take_usual_folder(self) -> None:
        """Go back to the folder that nobody chose."""
        try:
            choose_folder(self._directories.settings, None)
        except DesktopAppError as error:
            self._show(str(error), is_warning=True)
            return
        self._show("")

    def _show(self, note: str, *, is_warning: bool = False) -> None:
        usual, now = self._directories.usual_library, self._directories.library
        chosen = chosen_folder(self._directories.settings)
        is_named = not self._directories.is_library_chosen and now != usual
        later = now if is_named and chosen is None else chosen or usual
        lines = [str(now)]
        if later != now:
            lines.append(_("From the next start on: {folder}").format(folder=later))
        self.place.setText("\n".join(lines))
        self.usual_button.setVisible(chosen not in (None, usual))
        palette = self.palette()
        self.note.setPalette(
            with_text_color(palette, warning_text_color(palette)) if is_warning else palette
        )
        self.note.setText(note)
        self.note.setVisible(bool(note))
        told = joined_sentences((note, "" if later == now else lines[-1]))
        announce(self.note, told)
        self.told.emit(told)

    def _lay_out(self) -> None:
        row = QWidget()
        buttons = FlowLayout(row)
        buttons.set_gaps(8, 8)
        for button in (self.open_button, self.choose_button, self.usual_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.place)
        column.addWidget(self.note)
        column.addWidget(row)
