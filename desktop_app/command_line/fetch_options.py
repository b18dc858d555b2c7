"""What can be said of ``trialviewer fetch``: the numbers of studies, or a search."""

from desktop_app.command_line.arguments.shared import add_json, add_registry
from desktop_app.command_line.download_options import add_download
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _


def add_fetch(parser: Parser) -> None:
    """Take numbers in any form, and texts in which they stand; or a search."""
    parser.add_argument(
        "inputs",
        nargs="*",
        metavar="ID",
        help=_("an NCT number, or the address of a study; - reads numbers from the input"),
    )
    add_download(parser)
    add_json(parser)
    add_registry(parser)
