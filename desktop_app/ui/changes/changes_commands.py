"""The commands for what changed, and the strip that tells of it when a study is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.store.library import Library
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.changes.changes_strip import ChangesStrip
from desktop_app.ui.exporting.chosen import Chosen, OpenStudy, SelectedRows
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.panes.reading_aids import ReadingAids
from desktop_app.ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from desktop_app.store.versions import StoredVersion
    from desktop_app.ui.changes.changes_dialog import ChangesDialog
    from desktop_app.ui.changes.comparing import Compared, Versions

_PAIR = 2
LOOKED = N_("Changed since you last looked: {counts}.")
BEFORE = N_("Changed since the version before: {counts}.")
CAME = N_("A newer version of this record came: {counts}.")


@dataclass(frozen=True, slots=True)
class Since:
    """A study that changed: the version that was looked at, None where none was."""

    nct_id: str
    seen_id: int | None


class ChangesCommands(QObject):
    """``said`` tells what cannot be done, ``failed`` an error.

    ``fit_wanted`` tells that the strip has another height, ``looked_at`` that a study that had
    changed counts as changed no more.
    """

    said = Signal(str)
    failed = Signal(object)
    fit_wanted = Signal()
    looked_at = Signal()

    def __init__(
        self,
        shelf: Library,
        runner: TaskRunner,
        desk: ExportDesk,
        strip: ChangesStrip,
        choose: Callable[[], Chosen | None],
        aids: Callable[[], ReadingAids],
    ) -> None:
        super().__init__(desk)
        self._shelf = shelf
        self._runner = runner
        self._desk = desk
        self._strip = strip
        self._choose = choose
        self._aids = aids
        self._since: Since | None = None
        self._opened: StoredVersion | None = None
        self._pair: tuple[int, int] | None = None
        self._looking: Task | None = None
        self._comparing: Task | None = None
        self._dialog: ChangesDialog | None = None
        strip.wanted.connect(self._show_since)

    @Slot()
    def show_changes(self) -> None:
        """Compare the two studies that are selected, or two versions of the open one."""
        chosen = self._choose()
        if isinstance(chosen, SelectedRows) and len(chosen) == _PAIR:
            from desktop_app.ui.changes.comparing import selected_versions

            work = partial(selected_versions, self._desk.open_library, chosen)
            self._runner.start(work, on_success=self._show_pair, on_failure=self.failed.emit)
        elif isinstance(chosen, OpenStudy):
            self._show_study(chosen.nct_id, None)
        elif chosen is not None:
            self.said.emit(_("Select one study, or two to compare them."))

    def show_changes_of(self, nct_id: str) -> None:
        """Show what changed in a study between its newest two versions."""
        self._show_study(nct_id, None)

    def before_opening(self, nct_id: str) -> None:
        """Note which version was looked at last, before another one counts as looked at."""
        is_changed = nct_id in self._shelf.changed((nct_id,))
        self._since = Since(nct_id, self._shelf.seen_version(nct_id)) if is_changed else None

    def use_study(self, opened: OpenStudy) -> None:
        """Tell in the strip what changed in the study that is shown, once that is known."""
        self._say("")
        if self._looking is not None and not self._looking.is_finished:
            self._looking.cancel()
        self._looking = self._pair = None
        self._opened = opened.stored.version
        since, self._since = self._since, None
        if since is None:
            return
        self.looked_at.emit()
        if opened.stored.is_current and since.nct_id == self._opened.nct_id:
            words = LOOKED if since.seen_id is not None else BEFORE
            try:
                old_id = since.seen_id or self._version_before(since.nct_id)
            except DesktopAppError as error:
                self.failed.emit(error)
            else:
                self._look(old_id, self._opened.id, words)

    @Slot()
    def look_again(self) -> None:
        """Tell in the strip that a newer version came of the study that is shown."""
        shown = self._opened
        try:
            newest = None if shown is None else self._newer_than(shown)
        except DesktopAppError:
            # The list, which is read again as well, meets the failure, too, and tells of it.
            return
        if shown is None or newest is None or (self._pair and self._pair[1] == newest):
            return
        self._pair = shown.id, newest
        self._look(shown.id, newest, CAME)

    def _newer_than(self, shown: "StoredVersion") -> int | None:
        """Return the version that has taken the place of one since that was looked at."""
        if shown.nct_id not in self._shelf.changed((shown.nct_id,)):
            return None
        newest = next((one.id for one in self._shelf.versions(shown.nct_id)), shown.id)
        return None if newest == shown.id else newest

    def _look(self, old_id: int | None, new_id: int, words: str) -> None:
        if old_id is None:
            return
        from desktop_app.ui.changes.comparing import compare_versions

        work = partial(compare_versions, self._desk.open_library, old_id, new_id, date.today())
        told = partial(self._tell_since, words)
        self._looking = self._runner.start(work, on_success=told, on_failure=self.failed.emit)

    def _version_before(self, nct_id: str) -> int | None:
        versions = self._shelf.versions(nct_id)
        return versions[1].id if len(versions) > 1 else None

    def _tell_since(self, words: str, compared: "Compared") -> None:
        from desktop_app.presentation.changes.sections import counts_within

        self._looking = None
        if compared.made.rows:
            self._pair = compared.old_id, compared.new_id
            self._say(_(words).format(counts=counts_within(compared.made)))

    def _say(self, words: str) -> None:
        self._strip.show_words(words)
        self.fit_wanted.emit()

    @Slot()
    def _show_since(self) -> None:
        chosen = self._choose()
        if isinstance(chosen, OpenStudy):
            self._show_study(chosen.nct_id, self._pair)

    def _show_study(self, nct_id: str, pair: tuple[int, int] | None) -> None:
        from desktop_app.ui.changes.comparing import versions_of

        try:
            versions = versions_of(self._shelf, nct_id)
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        self._open(versions, versions, pair)

    @Slot(object)
    def _show_pair(self, both: "tuple[Versions, ...]") -> None:
        if len(both) == _PAIR:
            old, new = both
            self._open(old, new, None)

    def _open(self, old: "Versions", new: "Versions", pair: tuple[int, int] | None) -> None:
        dialog = self._dialog or self._make_dialog()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.show_versions(old, new, pair)

    def _make_dialog(self) -> "ChangesDialog":
        from desktop_app.ui.changes.changes_dialog import ChangesDialog

        window: QWidget = self._desk.window
        dialog = self._dialog = ChangesDialog(self._aids(), window)
        dialog.comparison_wanted.connect(self._compare)
        dialog.study_wanted.connect(self._compare_with)
        dialog.page_wanted.connect(self._write_page)
        dialog.file_wanted.connect(self._write_file)
        dialog.destroyed.connect(self._forget)
        return dialog

    @Slot(int, int)
    def _compare(self, old_id: int, new_id: int) -> None:
        from desktop_app.ui.changes.comparing import compare_versions

        if self._comparing is not None and not self._comparing.is_finished:
            self._comparing.cancel()
        work = partial(compare_versions, self._desk.open_library, old_id, new_id, date.today())
        self._comparing = self._runner.start(
            work, on_success=self._show_compared, on_failure=self._show_failure
        )

    @Slot(object)
    def _show_compared(self, compared: "Compared") -> None:
        if self._dialog is not None:
            self._dialog.show_comparison(compared)

    @Slot(object)
    def _show_failure(self, error: DesktopAppError) -> None:
        if self._dialog is not None:
            self._dialog.say_failed(str(error))

    @Slot(str)
    def _compare_with(self, words: str) -> None:
        """Compare the first study with another one, whose number somebody wrote."""
        from desktop_app.ui.changes.comparing import versions_of

        dialog = self._dialog
        number = parse_nct_number(words)
        if dialog is None or dialog.first is None:
            return
        if number is None:
            dialog.say_failed(
                _("“{words}” is no NCT number, such as NCT03816852.").format(words=words)
            )
            return
        try:
            dialog.show_versions(
                dialog.first, versions_of(self._shelf, format_nct_id(number)), None
            )
        except DesktopAppError as error:
            dialog.say_failed(str(error))

    @Slot()
    def _write_page(self) -> None:
        from desktop_app.ui.changes.changes_files import ChangesFiles

        if self._dialog is not None and self._dialog.compared is not None:
            ChangesFiles(self._desk).write_page(self._dialog.compared, self._dialog)

    @Slot()
    def _write_file(self) -> None:
        from desktop_app.ui.changes.changes_files import ChangesFiles

        if self._dialog is not None and self._dialog.compared is not None:
            ChangesFiles(self._desk).write_file(self._dialog.compared, self._dialog)

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
