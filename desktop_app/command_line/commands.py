"""The commands; each one is loaded only when it is asked for."""

from collections.abc import Callable

from desktop_app.command_line.options import (
    LIBRARY_COMMANDS,
    RECORD_COMMANDS,
    REGISTRY_COMMANDS,
    Options,
)
from desktop_app.errors import DesktopAppError

Command = Callable[[Options], int]
"""Does what was asked for, and returns the exit code."""


def command_of(options: Options) -> Command:
    """Return what does what was asked for: without a command, it opens the window."""
    if options.command in LIBRARY_COMMANDS:
        return _library_command(options.command)
    if options.command in RECORD_COMMANDS:
        return _record_command(options.command)
    if options.command in REGISTRY_COMMANDS:
        return _registry_command(options.command)
    if options.command:
        from desktop_app.command_line.self_test import run_demonstration

        return run_demonstration
    return _open_window


def _library_command(name: str) -> Command:
    match name:
        case "import":
            from desktop_app.command_line.importing import import_paths

            return import_paths
        case "search":
            from desktop_app.command_line.searching import search_library

            return search_library
        case "similar":
            from desktop_app.command_line.similar import print_similar

            return print_similar
        case _:
            from desktop_app.command_line.upkeep import COMMANDS

            return COMMANDS[name]


def _record_command(name: str) -> Command:
    match name:
        case "show":
            from desktop_app.command_line.showing import show_studies

            return show_studies
        case "picture":
            from desktop_app.command_line.pictures import write_pictures

            return write_pictures
        case "export":
            from desktop_app.command_line.exporting import export_studies

            return export_studies
        case "changes":
            from desktop_app.command_line.changes import tell_changes

            return tell_changes
        case _:
            from desktop_app.command_line.sheets import write_sheets

            return write_sheets


def _registry_command(name: str) -> Command:
    match name:
        case "fetch":
            from desktop_app.command_line.fetching import fetch_studies

            return fetch_studies
        case "downloads":
            from desktop_app.command_line.downloading import manage_downloads

            return manage_downloads
        case "updates":
            from desktop_app.command_line.updates import check_updates

            return check_updates
        case _:
            from desktop_app.command_line.registry_searching import search_registry

            return search_registry


def _open_window(options: Options) -> int:
    from desktop_app.command_line.opening import open_window, show_failure

    try:
        return open_window(options)
    except DesktopAppError as error:
        show_failure(error, options)
        raise
