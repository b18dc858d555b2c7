"""The Record tab, in sections or as the tree of its source document."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.export.files import write_whole
from desktop_app.languages import N_, _
from desktop_app.presentation.pane import Pane
from desktop_app.punctuation import joined_sentences, with_note
from desktop_app.readers.reading import SourceFormat
from desktop_app.readers.source_tree import read_source_tree
from desktop_app.study.study import Study
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.panes.pane_view import LoadSource, PaneView
from desktop_app.ui.panes.source_tree_view import SourceTreeView
from desktop_app.ui.panes.version_box import VersionBox

_KEY = "Alt+O"
_TO_SOURCE = (N_("Sh&ow source"), N_("Show every field of the source document as a tree"))
_TO_SECTIONS = (N_("Sh&ow as sections"), N_("Show what the record says in sections"))
_ENDINGS = {SourceFormat.CTGOV_JSON: "json", SourceFormat.CTGOV_XML: "xml"}
_NO_SOURCE = N_("The source document of this record is not at hand.")


class RecordPane(PaneView):
    """The sections of a record, or its source document, which can be saved byte for byte."""

    def __init__(self, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(pane, parent)
        self.shows_source = False
        self.source_button = QPushButton()
        self.source_button.setFlat(True)
        self.source_button.clicked.connect(self._change_form)
        self.source = SourceTreeView()
        self.source.save_wanted.connect(self._save)
        self.source.hide()
        self._load: LoadSource | None = None
        self._is_loaded = False
        self.versions = VersionBox()
        self.versions.version_wanted.connect(self.version_wanted)
        self.add_tools(self.versions, self.source_button, at_right=True)
        self._column.addWidget(self.source, 1)
        self._say_other_form()

    def set_source(self, load: LoadSource | None) -> None:
        """Take what gives the source document; it is asked for when somebody wants to see it."""
        self._load = load
        self._is_loaded = False
        self.show_tools(load is not None)
        self._show_form(as_source=False)

    def show_study(self, study: Study) -> None:
        """Show the record of a study in sections."""
        self.show_tools(self._load is not None)
        provenance = self._context.provenance
        self.versions.show_versions(provenance.versions if provenance else ())
        self._show_form(as_source=False)
        super().show_study(study)

    def show_text(self) -> None:
        """Show the sections; the tree is searched by its own box."""
        if self.shows_source:
            self._show_form(as_source=False)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on what is read."""
        if self.shows_source:
            self.source.tree.setFocus(reason)
        else:
            super().take_focus(reason)

    def own_tools(self) -> tuple[QWidget, ...]:
        """Return the bars that wear the window's style sheet."""
        return (*super().own_tools(), self.source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tree where the text would be."""
        super().resizeEvent(event)
        self.source.align(self.view.page_start, self.view.page_end)

    @Slot()
    def _change_form(self) -> None:
        self._show_form(as_source=not self.shows_source)
        self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, *, as_source: bool) -> None:
        self.shows_source = as_source
        if as_source and not self._is_loaded:
            self._fill_tree()
        self.view.setVisible(not as_source)
        self.source.setVisible(as_source)
        self.source.align(self.view.page_start, self.view.page_end)
        self._say_other_form()

    def _fill_tree(self) -> None:
        """Read the document; one that cannot be read leaves a sentence in its place."""
        self._is_loaded = True
        try:
            content, form = self._load() if self._load else (b"", "")
            if form:
                self.source.show_tree(read_source_tree(content, SourceFormat(form)))
            else:
                self.source.show_problem(_(_NO_SOURCE))
        except (DesktopAppError, ValueError, RecursionError) as error:
            self._is_loaded = False
            words = _("The source document cannot be shown as a tree.")
            self.source.show_problem(joined_sentences((words, str(error))))

    def _say_other_form(self) -> None:
        """Say on the button what it would show."""
        words, tip = _TO_SECTIONS if self.shows_source else _TO_SOURCE
        self.source_button.setText(_(words))
        self.source_button.setToolTip(with_note(_(tip), key_words(_KEY)))
        # Another text takes the key away.
        self.source_button.setShortcut(_KEY)

    @Slot()
    def _save(self) -> None:
        """Ask where, then write the document byte for byte."""
        if self._load is None:
            return
        try:
            content, form = self._load()
            target = self._ask(form)
            if target is None:
                return
            write_whole(target, content)
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        self.said.emit(_("The source document is in {path}.").format(path=target))

    def _ask(self, form: str) -> Path | None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        suggested = folder / f"{self._nct_id() or 'record'}.{ending_of(form)}"
        title = _("Save Source As")
        chosen, _filter = QFileDialog.getSaveFileName(self.window(), title, str(suggested))
        return Path(chosen) if chosen else None

    def _nct_id(self) -> str:
        if self._study is None:
            return ""
        return self._study.protocol_section.identification_module.nct_id or ""


def ending_of(form: str) -> str:
    """Return how the name of a document of a form ends."""
    return _ENDINGS.get(SourceFormat(form), "txt")
