"""What can be said of the commands that show records and write them to files and on paper."""

from pathlib import Path

from desktop_app.command_line.arguments.shared import (
    add_inputs,
    add_output,
    add_panes,
    add_paper,
    add_records,
)
from desktop_app.command_line.arguments.values import path, word
from desktop_app.command_line.options import CHANGE_FORMS, EXPORT_FORMS
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _


def add_record_command(parser: Parser, command: str) -> None:
    """Take what a command about single records takes."""
    match command:
        case "show":
            add_records(parser)
            add_panes(parser)
            parser.add_argument("--as", dest="form", choices=("text", "json"), default="text")
        case "picture":
            _add_picture(parser)
        case "export":
            _add_export(parser)
        case "changes":
            _add_changes(parser)
        case _:
            _add_sheet(parser, command)


def _add_sheet(parser: Parser, command: str) -> None:
    add_records(parser)
    add_output(parser, "FILE-or-FOLDER", Path())
    add_paper(parser)
    if command != "compare":
        parser.add_argument(
            "--packet",
            action="store_true",
            help=_("one file with all studies, behind its contents"),
        )
    if command == "full":
        add_panes(parser)


def _add_changes(parser: Parser) -> None:
    add_inputs(parser, "ID-or-FILE", _("one study, or two records, the older or first one first"))
    for name, told in (
        ("--from", _("the older version: a record date, or its number")),
        ("--to", _("the newer version: a record date, or its number")),
    ):
        parser.add_argument(name, type=word, metavar="VERSION", help=told)
    parser.add_argument("--as", dest="form", choices=CHANGE_FORMS)
    add_output(parser, "FILE", None)
    add_paper(parser)


def _add_picture(parser: Parser) -> None:
    add_records(parser)
    parser.add_argument("-o", "--output", type=path, default=Path(), metavar="FOLDER")
    parser.add_argument(
        "--figure", type=word, metavar="NAME", help=_("this picture alone: schematic")
    )
    parser.add_argument("--as", dest="form", choices=("svg", "pdf"), default="svg")


def _add_export(parser: Parser) -> None:
    add_records(parser)
    parser.add_argument(
        "--as",
        dest="form",
        choices=EXPORT_FORMS,
        default="html",
        help=_("json is the source document, byte for byte; csv, ris and bibtex hold all studies"),
    )
    add_panes(parser)
    add_output(parser, "FILE-or-FOLDER", Path())
