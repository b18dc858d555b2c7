"""What every package says of the application: each said once, here or where the program says it."""

import ast
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

NAME = "Trial Protocol Viewer"
COMMAND = "trialviewer"
CONSOLE_COMMAND = "trialviewer-console"
"""On Windows, where what opens windows has no output: the same program, for the commands."""
APPLICATION_ID = "org.trialprotocolviewer.TrialProtocolViewer"
SUMMARY = "Read clinical trial registry records offline"
MAKERS = "The Trial Protocol Viewer authors"
COPYRIGHT = "© 2026 The Trial Protocol Viewer authors. MIT licence."

MIME_TYPE = "application/vnd.trialprotocolviewer.trial+json"
SUFFIX = "trial"
DOCUMENT = "Clinical trial record"
"""What a file of the application's own type is called in a file manager."""
LIBRARY_MIME_TYPE = "application/vnd.trialprotocolviewer.triallibrary"
LIBRARY_SUFFIX = "triallibrary"
LIBRARY_DOCUMENT = "Clinical trial library"
"""Likewise, of a library that moves to another computer."""

PARAGRAPHS = (
    "Trial Protocol Viewer opens clinical trial registry records (JSON, XML, copied pages, ZIP "
    "archives of them), keeps them in a library on your own disk, and finds any word in them as "
    "you type. It needs no account, and uses the network only when you ask it to fetch, search or "
    "update records at ClinicalTrials.gov.",
    "It shows every element of a record in nine tabs, draws the design of the study as a "
    "schematic, and prints a one-page protocol brief, a screening sheet with boxes to tick, and "
    "a large-print handout. What it shows is a summary of a public registry record. It is not "
    "the approved protocol and not medical advice.",
)


def version(checkout: Path = CHECKOUT) -> str:
    """Return the version, which the application's own package states."""
    source = (checkout / "desktop_app" / "__init__.py").read_text(encoding="utf-8")
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and names(statement) == ["__version__"]:
            return str(ast.literal_eval(statement.value))
    raise ValueError("desktop_app/__init__.py states no __version__")


def names(statement: ast.Assign) -> list[str]:
    """Return the plain names that a statement gives a value."""
    return [target.id for target in statement.targets if isinstance(target, ast.Name)]
