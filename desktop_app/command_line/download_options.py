"""What can be said of ``trialviewer fetch`` and ``trialviewer downloads``."""

from collections.abc import Callable

from desktop_app.command_line.parser import Parser
from desktop_app.command_line.query_options import add_query
from desktop_app.languages import _


def add_download(parser: Parser, count: Callable[[str], int]) -> None:
    """Take a search, or the whole registry; ``count`` reads the number of a download."""
    add_query(parser)
    parser.add_argument(
        "--all", dest="whole", action="store_true", help=_("the whole registry, for hours")
    )
    parser.add_argument(
        "--resume",
        nargs="?",
        type=count,
        const=0,
        metavar="NUMBER",
        help=_("go on with the latest download that did not come to its end, or with another"),
    )


def add_downloads(parser: Parser, count: Callable[[str], int]) -> None:
    """Take which download is to go on or to be forgotten; all are listed where nothing is said."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--resume", type=count, metavar="NUMBER", help=_("go on with the download of this number")
    )
    which.add_argument(
        "--forget", type=count, metavar="NUMBER", help=_("never go on with it; what came is kept")
    )
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    parser.add_argument(
        "--registry", metavar="ADDRESS", help=_("the base address of another registry, a mirror")
    )
