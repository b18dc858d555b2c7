"""What files hold, unit by unit: of an archive, of a library, of a long file, or each as one."""

from collections.abc import Iterator, Sequence

from desktop_app.languages import _
from desktop_app.readers.limits import Limits
from desktop_app.readers.reasons import reason_of
from desktop_app.readers.zip_members import is_archive
from desktop_app.store.importing.files import SourceFile
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.units.archives import members
from desktop_app.store.importing.units.contents import contents
from desktop_app.store.importing.units.unit import Unit, refused


def units_of(files: Sequence[SourceFile], start: Position, limits: Limits) -> Iterator[Unit]:
    """Yield the units of all files, from a position on."""
    for number in range(start.file, len(files)):
        begin = start if number == start.file else Position(file=number)
        yield from _units_of_file(files[number], begin, limits)


def _units_of_file(file: SourceFile, begin: Position, limits: Limits) -> Iterator[Unit]:
    if file.reason:
        yield refused(begin, str(file.path), file.reason)
        return
    if file.is_library:
        # Loaded here: few imports are of a library.
        from desktop_app.store.importing.units.libraries import library_units

        yield from library_units(file, begin, limits)
        return
    try:
        if is_archive(file.path):
            yield from members(file, begin, limits)
        else:
            yield from contents(file, begin, limits)
    except OSError as error:
        words = _("It cannot be read: {reason}.")
        yield refused(begin, str(file.path), words.format(reason=reason_of(error)))
