"""What can go wrong outside our own code; ``str(error)`` is a sentence fit for the user."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


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


class RegistryError(DesktopAppError):
    """The registry does not give what was asked of it."""


class RegistryUnreachableError(RegistryError):
    """No network, no such address, or a connection that breaks or is too slow."""


class RegistryUntrustedError(RegistryError):
    """Whoever answers cannot show that it is the registry, or leads away from HTTPS."""


class RegistryBusyError(RegistryError):
    """The registry asks to come back later, or fails by itself, also after several tries.

    ``retry_at`` is when it may be asked again (UTC), None where it did not say.
    """

    retry_at: "datetime | None" = None


class RegistryAnswerError(RegistryError):
    """What was answered is not what the registry's interface answers: a log-in page, say."""


class AnswerTooLargeError(RegistryAnswerError):
    """An answer is larger than any should be; a page of fewer studies may do."""


class RegistryQueryError(RegistryError):
    """The registry does not understand the words or the parts of a search."""


class StudyNotAtRegistryError(RegistryError):
    """The registry has no study of that number, or no longer."""


class PageTokenError(RegistryError):
    """The registry no longer knows the place in a list of results; the list begins again."""
