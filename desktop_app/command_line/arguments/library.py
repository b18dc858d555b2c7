"""What can be said of the commands that fill, search and look after the library."""

import re
from collections.abc import Sequence
from pathlib import Path

from desktop_app.command_line.arguments.shared import add_inputs, add_json, add_limit
from desktop_app.command_line.arguments.values import path, query
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _

_LEFT_OUT = re.compile(r"-[^\W_][^\s]")
"""How a word begins that is not to be found; the parser takes what begins with a blank for one."""


def add_library_command(parser: Parser, command: str) -> None:
    """Take what a command of the library takes."""
    match command:
        case "import":
            _add_import(parser)
        case "search":
            _add_search(parser)
        case "similar":
            add_inputs(parser, "ID", _("studies of the library"))
            add_json(parser)
            add_limit(parser, _("at most so many (10)"), 10)
        case _:
            _add_upkeep(parser, command)


def _add_import(parser: Parser) -> None:
    add_inputs(parser, "PATH", _("a file, folder or ZIP archive"))
    add_json(parser)
    _add_with_personal(parser)


def _add_search(parser: Parser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        type=query,
        metavar="QUERY",
        help=_(
            'words, an NCT number, "a phrase", OR, -not, and fields such as status:recruiting'
            " phase:2 country:france age:12 start:>2024-01; put it in quotation marks as a whole"
        ),
    )
    add_json(parser)
    add_limit(parser, _("at most so many (50)"), 50)


def with_words_left_out(arguments: Sequence[str]) -> list[str]:
    """Return the arguments of a search so that ``-child`` is a word of it, and no option.

    What begins with two dashes or has a single letter stays one.
    """
    return [f" {word}" if _LEFT_OUT.match(word) else word for word in arguments]


def _add_upkeep(parser: Parser, command: str) -> None:
    if command == "restore":
        add_inputs(parser, "BACKUP", _("the file of a backup"))
    elif command == "export-library":
        add_inputs(parser, "ID", _("these studies alone"), least=0)
        _add_with_personal(parser)
    if command in ("backup", "export-library"):
        parser.add_argument("-o", "--output", type=path, default=Path(), metavar="PATH")


def _add_with_personal(parser: Parser) -> None:
    parser.add_argument(
        "--with-personal", action="store_true", help=_("with the stars, tags and notes, too")
    )
