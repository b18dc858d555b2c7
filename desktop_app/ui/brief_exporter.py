"""The commands that put the open study on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.study.study import Study
from desktop_app.ui.help_commands import open_in_system
from desktop_app.ui.settings import PaperSize, Settings, SettingsKeeper
from desktop_app.ui.tasks import Progress, TaskRunner


@dataclass(frozen=True, slots=True)
class OpenStudy:
    """The study that is shown, with the hash of the document that it was read from."""

    study: Study
    document_sha256: str
    left_out: tuple[str, ...] = ()
    """What was left out of the study because it could not be read."""

    @property
    def nct_id(self) -> str:
        """Return the number, empty where the record has none."""
        return self.study.protocol_section.identification_module.nct_id or ""


@dataclass(frozen=True, slots=True)
class WrittenBrief:
    """A brief that was written; ``notes`` tells what it shortened, or is empty."""

    path: Path
    notes: str


def write_open_study(
    opened: OpenStudy, target: Path, paper: PaperSize, today: date, progress: Progress
) -> WrittenBrief:
    """Write the brief; what writes it is loaded when the first is wanted."""
    from desktop_app.export.brief.file import write_brief
    from desktop_app.export.paper import Paper

    progress(0)
    report = write_brief(
        opened.study, opened.document_sha256, target, paper=Paper[paper.value], today=today
    )
    return WrittenBrief(
        target, f"Shortened: {', '.join(report.shortened)}." if report.shortened else ""
    )


class BriefExporter(QObject):
    """Asks where, writes off the GUI thread, tells how it went."""

    said = Signal(str)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, settings: SettingsKeeper, runner: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._runner = runner
        self._window = window
        self._opened: OpenStudy | None = None

    def use_study(self, opened: OpenStudy) -> None:
        """Take the study that is to be put on paper."""
        self._opened = opened

    def mark(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        """Mark what is in force."""
        actions["use_a4"].setChecked(settings.paper is PaperSize.A4)
        actions["use_letter"].setChecked(settings.paper is PaperSize.LETTER)
        actions["open_after_export"].setChecked(settings.open_after_export)

    @Slot()
    def export_brief(self) -> None:
        """Ask where, then write."""
        if self._opened is None:
            return
        from desktop_app.export.brief.file import brief_file_name

        name = brief_file_name(self._opened.study, date.today())
        target = ask_for_pdf(self._window, self._folder() / name)
        if target is not None:
            self._settings.change(last_export_folder=str(target.parent))
            self.write_to(target)

    def write_to(self, target: Path) -> None:
        """Write the brief of the open study."""
        if self._opened is None:
            return
        work = partial(
            write_open_study, self._opened, target, self._settings.current.paper, date.today()
        )
        self.said.emit("Writing the brief …")
        self._runner.start(work, on_success=self._tell_written, on_failure=self.failed.emit)

    @Slot()
    def use_a4(self) -> None:
        """Write for A4."""
        self._settings.change(paper=PaperSize.A4)

    @Slot()
    def use_letter(self) -> None:
        """Write for US Letter."""
        self._settings.change(paper=PaperSize.LETTER)

    @Slot(bool)
    def open_after_export(self, wanted: bool) -> None:
        """Open each brief once it is written, or do not."""
        self._settings.change(open_after_export=wanted)

    def _folder(self) -> Path:
        last = Path(self._settings.current.last_export_folder)
        if self._settings.current.last_export_folder and last.is_dir():
            return last
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())

    @Slot(object)
    def _tell_written(self, brief: WrittenBrief) -> None:
        self.written.emit(brief)
        if self._settings.current.open_after_export:
            open_in_system(brief.path, self._window)


def ask_for_pdf(window: QWidget, suggested: Path) -> Path | None:
    """Ask where to write; returns None where nothing is to be written."""
    chosen, _ = QFileDialog.getSaveFileName(window, "Export Brief", str(suggested), "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
