"""What was asked for on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.directories import Directories

if TYPE_CHECKING:
    from desktop_app.registry.queries import StudiesQuery

SHEET_COMMANDS = ("brief", "sheet", "handout", "full", "compare")
UPKEEP_COMMANDS = ("check", "rebuild", "backup", "restore", "export-library")
LIBRARY_COMMANDS = ("import", "search", "similar", *UPKEEP_COMMANDS)
RECORD_COMMANDS = ("show", "picture", "export", "changes", *SHEET_COMMANDS)
REGISTRY_COMMANDS = ("fetch", "downloads", "search-registry", "updates")
COMMANDS = (*LIBRARY_COMMANDS, *RECORD_COMMANDS, *REGISTRY_COMMANDS, "demo")
PANE_IDS = (
    "summary", "design", "arms", "eligibility", "sites", "outcomes", "results", "related", "record"
)  # fmt: skip
EXPORT_FORMS = (
    "html", "brief-html", "handout-html", "screening-html",
    "markdown", "text", "trial", "json", "csv", "ris", "bibtex",
)  # fmt: skip
CHANGE_FORMS = ("text", "markdown", "html", "pdf")
STANDARD_OUTPUT = Path("-")
"""What is said in place of a file for what goes to the next program."""


class DownloadOptions(NamedTuple):
    """The whole registry is asked for, or a download of a number is to go on or be forgotten.

    ``resumed`` is 0 for the latest one; None where none is meant.
    """

    is_whole: bool = False
    resumed: int | None = None
    forgotten: int | None = None


class Options(NamedTuple):
    """What was asked for; ``inputs`` are files, identifiers or words."""

    command: str
    directories: Directories
    inputs: tuple[str, ...] = ()
    as_json: bool = False
    panes: tuple[str, ...] = PANE_IDS
    output: Path | None = None
    paper: str = ""
    figure: str = ""
    form: str = ""
    limit: int = 50
    is_packet: bool = False
    with_personal: bool = False
    registry: str = ""
    """The base address of a registry, empty for the one that was chosen."""
    versions: tuple[str, str] = ("", "")
    """Which versions of a study are compared, the older one first; empty for the usual ones."""
    scope: tuple[str, str] = ("", "")
    """Which studies are checked for updates: see `desktop_app.command_line.update_options`."""
    is_last: bool = False
    query: StudiesQuery | None = None
    """What is searched for in the registry."""
    download: DownloadOptions = DownloadOptions()
