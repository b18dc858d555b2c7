"""What a row of the list bears beside what the record says: what the person made of the study."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.languages import _
from desktop_app.punctuation import labelled, listed


@dataclass(frozen=True, slots=True)
class TagMark:
    """A tag, by its name and the name of its colour."""

    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class RowMarks:
    """The marks of one study; ``own_status`` is what the person calls it, empty for none.

    ``is_changed`` tells that a newer version came since the study was opened.
    """

    is_starred: bool = False
    is_changed: bool = False
    has_note: bool = False
    own_status: str = ""
    tags: tuple[TagMark, ...] = ()

    def __bool__(self) -> bool:
        return any((self.is_starred, self.is_changed, self.has_note, self.own_status, self.tags))


NO_MARKS = RowMarks()


def mark_words(marks: RowMarks) -> tuple[str, ...]:
    """Return each mark in words, for screen readers and tips."""
    return tuple(_words(marks))


def _words(marks: RowMarks) -> Iterator[str]:
    if marks.is_changed:
        yield _("changed since you opened it")
    if marks.is_starred:
        yield _("starred")
    if marks.own_status:
        yield labelled(_("own status"), marks.own_status)
    if marks.has_note:
        yield _("has a note")
    if marks.tags:
        yield labelled(_("tags"), listed(tag.name for tag in marks.tags))
