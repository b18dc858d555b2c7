"""The command line: the window, and the commands that need none and never load Qt."""

from desktop_app.command_line.main import main

__all__ = ["main"]
