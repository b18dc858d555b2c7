"""What can be said of ``trialviewer updates``: which held studies are checked."""

from desktop_app.command_line.arguments.shared import add_json, add_registry
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _

Scope = tuple[str, str]
"""A kind of scope, by its name in the library, and the name of a tag or collection."""


def add_updates(parser: Parser) -> None:
    """Take the studies that are to be checked; starred ones where nothing is said."""
    parser.add_argument("inputs", nargs="*", metavar="ID", help=_("these studies of the library"))
    which = parser.add_mutually_exclusive_group()
    for name, kind, told in (
        ("--starred", "starred", _("starred studies, which is usual")),
        ("--marked", "marked", _("starred and tagged studies")),
        ("--all", "all", _("all studies of the library")),
    ):
        which.add_argument(name, dest="scope", action="store_const", const=(kind, ""), help=told)
    which.add_argument("--tag", metavar="NAME", help=_("studies with this tag"))
    which.add_argument("--collection", metavar="NAME", help=_("studies of this collection"))
    parser.add_argument(
        "--last", action="store_true", help=_("tell what the last check found, and ask nothing")
    )
    add_json(parser)
    add_registry(parser)


def scope_of(values: dict[str, object]) -> Scope:
    """Return what was said; empty where nothing was."""
    for kind in ("tag", "collection"):
        name = values.get(kind)
        if isinstance(name, str):
            return kind, name
    chosen = values.get("scope")
    return chosen if isinstance(chosen, tuple) else ("", "")
