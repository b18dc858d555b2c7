"""What can be said of the window, and of the demonstration."""

from pathlib import Path

from desktop_app.command_line.arguments.shared import add_inputs
from desktop_app.command_line.arguments.values import path
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _


def add_demonstration(parser: Parser) -> None:
    """Take where the sheets of the demonstration are written to."""
    parser.add_argument("--into", dest="output", type=path, default=Path(), metavar="DIR")


def add_window(parser: Parser) -> None:
    """Take what the window opens, and how."""
    add_inputs(parser, "FILE or ID", _("studies to open"), least=0)
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
