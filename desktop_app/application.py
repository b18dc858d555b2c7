"""The composition root: makes library, tasks and window and hands each what it needs.

The window is painted before anything is loaded that reads, shows or writes a study.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

# Before anything of PySide6.
import desktop_app.ui.bindings  # noqa: F401

# isort: split
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication

from desktop_app import __version__, systems
from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError, StoreError
from desktop_app.installation import running_program
from desktop_app.resource_files import resource_path
from desktop_app.store.library import Library
from desktop_app.ui.afterwards import Afterwards, Errand
from desktop_app.ui.arrivals.file_opening import FileOpeningApplication
from desktop_app.ui.faults.log import log_to_file, stop_logging
from desktop_app.ui.faults.platform_failures import platform_failures_told
from desktop_app.ui.faults.reports import Reports
from desktop_app.ui.faults.uncaught import UncaughtErrors, qt_messages_in_log
from desktop_app.ui.interrupts import Interrupts
from desktop_app.ui.looks.icons import application_icon
from desktop_app.ui.looks.theme import Appearance
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.means import Means
from desktop_app.ui.opening import Opening
from desktop_app.ui.settings import SettingsKeeper, Theme
from desktop_app.ui.spoken_language import speak_as_chosen
from desktop_app.ui.tasks import ImmediateTaskRunner, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.readers.reading import ReadRecord, SourceDocument
    from desktop_app.ui.dialogs.bug import BugReporter

APPLICATION_ID = "org.trialprotocolviewer.TrialProtocolViewer"
SAMPLE = "NCT03816852"
_CAPTURE_SIZE = QSize(1360, 860)
_SWITCH_SECONDS = 0.0005
"""How long another thread may keep the window's from going on; a painting waits many times."""


class Session(NamedTuple):
    """What one window needs; closed in the order in which it hangs together.

    ``keeper`` owns what is neither shown nor stored.
    """

    keeper: QObject
    library: Library
    shelf: Library
    searched: Library
    writing: TaskRunner
    reading: TaskRunner
    exporting: TaskRunner
    previewing: TaskRunner
    keeping: TaskRunner
    upkeep: TaskRunner
    afterwards: Afterwards
    settings: SettingsKeeper
    window: MainWindow

    @classmethod
    def start(
        cls,
        app: QApplication,
        library: Library,
        directories: Directories,
        runner: type[TaskRunner] = TaskRunner,
        settings: SettingsKeeper | None = None,
    ) -> Self:
        """Make the whole window over a library, dressed as the settings say."""
        session = cls.begin(app, library, directories, runner, settings)
        session.window.furnish()
        return session

    @classmethod
    def begin(
        cls,
        app: QApplication,
        library: Library,
        directories: Directories,
        runner: type[TaskRunner] = TaskRunner,
        settings: SettingsKeeper | None = None,
    ) -> Self:
        """Make of the window what lists the library; the rest follows when it is needed."""
        keeper = QObject(app)
        settings = settings or SettingsKeeper(directories.settings, keeper)
        appearance = Appearance(app, keeper)
        appearance.wear(settings.current)
        names = ("writing", "reading", "exporting", "previewing", "keeping", "upkeep")
        writing, reading, exporting, previewing, keeping, upkeep = (
            runner(keeper, name=name) for name in names
        )
        afterwards = Afterwards()
        shelf, searched = library.another_reader(), library.another_reader()
        means = Means(
            *(library, shelf, searched, directories, settings),
            *(writing, reading, exporting, previewing, keeping, upkeep),
            afterwards,
        )
        window = MainWindow(means, appearance)
        return cls(
            keeper,
            library,
            shelf,
            searched,
            writing,
            reading,
            exporting,
            previewing,
            keeping,
            upkeep,
            afterwards,
            settings,
            window,
        )

    def close(self) -> None:
        """Stop all work, then let go of the library; what belongs to the person is written."""
        self.keeping.finish()
        self.window.let_go()
        self.writing.begin_closing()
        self.searched.interrupt()
        self.window.let_go_of_library()
        runners = self.reading, self.writing, self.exporting, self.previewing, self.upkeep
        for runner in runners:
            runner.close()
        for library in (self.searched, self.shelf, self.library):
            library.close()
        self.window.deleteLater()
        self.keeper.deleteLater()


def make_application() -> QApplication:
    """Return the application object, named as the desktop knows it."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    systems.restore_loader_paths(os.environ)
    sys.setswitchinterval(_SWITCH_SECONDS)
    systems.claim_place_on_task_bar(APPLICATION_ID)
    systems.show_installers_that_it_runs("TrialProtocolViewer")
    with platform_failures_told():
        app = FileOpeningApplication(sys.argv[:1])
    app.setApplicationName("TrialProtocolViewer")
    app.setApplicationDisplayName("Trial Protocol Viewer")
    app.setApplicationVersion(__version__)
    app.setOrganizationName("TrialProtocolViewer")
    app.setDesktopFileName(APPLICATION_ID)
    return app


def run_window(directories: Directories, inputs: Sequence[str], address: str = "") -> int:
    """Open the window with the studies that the inputs mean; returns the exit code.

    Later starts of the program hand over at the address what they are asked for.
    """
    app = make_application()
    interrupts = Interrupts(app)
    interrupts.listen()
    log_to_file(directories.logs)
    uncaught = UncaughtErrors(app)
    uncaught.install(directories.logs)
    try:
        return _run(app, directories, inputs, address, uncaught, interrupts)
    finally:
        uncaught.uninstall()
        stop_logging()
        interrupts.stop()


def _run(
    app: QApplication,
    directories: Directories,
    inputs: Sequence[str],
    address: str,
    uncaught: UncaughtErrors,
    interrupts: Interrupts,
) -> int:
    """Open the window, and once more after whatever is done in between; returns the exit code."""
    while True:
        code, errand = _run_once(app, directories, inputs, address, uncaught, interrupts)
        if errand is None:
            return code
        # What the window was made of goes before another is made.
        gc.unfreeze()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        directories, inputs = errand() or directories, ()


def _run_once(
    app: QApplication,
    directories: Directories,
    inputs: Sequence[str],
    address: str,
    uncaught: UncaughtErrors,
    interrupts: Interrupts,
) -> tuple[int, Errand | None]:
    settings = SettingsKeeper(directories.settings, app)
    speak_as_chosen(app, settings.current, QLocale.system(), os.environ)
    # While a dialog says why there is no library, there is no window yet that hears of it.
    interrupts.heard.connect(app.closeAllWindows)
    library = _open_library(directories)
    if library is None:
        return 1, None
    interrupts.heard.disconnect(app.closeAllWindows)
    session = Session.begin(app, library, directories, settings=settings)
    interrupts.heard.connect(session.window.quit_application)
    make_reporter = partial(_make_reporter, session, directories, running_program().was_replaced)
    reports = Reports(make_reporter, session.keeper)
    uncaught.caught.connect(reports.report, Qt.ConnectionType.QueuedConnection)
    begin = partial(_begin, app, session, directories, reports, inputs, address)
    Opening(session.window, session.previewing, begin, session.keeper)
    session.window.show()
    try:
        code = app.exec()
    finally:
        session.close()
    return code, session.afterwards.take()


def _begin(
    app: QApplication,
    session: Session,
    directories: Directories,
    reports: Reports,
    inputs: Sequence[str],
    address: str,
) -> None:
    """Show the first study, once the window is painted, and whatever else is there to be told."""
    from desktop_app.ui.arrivals.callers import Callers
    from desktop_app.ui.faults.crash_files import take_crashes

    window = session.window
    app.setWindowIcon(application_icon())
    open_first_study(session, inputs)
    reports.get_ready()
    reports.offer(take_crashes(directories.logs))
    callers = Callers(window, window, session.keeper)
    callers.listen(address)
    if isinstance(app, FileOpeningApplication):
        callers.listen_to_system(app)
    # What the start has made stays until the end: the collector need not look at it again. It may
    # have been switched off for the start.
    gc.freeze()
    gc.enable()


def _make_reporter(
    session: Session, directories: Directories, was_replaced: Callable[[], bool]
) -> BugReporter:
    from desktop_app.ui.dialogs.bug import BugReporter, library_size

    size = partial(library_size, session.shelf)
    return BugReporter(directories.logs, session.window, size, was_replaced)


def _reread(document: SourceDocument) -> ReadRecord:
    from desktop_app.readers.detect import reread

    return reread(document)


def _open_library(directories: Directories) -> Library | None:
    if directories.personal is not None:
        # Where that fails, opening the file says why.
        with suppress(OSError):
            directories.personal.parent.mkdir(parents=True, exist_ok=True)
    while True:
        try:
            library = Library.open(
                directories.library,
                reader=_reread,
                read_only=directories.is_read_only,
                personal_path=directories.personal,
            )
        except StoreError as error:
            if not say_no_library(error, directories):
                return None
        else:
            directories.note_library()
            return library


@contextmanager
def _alone(directories: Directories) -> Iterator[QApplication]:
    """Dress the application, and let it speak, for dialogs that have no window behind them."""
    app = make_application()
    settings = SettingsKeeper(directories.settings, app)
    speak_as_chosen(app, settings.current, QLocale.system(), os.environ)
    appearance = Appearance(app, app)
    appearance.wear(settings.current)
    yield app
    appearance.deleteLater()


def say_alone(error: DesktopAppError, directories: Directories) -> None:
    """Say in a dialog, with no window behind it, why there is none."""
    from desktop_app.ui.dialogs.notice import NoticeDialog

    with _alone(directories) as app:
        NoticeDialog(None, app.applicationDisplayName(), str(error)).exec()


def say_no_library(error: StoreError, directories: Directories) -> bool:
    """Say in a dialog why the library cannot be opened, and offer what can be done.

    Returns whether it can be opened now.
    """
    from desktop_app.ui.dialogs import no_library

    with _alone(directories):
        return no_library.say_no_library(error, directories, _reread)


def open_first_study(session: Session, inputs: Sequence[str]) -> None:
    """Show what was asked for, or else the study that was open last, or else the sample."""
    try:
        last = session.shelf.last_opened()
        is_first = last is None and session.shelf.count() == 0
        if is_first:
            last = import_sample(session.library)
            session.window.refresh_library()
    except DesktopAppError as error:
        session.window.refresh_library()
        session.window.tell(error)
        last, is_first = None, False
    if last is not None and not inputs:
        session.window.show_study(last)
        if is_first:
            session.window.greet()
    session.window.open_inputs(inputs)
    session.window.offer_to_continue()


def import_sample(library: Library) -> str | None:
    """Put the sample into the library; returns its number, or None where it is not shipped."""
    from desktop_app.readers.reading import ReadRecord
    from desktop_app.readers.sources import read_sources

    readings = read_sources([resource_path("samples", f"{SAMPLE}.json")])
    records = [reading for reading in readings if isinstance(reading, ReadRecord)]
    added = list(library.add_all(records))
    return added[0].nct_id if added else None


def capture(
    directories: Directories,
    into: Path,
    *,
    theme: Theme = Theme.LIGHT,
    text_percent: int = 100,
    size: QSize = _CAPTURE_SIZE,
) -> tuple[Path, ...]:
    """Open the sample in the window and write a picture of each tab into a folder.

    The caller chooses the platform that draws, by ``QT_QPA_PLATFORM``, before Qt is imported.
    """
    app = make_application()
    into.mkdir(parents=True, exist_ok=True)
    library = Library.open(directories.library, reader=_reread)
    with qt_messages_in_log():
        session = Session.start(app, library, directories, ImmediateTaskRunner)
        try:
            session.settings.change(theme=theme, text_percent=text_percent)
            session.window.resize(size)
            return _grab_tabs(session, into)
        finally:
            session.window.close()
            session.close()


def _grab_tabs(session: Session, into: Path) -> tuple[Path, ...]:
    from desktop_app.ui.study.tab_pictures import TabPictures

    import_sample(session.library)
    session.window.show()
    session.window.refresh_library()
    session.window.show_study(SAMPLE)
    return TabPictures(session.window, into, SAMPLE).take()
