"""What helps somebody to read a tab: plain words for terms, words in place of pictures, a caret."""

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
    is_read_aloud: bool = False
    has_caret: bool = False

    @property
    def tells_figures(self) -> bool:
        """Whether what pictures show is said in words, in place of them or beside them."""
        return self.has_figures_in_words or self.is_read_aloud


NO_AIDS = ReadingAids()
