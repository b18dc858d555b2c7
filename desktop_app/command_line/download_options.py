"""What can be said of ``trialviewer fetch`` and ``trialviewer downloads``."""

from desktop_app.command_line.arguments.shared import add_json, add_registry
from desktop_app.command_line.arguments.values import count
from desktop_app.command_line.parser import Parser
from desktop_app.command_line.query_options import add_query
from desktop_app.languages import _


def add_download(parser: Parser) -> None:
    """Take a search, or the whole registry."""
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


def add_downloads(parser: Parser) -> None:
    """Take which download is to go on or to be forgotten; all are listed where nothing is said."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--resume", type=count, metavar="NUMBER", help=_("go on with the download of this number")
    )
    which.add_argument(
        "--forget", type=count, metavar="NUMBER", help=_("never go on with it; what came is kept")
    )
    add_json(parser)
    add_registry(parser)
