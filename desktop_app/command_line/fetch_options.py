"""What can be said of ``trialviewer fetch``: the numbers of studies, or a search."""

from collections.abc import Callable

from desktop_app.command_line.download_options import add_download
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _


def add_fetch(parser: Parser, count: Callable[[str], int]) -> None:
    """Take numbers in any form, and texts in which they stand; or a search.

    ``count`` reads the number of a download.
    """
    parser.add_argument(
        "inputs",
        nargs="*",
        metavar="ID",
        help=_("an NCT number, or the address of a study; - reads numbers from the input"),
    )
    add_download(parser, count)
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    parser.add_argument(
        "--registry", metavar="ADDRESS", help=_("the base address of another registry, a mirror")
    )
