"""What can go wrong outside our own code; ``str(error)`` is a sentence fit for the user."""


class DesktopAppError(Exception):
    """A failure that the user or the environment caused, and that the user can act on."""


class RecordFormatError(DesktopAppError):
    """What was given is not a record that can be read; says why."""


class StoreError(DesktopAppError):
    """The library cannot be opened, read or written."""


class StoreTooNewError(StoreError):
    """The library was made by a newer version of the application; it is left untouched."""


class StoreDamagedError(StoreError):
    """The library file is damaged or is not a library."""


class LibraryGoneError(StoreError):
    """The library that was in a folder the last time is not there."""


class StudyNotFoundError(DesktopAppError):
    """The library holds no study of that number."""


class ExportError(DesktopAppError):
    """A file cannot be written: no permission, disk full, no such folder."""


class PrintError(DesktopAppError):
    """A printer does not print: it is gone, out of order or refuses the pages."""
