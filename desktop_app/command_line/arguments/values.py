"""Reads what stands behind an option: names, numbers and paths."""

from argparse import ArgumentTypeError
from pathlib import Path

from desktop_app.command_line.options import STANDARD_OUTPUT
from desktop_app.directories import expanded
from desktop_app.languages import LANGUAGES, _, closest_language

_MOST = 1_000_000


def path(name: str) -> Path:
    """Read the name of a file or folder."""
    return expanded(word(name))


def path_or_dash(name: str) -> Path:
    """Read the name of a file or folder, or the dash that stands for the standard output."""
    return STANDARD_OUTPUT if name == str(STANDARD_OUTPUT) else path(name)


def word(name: str) -> str:
    """Refuse what names nothing, and what no disk can be asked for."""
    if not name.strip():
        raise ArgumentTypeError(_("an empty name is no file, folder or identifier"))
    return name


def query(words: str) -> str:
    """Refuse to search for nothing, which would find all."""
    if not words.strip():
        raise ArgumentTypeError(_("there is nothing to search for: name words or a number"))
    return words


def language(name: str) -> str:
    """Read the name of a language; it is spoken already."""
    if not closest_language(name):
        raise ArgumentTypeError(
            _("none of the languages: {languages}").format(languages=", ".join(LANGUAGES))
        )
    return name


def count(digits: str) -> int:
    """Read how many; the most is more than the registry holds."""
    if (
        not digits.isascii()
        or not digits.isdigit()
        or not 0 < int(digits[:9]) <= _MOST
        or len(digits) > 7
    ):
        raise ArgumentTypeError(_("a number from 1 to {most} is wanted").format(most=_MOST))
    return int(digits)
