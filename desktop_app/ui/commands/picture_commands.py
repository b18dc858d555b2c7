"""The commands for the pictures of the open study: see, copy, save."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.presentation.section import Figure
from desktop_app.ui.settings import SettingsKeeper
from desktop_app.ui.study.study_view import StudyView

_FORMS = {".svg": N_("SVG drawing"), ".png": N_("PNG image"), ".pdf": N_("PDF page")}
"""What pictures are written as, by the endings of their files."""


class PictureCommands(QObject):
    """``said`` tells what was done, ``failed`` why something was not."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, view: StudyView, settings: SettingsKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._view = view
        self._settings = settings
        self._window = window
        view.copy_wanted.connect(self.copy_figure)
        view.save_wanted.connect(self.save_figure)

    @Slot()
    def show_pictures(self) -> None:
        """Show the pictures of the tab one by one, with their words."""
        from desktop_app.ui.dialogs.pictures import PicturesDialog

        figures = self._view.figures()
        if not figures:
            self.said.emit(_("This tab has no pictures."))
            return
        dialog = PicturesDialog(figures, self._window)
        dialog.copy_wanted.connect(self.copy_figure)
        dialog.save_wanted.connect(self.save_figure)
        dialog.open()

    @Slot(object)
    def copy_figure(self, figure: Figure) -> None:
        """Put a picture on the clipboard."""
        from desktop_app.ui.pictures.files import figure_mime

        QApplication.clipboard().setMimeData(figure_mime(figure, self._view.nct_id))
        self.said.emit(_("Copied the picture “{title}”.").format(title=figure.title))

    @Slot(object)
    def save_figure(self, figure: Figure) -> None:
        """Ask where, then write a picture."""
        suggested = self._folder() / f"{self._view.nct_id or 'study'}_{figure.id}.svg"
        target = ask_for_picture(self._window, suggested)
        if target is None:
            return
        from desktop_app.ui.pictures.files import write_figure

        try:
            write_figure(figure, self._view.nct_id, target)
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        self._settings.change(last_export_folder=str(target.parent))
        self.said.emit(_("The picture is in {path}.").format(path=target))

    def _folder(self) -> Path:
        last = Path(self._settings.current.last_export_folder)
        if self._settings.current.last_export_folder and last.is_dir():
            return last
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        return Path(QStandardPaths.writableLocation(pictures) or Path.home())


def ask_for_picture(window: QWidget, suggested: Path) -> Path | None:
    """Ask where to write a picture; returns None where nothing is to be written."""
    forms = ";;".join(f"{_(name)} (*{suffix})" for suffix, name in _FORMS.items())
    chosen, form = QFileDialog.getSaveFileName(window, _("Save Picture"), str(suggested), forms)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in _FORMS:
        return path
    suffix = next((one for one in _FORMS if one in form), ".svg")
    return path.with_name(path.name + suffix)
