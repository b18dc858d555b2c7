"""What helps somebody to read a tab: plain words for terms, and words in place of pictures."""

from collections.abc import Callable
from dataclasses import dataclass, field


def says_nothing(words: str) -> str:
    """Explain nothing."""
    return ""


@dataclass(frozen=True, slots=True)
class ReadingAids:
    """``explain`` gives plain words for a label, ``about`` says what a section is, or nothing."""

    explain: Callable[[str], str] = field(default=says_nothing)
    about: Callable[[str], str] = field(default=says_nothing)
    has_figures_in_words: bool = False


NO_AIDS = ReadingAids()
