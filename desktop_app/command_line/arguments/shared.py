"""What several commands take."""

import os
from pathlib import Path

from desktop_app.command_line.arguments.values import count, path_or_dash, word
from desktop_app.command_line.asked import paper_territory
from desktop_app.command_line.options import PANE_IDS
from desktop_app.command_line.parser import Parser
from desktop_app.export.paper import usual_paper
from desktop_app.languages import _


def add_inputs(parser: Parser, metavar: str, told: str | None = None, *, least: int = 1) -> None:
    """Take what is meant, of which at least one has to be named unless ``least`` is 0."""
    nargs = "+" if least else "*"
    parser.add_argument("inputs", nargs=nargs, type=word, metavar=metavar, help=told)


def add_records(parser: Parser) -> None:
    """Take studies of the library and files of records."""
    add_inputs(parser, "ID-or-FILE")


def add_json(parser: Parser) -> None:
    """Take that other programs read what is printed."""
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))


def add_limit(parser: Parser, told: str, usual: int) -> None:
    """Take how many are printed at most."""
    parser.add_argument("--limit", type=count, default=usual, metavar="N", help=told)


def add_registry(parser: Parser) -> None:
    """Take which registry is asked."""
    parser.add_argument(
        "--registry", metavar="ADDRESS", help=_("the base address of another registry, a mirror")
    )


def add_panes(parser: Parser) -> None:
    """Take some of the tabs in place of all."""
    parser.add_argument("--pane", action="append", choices=PANE_IDS, help=_("this tab alone"))


def add_output(parser: Parser, metavar: str, usual: Path | None) -> None:
    """Take where it is written to: a file or folder, or the standard output."""
    parser.add_argument(
        "-o",
        "--output",
        type=path_or_dash,
        default=usual,
        metavar=metavar,
        help=_("- for the standard output"),
    )


def add_paper(parser: Parser) -> None:
    """Take the size of the paper."""
    parser.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default=usual_paper(paper_territory(os.environ)).name.lower(),
        help=_("%(default)s where nothing else is said"),
    )
