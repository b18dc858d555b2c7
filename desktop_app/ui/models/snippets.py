"""Why a study was found: a piece of its text with the words that were looked for."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.languages import _
from desktop_app.punctuation import labelled, listed


class Snippet(NamedTuple):
    """A piece of a study's text, from the place that ``label`` names.

    ``ranges`` are the found words, as places in the text from and to; ``only_excluded`` are those
    of the words that stand nowhere but in the exclusion criteria.
    """

    label: str
    text: str
    ranges: tuple[tuple[int, int], ...] = ()
    only_excluded: tuple[str, ...] = ()


def exclusion_warnings(words: Sequence[str]) -> tuple[str, ...]:
    """Return what is said where words stand in the exclusion criteria alone, the fullest first."""
    named = listed(f"“{word}”" for word in words)
    return (
        _("{words}: only in exclusion criteria").format(words=named),
        _("{words}: only excluded").format(words=named),
        _("only in exclusion criteria"),
    )


def spoken_snippet(snippet: Snippet) -> str:
    """Return why a study was found as a screen reader says it."""
    found = labelled(snippet.label, snippet.text)
    if not snippet.only_excluded:
        return found
    return listed((exclusion_warnings(snippet.only_excluded)[0], found))
