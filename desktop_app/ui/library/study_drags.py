"""Studies that are dragged out of the list to another program."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QStyle

from desktop_app.errors import DesktopAppError, ExportError
from desktop_app.languages import _
from desktop_app.store.library import Library
from desktop_app.ui.library.dragged_files import DragFolder, DraggedStudies
from desktop_app.ui.library.library_list import LibraryList

MOST_DRAGGED = 100
"""Of studies: their files are made while the other program waits."""


class StudyDrags(QObject):
    """Gives the selected studies away as files. ``said`` and ``failed`` tell why it does not."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, studies: LibraryList, shelf: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._studies = studies
        self._shelf = shelf
        self._folder = DragFolder()

    @Slot()
    def drag(self) -> None:
        """Let the selected studies be dragged, until they are dropped somewhere."""
        count = sum(map(len, self._studies.selected_rows()))
        if count > MOST_DRAGGED:
            words = _(
                "Up to {count} studies can be dragged at once. Export As in the File menu writes"
                " any number into a folder."
            )
            self.said.emit(words.format(count=MOST_DRAGGED))
            return
        nct_ids = self._studies.selected_numbers()
        if nct_ids:
            self._start(DraggedStudies(nct_ids, self._files_of))

    def _start(self, content: DraggedStudies) -> None:
        view = self._studies.view
        drag = QDrag(view)
        drag.setMimeData(content)
        icon = view.style().standardIcon(QStyle.StandardPixmap.SP_FileIcon)
        drag.setPixmap(icon.pixmap(view.fontMetrics().height() * 2))
        drag.exec(Qt.DropAction.CopyAction)

    def _files_of(self, nct_ids: Sequence[str]) -> tuple[Path, ...]:
        try:
            return tuple(self._written(nct_ids))
        except DesktopAppError as error:
            self.failed.emit(error)
        except OSError as error:
            words = _("The studies cannot be dragged: no file can be made for them ({reason}).")
            reason = error.strerror or str(error)
            self.failed.emit(ExportError(words.format(reason=reason)))
        return ()

    def _written(self, nct_ids: Sequence[str]) -> Iterator[Path]:
        for nct_id in nct_ids:
            document = self._shelf.source(nct_id)
            if document is not None:
                yield self._folder.write(nct_id, document)
