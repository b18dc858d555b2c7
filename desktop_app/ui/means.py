"""What the window and its parts work with."""

from typing import NamedTuple

from desktop_app.directories import Directories
from desktop_app.store.library import Library
from desktop_app.ui.afterwards import Afterwards
from desktop_app.ui.settings import SettingsKeeper
from desktop_app.ui.tasks import TaskRunner


class Means(NamedTuple):
    """Library, settings and threads.

    A library may be used by one thread at a time, so there are three of it: ``shelf`` is for the
    GUI thread, ``searched`` for the tasks of ``reading`` and ``library``, which alone can be added
    to, for those of ``writing``. The tasks of ``keeping`` write what belongs to the person, those
    of ``exporting``, ``previewing`` and ``upkeep`` open a library of their own where they need it,
    and so wait for none of them. ``afterwards`` takes what is to be done once the window is closed.
    """

    library: Library
    shelf: Library
    searched: Library
    directories: Directories
    settings: SettingsKeeper
    writing: TaskRunner
    reading: TaskRunner
    exporting: TaskRunner
    previewing: TaskRunner
    keeping: TaskRunner
    upkeep: TaskRunner
    afterwards: Afterwards
