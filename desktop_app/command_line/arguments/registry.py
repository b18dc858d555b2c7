"""What can be said of the commands that ask the registry."""

from desktop_app.command_line.arguments.shared import add_json, add_limit, add_registry
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _


def add_registry_command(parser: Parser, command: str) -> None:
    """Take what a command that asks the registry takes; each one's own is loaded for it alone."""
    match command:
        case "fetch":
            from desktop_app.command_line.fetch_options import add_fetch

            add_fetch(parser)
        case "downloads":
            from desktop_app.command_line.download_options import add_downloads

            add_downloads(parser)
        case "updates":
            from desktop_app.command_line.update_options import add_updates

            add_updates(parser)
        case _:
            from desktop_app.command_line.query_options import add_query

            add_query(parser)
            add_json(parser)
            add_limit(parser, _("at most so many (50)"), 50)
            add_registry(parser)
