"""All that the window does beside listing the library: what is read, imported and written.

The window is painted first; then this is loaded, with what reads and shows studies.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop_app.analysis.checks import notices, record_notices
from desktop_app.languages import _
from desktop_app.presentation.context import Context
from desktop_app.store.library import StoredStudy
from desktop_app.ui.announcements import announce
from desktop_app.ui.changes.changes_commands import ChangesCommands
from desktop_app.ui.commands.glossary_commands import GlossaryCommands
from desktop_app.ui.commands.help_commands import HelpCommands
from desktop_app.ui.commands.link_commands import LinkCommands
from desktop_app.ui.commands.picture_commands import PictureCommands
from desktop_app.ui.commands.preference_commands import PreferenceCommands
from desktop_app.ui.commands.reading_commands import ReadingCommands
from desktop_app.ui.commands.tab_commands import TabCommands
from desktop_app.ui.commands.text_commands import TextCommands
from desktop_app.ui.exporting.chosen import OpenStudy
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.outgoing import Outgoing
from desktop_app.ui.keys.command_keys import CommandKeys
from desktop_app.ui.library.finding.number_jumps import NumberJumps
from desktop_app.ui.library.finding.search_completer import SearchCompleter
from desktop_app.ui.library.finding.search_history import SearchHistory
from desktop_app.ui.library.importer import Importer
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.outside_changes import OutsideChanges
from desktop_app.ui.library.row.row_explaining import RowExplaining
from desktop_app.ui.library.row.row_marking import RowMarking
from desktop_app.ui.library.sidebar.sidebar_commands import SidebarCommands
from desktop_app.ui.library.sidebar.sidebar_desk import SidebarDesk
from desktop_app.ui.library.study_drags import StudyDrags
from desktop_app.ui.looks.lent_letters import LentLetters
from desktop_app.ui.means import Means
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.note_rescue import NoteRescue
from desktop_app.ui.personal.numbers import ChosenNumbers
from desktop_app.ui.personal.open_study import OpenStudyMarks
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.personal.study_commands import StudyCommands
from desktop_app.ui.personal.study_menu import StudyMenu
from desktop_app.ui.personal.trash_commands import TrashCommands
from desktop_app.ui.personal.undo_menu import UndoMenu
from desktop_app.ui.registry.fetching.wiring import FetchParts
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.registry.searching.searching import Searching
from desktop_app.ui.registry.updates.wiring import UpdateParts
from desktop_app.ui.settings import Settings
from desktop_app.ui.status_line import StatusLine, Told
from desktop_app.ui.study.similar_lookup import SimilarLookup
from desktop_app.ui.study.study_view import StudyView
from desktop_app.ui.tasks import Task
from desktop_app.ui.upkeep.wiring import UpkeepDesk
from desktop_app.ui.view_context import context_of, older_version_notices


class Workings(QObject):
    """The open study, and the objects whose methods are the commands.

    ``study_wanted`` tells the number of a study, ``version_wanted`` the id of a version.
    """

    study_wanted = Signal(str)
    version_wanted = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        means: Means,
        browser: LibraryBrowser,
        status: StatusLine,
        keys: CommandKeys,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._shelf = means.shelf
        self._browser = browser
        self._status = status
        settings = means.settings
        self.registry = RegistryAccess(means.directories, settings)
        self.view, self._letters = StudyView(notices=notices), LentLetters()
        self.importer = Importer(means.library, settings, means.writing, window)
        self._outside = OutsideChanges(means.shelf, window)
        self._desk = ExportDesk(means.shelf.another_reader, settings, means.exporting, window)
        self.outgoing = Outgoing(browser, self.view, status, self._desk, means.previewing)
        library = means.library
        rescue = NoteRescue(means.directories.settings, library.personal_path)
        self.personal = PersonalActions(
            *(means.shelf.personal, library.personal_writer(), library.trash()),
            *(means.keeping, rescue, window),
        )
        self.marks = OpenStudyMarks(
            self.personal, self.view.own_marks, self.view.note_panel, window
        )
        chosen, known = self.outgoing.chosen, browser.list.selected_numbers
        self._numbers = ChosenNumbers(
            chosen, known, means.shelf.another_reader, means.keeping, window
        )
        self._own = StudyCommands(self.personal, self._numbers, window)
        self._trash = TrashCommands(self.personal, browser, means.shelf, window)
        self._pictures = PictureCommands(self.view, settings, window)
        self._reading = ReadingCommands(self.view, settings, window)
        self._links = LinkCommands(window)
        self._glossary = GlossaryCommands(self.view.shown_sections, window)
        self._tabs = TabCommands(self.view, window)
        self._help = HelpCommands(means.directories, keys, window)
        self._preferences = PreferenceCommands(settings, means.directories, window)
        self._text = TextCommands(window)
        self._changes = ChangesCommands(
            means.shelf,
            means.previewing,
            self._desk,
            self.view.changes_strip,
            self.outgoing.chosen,
            self._reading.aids,
        )
        self._care = UpkeepDesk(means, self.personal, self.outgoing.chosen, self._numbers, window)
        self.sidebar = SidebarDesk(browser, self)
        self._row_marks = RowMarking(browser, self)
        self._row_words = RowExplaining(browser, self)
        self._history = SearchHistory(browser, settings, self)
        self._completer = SearchCompleter(browser, self._history, self)
        self._jumps = NumberJumps(self)
        self._fetch = FetchParts(means, browser, self.personal, self.registry.client, window)
        self._updates = UpdateParts(means, self.registry, self._numbers, self.view, window)
        self.searching = Searching(
            means, browser, self.sidebar, self.personal, self.registry, window
        )
        self._parts = SidebarCommands(browser, self.sidebar, self.personal, window)
        self.drags = StudyDrags(browser.list, means.shelf, self)
        open_library = means.shelf.another_reader
        self._similar = SimilarLookup(self.view, open_library, means.previewing, window)
        self._wire_study()
        self._wire_importer(keys.actions)
        self._wire_searching()
        self._desk.failed.connect(self.failed)
        self.outgoing.offer(keys.actions)
        self._wire_personal(keys.actions)
        self._care.wire(self.importer, browser, status, self.failed)
        self._updates.study_wanted.connect(self.study_wanted)
        self._updates.library_changed.connect(self.importer.library_changed)
        self._updates.library_changed.connect(self.sidebar.read_places)
        check = keys.actions["check_study_updates"].trigger
        self._updates.wire(check, status, self._changes, self.failed)

    @property
    def targets(self) -> tuple[QObject, ...]:
        """Return the objects whose methods the commands are."""
        of_study = (
            *self.outgoing.commands,
            self._pictures,
            self._reading,
            self._glossary,
            self._changes,
        )
        own = self._own, self._trash, self.marks, self._parts, self._jumps, self._fetch.numbers
        return (
            *(self.importer, *of_study, *own, self.searching),
            *(
                *self._care.targets,
                *self._updates.targets,
                self._help,
                self._preferences,
                self._text,
                self._tabs,
            ),
        )

    @property
    def strips(self) -> tuple[QWidget, ...]:
        """Return what is shown now and then above the library and the study."""
        return self._fetch.strips

    @property
    def own_tools(self) -> tuple[QWidget, ...]:
        """Return the parts that wear the window's style sheet."""
        return (*self.tools_of(self.view), *self.strips)

    @staticmethod
    def tools_of(part: StudyView | PaneView) -> tuple[QWidget, ...]:
        """Return the parts of the study, or of one of its tabs, that wear that style sheet."""
        return (*part.own_tools(), *part.findChildren(QScrollBar))

    def mark(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        """Mark what is in force, and let the study follow."""
        self.outgoing.mark(actions, settings)
        self._reading.mark(actions, settings)

    def current(self, nct_id: str) -> OpenStudy | None:
        """Return the current version of a study, None where the library does not hold it.

        Raises ``DesktopAppError`` where it cannot be read.
        """
        stored = self._shelf.get(nct_id)
        if stored is None:
            return None
        self._changes.before_opening(stored.version.nct_id)
        self._shelf.set_opened(nct_id)
        self._outside.take_note_of_own()
        return self._known(stored)

    def version(self, version_id: int) -> OpenStudy:
        """Return a version of a study, the current one or an older one; raises as `current`."""
        return self._known(self._shelf.version(version_id))

    def show(self, opened: OpenStudy) -> None:
        """Show a study in its tabs."""
        stored = opened.stored
        about_version = older_version_notices(stored)
        about_record = (
            *about_version,
            *self._updates.notices(stored),
            *record_notices(stored.study, opened.left_out),
        )
        self._letters.lend_for(stored.document.content)
        self.view.set_source(partial(source_of, stored))
        self.view.show_study(stored.study, date.today(), about_record, opened.context)
        self.outgoing.use_study(opened)
        self._changes.use_study(opened)
        self.marks.use_study(opened.nct_id)
        self._updates.use_study(stored)
        self._row_marks.read_study(opened.nct_id)

    def let_go(self) -> None:
        """Let go of the files of what belongs to the person, and look at the library no more."""
        self._outside.stop()
        self.searching.close()
        self.importer.let_go()
        self._fetch.close()
        self._updates.close()
        self.registry.close()
        self.personal.close()

    def announce(self) -> None:
        """Have the title of the study said to those who cannot see it."""
        announce(self.view, self.view.spoken_title)

    def _known(self, stored: StoredStudy) -> OpenStudy:
        context: Context = context_of(stored, self._shelf, date.today())
        return OpenStudy(stored, context)

    def _wire_study(self) -> None:
        self.view.link_wanted.connect(self._links.follow)
        self._links.study_wanted.connect(self.study_wanted)
        self._pictures.said.connect(self._status.say)
        self._pictures.failed.connect(self.failed)
        self._changes.said.connect(self._status.say)
        self._changes.failed.connect(self.failed)
        self._changes.fit_wanted.connect(self.view.fit)
        self._changes.looked_at.connect(self.sidebar.read_places)
        self.view.said.connect(self._status.say)
        self.view.failed.connect(self.failed)
        self.view.version_wanted.connect(self.version_wanted)
        self.drags.said.connect(self._status.say)
        self.drags.failed.connect(self.failed)

    def _wire_personal(self, actions: Mapping[str, QAction]) -> None:
        self._undo_menu = UndoMenu(self.personal, actions, self)
        self._trash.offer(actions)
        self._trash.failed.connect(self.failed)
        self._study_menu = StudyMenu(
            self.personal, self._numbers, self._trash, actions, self._browser.list
        )
        self.marks.link_wanted.connect(self.view.show_place)
        self.marks.fitted.connect(self.view.fit)
        self.personal.said.connect(self._status.say)
        self.personal.offered.connect(self._offer_undoing)
        self.personal.changed.connect(self._follow_change)
        self.personal.failed.connect(self.failed)
        self._numbers.failed.connect(self.failed)
        self._parts.said.connect(self._status.say)
        self._jumps.said.connect(self._status.say)
        self._jumps.text_pasted.connect(self.take_numbers)
        self._fetch.wire(
            self.study_wanted, self.importer.library_changed, self._status.say, self.failed
        )
        self.personal.purge_trash()
        if self._shelf.is_personal_kept:
            self.personal.take_back_notes()

    @Slot(str)
    def take_numbers(self, text: str) -> None:
        """Open the studies whose numbers stand in a text; offer to fetch those not held."""
        self._fetch.numbers.take(text)

    def offer_number(self, nct_id: str) -> None:
        """Offer to fetch a study that the library does not hold, or to bring it back."""
        self._fetch.numbers.offer(nct_id)

    @Slot(str)
    def _offer_undoing(self, words: str) -> None:
        self._status.say(words, _("Undo"), self.personal.undo)

    @Slot(object, object)
    def _follow_change(self, _numbers: frozenset[int], kind: Kind) -> None:
        self._outside.take_note_of_own()
        self.sidebar.read_places()
        if kind is Kind.TRASH:
            self._similar.look_again()
        if kind is Kind.TRASH or self._browser.query.is_of_own:
            self._browser.refresh()
        else:
            self._row_marks.read_again()

    def _wire_searching(self) -> None:
        self.searching.study_wanted.connect(self.study_wanted)
        self.searching.library_changed.connect(self.importer.library_changed)
        self.importer.library_changed.connect(self.searching.look_again)
        self.searching.said.connect(self._status.say)
        self.searching.failed.connect(self.failed)
        self._parts.save_instead = self.searching.save

    def _wire_importer(self, actions: Mapping[str, QAction]) -> None:
        self.importer.started.connect(self._follow_import)
        self.importer.said.connect(self._status.say)
        self._status.busy_changed.connect(actions["cancel_import"].setEnabled)
        self.importer.failed.connect(self.failed)
        self.importer.library_changed.connect(self._browser.follow)
        self.importer.library_changed.connect(self._changes.look_again)
        self.importer.library_changed.connect(self._similar.look_again)
        self.importer.study_wanted.connect(self.study_wanted)
        self.importer.numbers_pasted.connect(self.take_numbers)
        self.importer.pause_offered.connect(self._status.offer_pause)
        self.importer.pause_offered.connect(actions["pause_import"].setEnabled)
        self.importer.waiting_found.connect(actions["continue_import"].setEnabled)
        self._status.pause_wanted.connect(self.importer.pause_import)
        self.importer.library_changed.connect(self._outside.take_note)
        self._outside.seen.connect(self.importer.library_changed)
        self._outside.own_seen.connect(self.personal.tell_others_changed)

    def offer_to_continue(self) -> None:
        """Offer to go on with an import that did not come to its end."""
        words = self.importer.look_for_waiting()
        if words:
            self._status.say(words, _("Continue"), self.importer.continue_import)
        else:
            self._updates.whole.offer_to_continue()

    @Slot(object, str, object)
    def _follow_import(self, task: Task, message: str, told: Told) -> None:
        self._status.follow_task(task, message, told)


def source_of(stored: StoredStudy) -> tuple[bytes, str]:
    """Return the source document of a study, byte for byte, and its form."""
    return stored.document.content, stored.document.format.value
