"""What is said of words that a command cannot do anything with."""

import sys

from desktop_app.export.text import printable
from desktop_app.languages import _


def complain(sentence: str) -> None:
    """Print a sentence where it does not mix with the output."""
    print(printable(sentence), file=sys.stderr)


def no_number(words: str) -> str:
    """Return what is said of words that should have been the number of a study."""
    return _("“{words}” is no NCT number, such as NCT03816852.").format(words=words)
