"""Reads the command line just so far that what it means can be parsed, or that nothing need be."""

from collections.abc import Sequence

from desktop_app.command_line.asked import LANGUAGE_OPTION
from desktop_app.command_line.options import COMMANDS, Options
from desktop_app.directories import Directories

_WITH_VALUE = ("--library", LANGUAGE_OPTION)
"""What may stand before a command with a word of its own behind it."""


def parse_arguments(arguments: Sequence[str]) -> Options:
    """Read the command line; ends the program with exit code 2 where it makes no sense."""
    if not arguments:
        # The window, as most open it: there is nothing to be parsed.
        return Options("", Directories.standard())
    from desktop_app.command_line.arguments.parsing import parse

    place = _place_of_command(arguments)
    command = "" if place is None else arguments[place]
    return parse(command, [word for number, word in enumerate(arguments) if number != place])


def _place_of_command(arguments: Sequence[str]) -> int | None:
    """Return where a command stands as the first word; None where that word is a file or ID."""
    is_value = False
    for place, argument in enumerate(arguments):
        if is_value:
            is_value = False
        elif argument in _WITH_VALUE:
            is_value = True
        elif not argument.startswith("-"):
            return place if argument in COMMANDS else None
    return None
