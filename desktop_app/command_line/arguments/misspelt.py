"""Commands that are not spelt as they should be: no window opens for them."""

import os
from collections.abc import Sequence

from desktop_app.command_line.options import COMMANDS
from desktop_app.command_line.parser import Parser
from desktop_app.languages import _

_ALIKE = 0.75
"""Of 1; what is less alike is taken for the name of a file."""


def refuse_misspelt(parser: Parser, inputs: Sequence[str]) -> None:
    """End the program with exit code 2 where the first word is nearly a command, and no file."""
    command = _meant(inputs[0]) if inputs else ""
    if command:
        words = _("there is no command {word}; try {command}")
        parser.error(words.format(word=inputs[0], command=command))


def _meant(word: str) -> str:
    """Return the command that a word is like, empty where it is like none or names a file."""
    if not word.replace("-", "").isalpha() or os.path.lexists(word):
        return ""
    # Loaded here: hardly any file is called like that.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), COMMANDS, 1, _ALIKE)), "")
