"""What is noted of a record: a text with its values, in English or in the spoken language.

The English words belong to the content of what was read: two documents are the same only where
they read alike, in whatever language that is told.
"""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.languages import _


@dataclass(frozen=True, slots=True)
class Note:
    """A text, marked for translation, with what stands for the names in its braces."""

    text: str
    values: tuple[tuple[str, "str | Note"], ...] = ()

    @property
    def english(self) -> str:
        """Return the note in English."""
        return self._filled(self.text, lambda note: note.english)

    @property
    def words(self) -> str:
        """Return the note in the spoken language."""
        return self._filled(_(self.text), lambda note: note.words)

    def _filled(self, text: str, said: "Callable[[Note], str]") -> str:
        if not self.values:
            return text
        values = {
            name: said(value) if isinstance(value, Note) else value for name, value in self.values
        }
        return text.format(**values)


def noted(text: str, /, **values: str | int | Note) -> Note:
    """Return a note: ``noted(N_("{words} is no date."), words=quote(words))``."""
    pairs = ((name, str(one) if isinstance(one, int) else one) for name, one in values.items())
    return Note(text, tuple(pairs))
