"""``trialviewer check``, ``rebuild``, ``backup``, ``restore`` and ``export-library``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.command_line.libraries import lacking_studies, open_existing
from desktop_app.command_line.options import Options
from desktop_app.command_line.percent_line import percent_told
from desktop_app.directories import expanded
from desktop_app.errors import DesktopAppError, StoreError
from desktop_app.handover.lock import Hold, WindowLock
from desktop_app.languages import _, ngettext
from desktop_app.punctuation import labelled
from desktop_app.store.backups.files import Kind, backup_at
from desktop_app.store.backups.restoring import restore_library, restore_personal
from desktop_app.store.exchange.format import SUFFIX
from desktop_app.store.upkeep import Upkeep
from desktop_app.study.nct_numbers import parse_nct_number

_PERSONAL_NAME = "personal.sqlite3"


def check_library(options: Options) -> int:
    """Check everything; the exit code is 1 where something is wrong."""
    with _upkeep(options) as upkeep, percent_told() as tell_percent:
        checked = upkeep.check(tell_percent)
    for finding in checked.findings:
        print(finding.sentence)
    if not checked.findings:
        words = ngettext(
            "Everything is sound: {count} source document was compared byte for byte.",
            "Everything is sound: {count} source documents were compared byte for byte.",
            checked.documents,
        )
        print(words.format(count=checked.documents))
    return 1 if checked.findings else 0


def rebuild_index(options: Options) -> int:
    """Build lists and index again."""
    with _upkeep(options) as upkeep, percent_told() as tell_percent:
        upkeep.rebuild(tell_percent)
    print(_("The index was built again from the documents."))
    return 0


def back_up_library(options: Options) -> int:
    """Copy library and personal file, and print the names of the copies."""
    folder = None if options.output == Path() else options.output
    with _upkeep(options) as upkeep, percent_told() as tell_percent:
        made = upkeep.back_up(folder, tell_percent)
    for path in made:
        print(path)
    return 0


def restore_backups(options: Options) -> int:
    """Put backups back, and print where what was there before is kept."""
    folder = options.directories.library
    for word in options.inputs:
        backup = backup_at(expanded(word))
        if backup is None:
            raise DesktopAppError(_no_backup(word, expanded(word)))
        if backup.kind is Kind.PERSONAL:
            kept = restore_personal(backup, options.directories.personal or folder / _PERSONAL_NAME)
        else:
            with WindowLock(folder) as lock:
                if lock.hold is Hold.ELSEWHERE:
                    told = _("The library in {folder} is open in a window. Close that first.")
                    raise StoreError(told.format(folder=folder))
                with percent_told() as tell_percent:
                    kept = restore_library(backup, folder / "library.sqlite3", tell_percent)
        print(_("Restored: {path}").format(path=backup.path))
        if kept is not None:
            print(_("What was there before: {path}").format(path=kept))
    return 0


def export_library(options: Options) -> int:
    """Write the library, or the studies that are named, into one file.

    The exit code is 1 where one of them is not in the library; nothing is written for none.
    """
    numbers = tuple(map(_number, options.inputs)) or None
    held = None if numbers is None else _held(numbers, options)
    if numbers and not held:
        return 1
    output = options.output if options.output and options.output != Path() else None
    path = output or Path(_("Trial library") + SUFFIX)
    with _upkeep(options) as upkeep, percent_told() as tell_percent:
        count = upkeep.export(
            path, path.stem, held, tell_percent, with_personal=options.with_personal
        )
    words = ngettext(
        "{name} was written, with {count} study.",
        "{name} was written, with {count} studies.",
        count,
    )
    print(words.format(name=path, count=count))
    return 0 if held == numbers else 1


def _held(numbers: tuple[int, ...], options: Options) -> tuple[int, ...]:
    """Return those of some numbers that the library holds, and tell of the others."""
    with open_existing(options.directories) as library:
        if library is None:
            # Told by what would write the file.
            return numbers
        lacking = lacking_studies(library, numbers)
    return tuple(number for number in numbers if number not in lacking)


def _number(word: str) -> int:
    number = parse_nct_number(word)
    if number is None:
        raise DesktopAppError(_("{word} is no NCT number.").format(word=word))
    return number


def _no_backup(name: str, path: Path) -> str:
    if not path.exists():
        return labelled(name, _("There is no such file."))
    return _(
        "{name} is no backup by its name, which begins with “library-” or “personal-” and a date."
        " Backups keep the names under which they are made."
    ).format(name=name)


@contextmanager
def _upkeep(options: Options) -> Iterator[Upkeep]:
    with open_existing(options.directories) as library:
        if library is None:
            told = _("There is no library in the folder {folder}.")
            raise StoreError(told.format(folder=options.directories.library))
        yield library.upkeep()


COMMANDS = {
    "check": check_library,
    "rebuild": rebuild_index,
    "backup": back_up_library,
    "restore": restore_backups,
    "export-library": export_library,
}
