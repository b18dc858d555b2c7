"""Reads the arguments of a command; each family of commands has a file that says what they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app import APPLICATION, __version__
from desktop_app.command_line.arguments.misspelt import refuse_misspelt
from desktop_app.command_line.arguments.values import language, path
from desktop_app.command_line.asked import LANGUAGE_OPTION
from desktop_app.command_line.options import (
    LIBRARY_COMMANDS,
    PANE_IDS,
    RECORD_COMMANDS,
    REGISTRY_COMMANDS,
    DownloadOptions,
    Options,
)
from desktop_app.command_line.parser import Parser
from desktop_app.directories import Directories
from desktop_app.languages import LANGUAGES, _

if TYPE_CHECKING:
    from desktop_app.registry.queries import StudiesQuery

_PROGRAM = "trialviewer"


def parse(command: str, arguments: Sequence[str]) -> Options:
    """Read what is said beside a command, empty for the window.

    Ends the program with exit code 2 where it makes no sense.
    """
    parser = _parser_of(command)
    said = vars(parser.parse_args(_plain(command, arguments)))
    if not command:
        refuse_misspelt(parser, said["inputs"])
    return Options(
        command="self-test" if said.get("self_test") else command,
        directories=_directories(said),
        inputs=tuple(said.get("inputs", ())),
        as_json=said.get("json", False) or said.get("form") == "json",
        panes=tuple(said.get("pane") or PANE_IDS),
        output=said.get("output"),
        paper=said.get("paper") or "",
        figure=said.get("figure") or "",
        form=said.get("form") or "",
        limit=said.get("limit", 50),
        is_packet=said.get("packet", False),
        with_personal=said.get("with_personal", False),
        registry=said.get("registry") or "",
        versions=(said.get("from") or "", said.get("to") or ""),
        scope=_scope(command, said),
        is_last=said.get("last", False),
        query=_query(said),
        download=DownloadOptions(said.get("whole", False), said.get("resume"), said.get("forget")),
    )


def _plain(command: str, arguments: Sequence[str]) -> Sequence[str]:
    """Let no word that a search is to leave out look like an option."""
    if command != "search":
        return arguments
    from desktop_app.command_line.arguments.library import with_words_left_out

    return with_words_left_out(arguments)


def _directories(said: dict[str, Any]) -> Directories:
    library: Path | None = said["library"]
    return Directories.standard(library, read_only=said.get("read_only", False))


def _scope(command: str, said: dict[str, Any]) -> tuple[str, str]:
    if command != "updates":
        return ("", "")
    from desktop_app.command_line.update_options import scope_of

    return scope_of(said)


def _query(said: dict[str, Any]) -> StudiesQuery | None:
    if "condition" not in said:
        return None
    from desktop_app.command_line.query_options import query_of

    return query_of(said)


def _parser_of(command: str) -> Parser:
    parser = _bare_parser(command)
    if command in LIBRARY_COMMANDS:
        from desktop_app.command_line.arguments.library import add_library_command

        add_library_command(parser, command)
    elif command in RECORD_COMMANDS:
        from desktop_app.command_line.arguments.records import add_record_command

        add_record_command(parser, command)
    elif command in REGISTRY_COMMANDS:
        from desktop_app.command_line.arguments.registry import add_registry_command

        add_registry_command(parser, command)
    else:
        from desktop_app.command_line.arguments.program import add_demonstration, add_window

        if command:
            add_demonstration(parser)
        else:
            add_window(parser)
    return parser


def _bare_parser(command: str) -> Parser:
    """Return a parser of what every command takes."""
    parser = Parser(
        f"{_PROGRAM} {command}".strip(),
        _("Read, keep and print clinical trial registry records."),
        "" if command else _overview(),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{APPLICATION} {__version__}",
        help=_("show the version, and end"),
    )
    parser.add_argument("--library", type=path, metavar="DIR", help=_("the folder of the library"))
    if command:
        parser.add_argument(
            LANGUAGE_OPTION,
            type=language,
            metavar="LANG",
            help=_("what is said on the sheet and here: {languages}").format(
                languages=", ".join(LANGUAGES)
            ),
        )
    return parser


def _overview() -> str:
    from desktop_app.command_line.overview import overview

    return overview(_PROGRAM)
