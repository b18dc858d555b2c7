"""What a row of the list bears beside what the record says: what the person made of the study."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import labelled, listed


class TagMark(NamedTuple):
    """A tag, by its name and the name of its colour."""

    name: str
    colour: str = ""


class RowMarks(NamedTuple):
    """The marks of one study; ``own_status`` is what the person calls it, empty for none.

    ``is_changed`` tells that a newer version came since the study was opened. ``days_left`` is for
    how many days more a study in the trash can be brought back, None for one that is not there.
    ``end_words`` stand at the end of the first line, the fullest of several ways to say it first.
    """

    is_starred: bool = False
    is_changed: bool = False
    has_note: bool = False
    own_status: str = ""
    tags: tuple[TagMark, ...] = ()
    days_left: int | None = None
    end_words: tuple[str, ...] = ()
    is_lost: bool = False
    """Whether the registry had it no more under its number, when it was asked last."""

    def __bool__(self) -> bool:
        own = self.is_starred, self.is_changed, self.has_note, self.own_status, self.tags
        return any(own) or self.is_lost or self.days_left is not None or bool(self.end_words)


NO_MARKS = RowMarks()


def mark_words(marks: RowMarks) -> tuple[str, ...]:
    """Return each mark in words, for screen readers and tips."""
    return tuple(_words(marks))


def days_left_words(days: int) -> str:
    """Return for how long a study stays in the trash."""
    words = ngettext("{count} day left in the trash", "{count} days left in the trash", days)
    return words.format(count=days)


def _words(marks: RowMarks) -> Iterator[str]:
    yield from marks.end_words[:1]
    if marks.days_left is not None:
        yield days_left_words(marks.days_left)
    if marks.is_lost:
        yield _("no longer at the registry under this number")
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
