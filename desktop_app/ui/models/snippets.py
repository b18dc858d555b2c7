"""Why a study was found: a piece of its text with the words that were looked for."""

from dataclasses import dataclass

from desktop_app.languages import _
from desktop_app.punctuation import labelled, listed


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a study's text, from the place that ``label`` names.

    ``ranges`` are the found words, as places in the text from and to; ``is_only_excluded`` tells
    that the words stand nowhere but in the exclusion criteria.
    """

    label: str
    text: str
    ranges: tuple[tuple[int, int], ...] = ()
    is_only_excluded: bool = False


def exclusion_warning() -> str:
    """Return what is said where the words stand in the exclusion criteria alone."""
    return _("only in exclusion criteria")


def spoken_snippet(snippet: Snippet) -> str:
    """Return why a study was found as a screen reader says it."""
    found = labelled(snippet.label, snippet.text)
    return listed((exclusion_warning(), found)) if snippet.is_only_excluded else found
