"""What helps somebody to read a tab: plain words for terms, and words in place of pictures."""

from collections.abc import Callable
from dataclasses import dataclass, field


def _says_nothing(words: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class ReadingAids:
    """``explain`` gives plain words for a label, ``about`` says what a section is, or nothing."""

    explain: Callable[[str], str] = field(default=_says_nothing)
    about: Callable[[str], str] = field(default=_says_nothing)
    has_figures_in_words: bool = False


NO_AIDS = ReadingAids()
