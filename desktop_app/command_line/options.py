"""What can be said on the command line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import APPLICATION, __version__
from desktop_app.command_line.asked import LANGUAGE_OPTION, paper_territory
from desktop_app.directories import Directories, expanded
from desktop_app.export.paper import usual_paper
from desktop_app.languages import LANGUAGES, _, closest_language

if TYPE_CHECKING:
    from desktop_app.command_line.parser import Parser
    from desktop_app.registry.queries import StudiesQuery

SHEET_COMMANDS = ("brief", "sheet", "handout", "full", "compare")
UPKEEP_COMMANDS = ("check", "rebuild", "backup", "restore", "export-library")
COMMANDS = (
    *UPKEEP_COMMANDS,
    *(
        "import",
        "fetch",
        "downloads",
        "search",
        "search-registry",
        "similar",
        "show",
        "picture",
        "export",
        "changes",
        "demo",
        "updates",
    ),
    *SHEET_COMMANDS,
)
PANE_IDS = (
    "summary", "design", "arms", "eligibility", "sites", "outcomes", "results", "related", "record"
)  # fmt: skip
EXPORT_FORMS = (
    "html", "brief-html", "handout-html", "screening-html",
    "markdown", "text", "trial", "json", "csv", "ris", "bibtex",
)  # fmt: skip
CHANGE_FORMS = ("text", "markdown", "html", "pdf")
STANDARD_OUTPUT = Path("-")
"""What is said in place of a file for what goes to the next program."""
_PROGRAM = "trialviewer"
_MOST = 1_000_000
_WITH_VALUE = ("--library", LANGUAGE_OPTION)
"""What may stand before a command with a word of its own behind it."""


@dataclass(frozen=True, slots=True)
class DownloadOptions:
    """The whole registry is asked for, or a download of a number is to go on or be forgotten.

    ``resumed`` is 0 for the latest one; None where none is meant.
    """

    is_whole: bool = False
    resumed: int | None = None
    forgotten: int | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for; ``inputs`` are files, identifiers or words."""

    command: str
    directories: Directories
    inputs: tuple[str, ...] = ()
    as_json: bool = False
    panes: tuple[str, ...] = PANE_IDS
    output: Path | None = None
    paper: str = ""
    figure: str = ""
    form: str = ""
    limit: int = 50
    is_packet: bool = False
    with_personal: bool = False
    registry: str = ""
    """The base address of a registry, empty for the one that was chosen."""
    versions: tuple[str, str] = ("", "")
    """Which versions of a study are compared, the older one first; empty for the usual ones."""
    scope: tuple[str, str] = ("", "")
    """Which studies are checked for updates: see `desktop_app.command_line.update_options`."""
    is_last: bool = False
    query: StudiesQuery | None = None
    """What is searched for in the registry."""
    download: DownloadOptions = DownloadOptions()


def parse_arguments(arguments: Sequence[str]) -> Options:
    """Read the command line; ends the program with exit code 2 where it makes no sense."""
    if not arguments:
        # The window, as most open it: there is nothing to be parsed.
        return Options("", Directories.standard())
    place = _place_of_command(arguments)
    command = "" if place is None else arguments[place]
    rest = [word for number, word in enumerate(arguments) if number != place]
    values = _parser_of(command).parse_args(rest)
    library: Path | None = values.library
    scope = ("", "")
    if command == "updates":
        from desktop_app.command_line.update_options import scope_of

        scope = scope_of(values.__dict__)
    query = None
    if "condition" in values.__dict__:
        from desktop_app.command_line.query_options import query_of

        query = query_of(values.__dict__)
    download = DownloadOptions(
        is_whole=values.__dict__.get("whole", False),
        resumed=values.__dict__.get("resume"),
        forgotten=values.__dict__.get("forget"),
    )
    if values.__dict__.get("self_test"):
        command = "self-test"
    return Options(
        command=command,
        directories=Directories.standard(
            library, read_only=values.__dict__.get("read_only", False)
        ),
        inputs=tuple(values.__dict__.get("inputs", ())),
        as_json=values.__dict__.get("json", False) or values.__dict__.get("form") == "json",
        panes=tuple(values.__dict__.get("pane") or PANE_IDS),
        output=values.__dict__.get("output"),
        paper=values.__dict__.get("paper") or "",
        figure=values.__dict__.get("figure") or "",
        form=values.__dict__.get("form") or "",
        limit=values.__dict__.get("limit", 50),
        is_packet=values.__dict__.get("packet", False),
        with_personal=values.__dict__.get("with_personal", False),
        registry=values.__dict__.get("registry") or "",
        versions=(values.__dict__.get("from") or "", values.__dict__.get("to") or ""),
        scope=scope,
        is_last=values.__dict__.get("last", False),
        query=query,
        download=download,
    )


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


def _path(name: str) -> Path:
    """Read the name of a file or folder."""
    _word(name)
    return expanded(name)


def _path_or_dash(name: str) -> Path:
    """Read the name of a file or folder, or the dash that stands for the standard output."""
    return STANDARD_OUTPUT if name == str(STANDARD_OUTPUT) else _path(name)


def _word(name: str) -> str:
    """Refuse what names nothing, and what no disk can be asked for."""
    if not name.strip():
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(_("an empty name is no file, folder or identifier"))
    return name


def _language(name: str) -> str:
    """Read the name of a language; it is spoken already."""
    if not closest_language(name):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(
            _("none of the languages: {languages}").format(languages=", ".join(LANGUAGES))
        )
    return name


def _count(digits: str) -> int:
    """Read how many; the most is more than the registry holds."""
    if (
        not digits.isascii()
        or not digits.isdigit()
        or not 0 < int(digits[:9]) <= _MOST
        or len(digits) > 7
    ):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(_("a number from 1 to {most} is wanted").format(most=_MOST))
    return int(digits)


def _parser_of(command: str) -> Parser:
    from desktop_app.command_line.overview import overview
    from desktop_app.command_line.parser import Parser

    parser = Parser(
        f"{_PROGRAM} {command}".strip(),
        _("Read, keep and print clinical trial registry records."),
        "" if command else overview(_PROGRAM),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{APPLICATION} {__version__}",
        help=_("show the version, and end"),
    )
    parser.add_argument("--library", type=_path, metavar="DIR", help=_("the folder of the library"))
    if command:
        parser.add_argument(
            LANGUAGE_OPTION,
            type=_language,
            metavar="LANG",
            help=_("what is said on the sheet and here: {languages}").format(
                languages=", ".join(LANGUAGES)
            ),
        )
    match command:
        case "import":
            _add_import(parser)
        case "search":
            _add_search(parser)
        case "search-registry":
            _add_search_registry(parser)
        case "fetch":
            from desktop_app.command_line.fetch_options import add_fetch

            add_fetch(parser, _count)
        case "downloads":
            from desktop_app.command_line.download_options import add_downloads

            add_downloads(parser, _count)
        case "similar":
            _add_similar(parser)
        case "show":
            _add_show(parser)
        case "brief" | "sheet" | "handout" | "full" | "compare":
            _add_sheet(parser, command)
        case "picture":
            _add_picture(parser)
        case "export":
            _add_export(parser)
        case "changes":
            _add_changes(parser)
        case "check" | "rebuild" | "backup" | "restore" | "export-library":
            _add_upkeep(parser, command)
        case "updates":
            from desktop_app.command_line.update_options import add_updates

            add_updates(parser)
        case "demo":
            parser.add_argument("--into", dest="output", type=_path, default=Path(), metavar="DIR")
        case _:
            _add_window(parser)
    return parser


def _add_window(parser: Parser) -> None:
    parser.add_argument(
        "inputs", nargs="*", type=_word, metavar="FILE or ID", help=_("studies to open")
    )
    parser.add_argument(
        "--read-only",
        action="store_true",
        help=_("open the library for reading only, as one that others keep"),
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help=_(
            "open the sample without a screen, show every tab, write a brief, say what was done"
        ),
    )


def _add_import(parser: Parser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=_word, metavar="PATH", help=_("a file, folder or ZIP archive")
    )
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    _add_with_personal(parser)


def _add_upkeep(parser: Parser, command: str) -> None:
    if command == "restore":
        parser.add_argument(
            "inputs", nargs="+", type=_word, metavar="BACKUP", help=_("the file of a backup")
        )
    elif command == "export-library":
        parser.add_argument(
            "inputs", nargs="*", type=_word, metavar="ID", help=_("these studies alone")
        )
        _add_with_personal(parser)
    if command in ("backup", "export-library"):
        parser.add_argument("-o", "--output", type=_path, default=Path(), metavar="PATH")


def _add_with_personal(parser: Parser) -> None:
    parser.add_argument(
        "--with-personal", action="store_true", help=_("with the stars, tags and notes, too")
    )


def _add_search(parser: Parser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        type=_word,
        metavar="QUERY",
        help=_(
            'words, an NCT number, "a phrase", OR, -not, and fields such as status:recruiting'
            " phase:2 country:france age:12 start:>2024-01; put it in quotation marks as a whole"
        ),
    )
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    parser.add_argument(
        "--limit", type=_count, default=50, metavar="N", help=_("at most so many (50)")
    )


def _add_search_registry(parser: Parser) -> None:
    from desktop_app.command_line.query_options import add_query

    add_query(parser)
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    parser.add_argument(
        "--limit", type=_count, default=50, metavar="N", help=_("at most so many (50)")
    )
    parser.add_argument(
        "--registry", metavar="ADDRESS", help=_("the base address of another registry, a mirror")
    )


def _add_similar(parser: Parser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=_word, metavar="ID", help=_("studies of the library")
    )
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    parser.add_argument(
        "--limit", type=_count, default=10, metavar="N", help=_("at most so many (10)")
    )


def _add_show(parser: Parser) -> None:
    parser.add_argument("inputs", nargs="+", type=_word, metavar="ID-or-FILE")
    parser.add_argument("--pane", action="append", choices=PANE_IDS, help=_("this tab alone"))
    parser.add_argument("--as", dest="form", choices=("text", "json"), default="text")


def _add_sheet(parser: Parser, command: str) -> None:
    parser.add_argument("inputs", nargs="+", type=_word, metavar="ID-or-FILE")
    parser.add_argument(
        "-o",
        "--output",
        type=_path_or_dash,
        default=Path(),
        metavar="FILE-or-FOLDER",
        help=_("- for the standard output"),
    )
    _add_paper(parser)
    if command != "compare":
        parser.add_argument(
            "--packet",
            action="store_true",
            help=_("one file with all studies, behind its contents"),
        )
    if command == "full":
        parser.add_argument("--pane", action="append", choices=PANE_IDS, help=_("this tab alone"))


def _add_changes(parser: Parser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        type=_word,
        metavar="ID-or-FILE",
        help=_("one study, or two records, the older or first one first"),
    )
    for name, told in (
        ("--from", _("the older version: a record date, or its number")),
        ("--to", _("the newer version: a record date, or its number")),
    ):
        parser.add_argument(name, type=_word, metavar="VERSION", help=told)
    parser.add_argument("--as", dest="form", choices=CHANGE_FORMS)
    parser.add_argument(
        "-o",
        "--output",
        type=_path_or_dash,
        metavar="FILE",
        help=_("- for the standard output"),
    )
    _add_paper(parser)


def _add_paper(parser: Parser) -> None:
    parser.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default=usual_paper(paper_territory(os.environ)).name.lower(),
        help=_("%(default)s where nothing else is said"),
    )


def _add_picture(parser: Parser) -> None:
    parser.add_argument("inputs", nargs="+", type=_word, metavar="ID-or-FILE")
    parser.add_argument("-o", "--output", type=_path, default=Path(), metavar="FOLDER")
    parser.add_argument(
        "--figure", type=_word, metavar="NAME", help=_("this picture alone: schematic")
    )
    parser.add_argument("--as", dest="form", choices=("svg", "pdf"), default="svg")


def _add_export(parser: Parser) -> None:
    parser.add_argument("inputs", nargs="+", type=_word, metavar="ID-or-FILE")
    parser.add_argument(
        "--as",
        dest="form",
        choices=EXPORT_FORMS,
        default="html",
        help=_("json is the source document, byte for byte; csv, ris and bibtex hold all studies"),
    )
    parser.add_argument("--pane", action="append", choices=PANE_IDS, help=_("this tab alone"))
    parser.add_argument(
        "-o",
        "--output",
        type=_path_or_dash,
        default=Path(),
        metavar="FILE-or-FOLDER",
        help=_("- for the standard output"),
    )
