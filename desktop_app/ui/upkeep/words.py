"""What is said of backups, of what restoring them changes, and of what a check found."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from desktop_app.conventions import date_text
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences, labelled, listed
from desktop_app.store.backups.contents import Change
from desktop_app.store.backups.files import (
    BEFORE_RESTORE,
    BEFORE_UPDATE,
    BY_HAND,
    DAILY,
    DAMAGED,
    BackupFile,
    Kind,
)
from desktop_app.store.whole_check import Checked, Part

_KINDS = {
    Kind.LIBRARY: N_("The whole library"),
    Kind.PERSONAL: N_("Your stars, tags and notes"),
}
_REASONS = {
    DAILY: N_("made at the first use of the day"),
    BY_HAND: N_("made by Back Up Now"),
    BEFORE_RESTORE: N_("made before another backup was restored"),
    DAMAGED: N_("a damaged file that was put aside"),
}
_UPDATE = N_("made before an update of the application")
_WHAT: Mapping[str, str] = {
    "note": N_("Notes"),
    "star": N_("Stars"),
    "own_status": N_("Statuses of your own"),
    "tag": N_("Tags"),
    "tagged": N_("Tags on studies"),
    "collection": N_("Collections"),
    "collected": N_("Studies in collections"),
    "saved_search": N_("Saved searches"),
    "registry_search": N_("Registry searches"),
    "study": N_("Studies"),
    "version": N_("Versions of studies"),
}
_NAMED = 5
"""How many findings are said in a dialog; all of them can be copied."""


def time_words(moment: datetime) -> str:
    """Return a day and a time of it, by the clock here."""
    here = moment.astimezone()
    # Translators: A day, and the time of it: 2026-11-26, 04:43.
    return _("{date}, {time}").format(date=date_text(here), time=here.strftime("%H:%M"))


def backup_words(backup: BackupFile) -> tuple[str, str]:
    """Return when a backup was made and of what, and why with its size."""
    # Loaded here, with what shows a tab that is not shown at first.
    from desktop_app.presentation.record.documents import size_words

    # Translators: {when} is a day with a time, {what} is "The whole library" or the like.
    title = _("{when}: {what}").format(when=time_words(backup.made_at), what=kind_words(backup))
    return title, _("{why}, {size}").format(
        why=reason_words(backup), size=size_words(backup.size)[0]
    )


def kind_words(backup: BackupFile) -> str:
    """Return what a backup is of."""
    return _(_KINDS[backup.kind])


def reason_words(backup: BackupFile) -> str:
    """Return why a backup was made."""
    if backup.reason.startswith(BEFORE_UPDATE):
        return _(_UPDATE)
    return _(_REASONS[backup.reason]) if backup.reason in _REASONS else backup.reason


def restore_words(backup: BackupFile, changes: Sequence[Change] | None) -> str:
    """Return what restoring a backup would change, in lines."""
    if changes is None:
        lines = [_("What is there now cannot be read, so it cannot be compared with the backup.")]
    elif all(change.is_none for change in changes):
        lines = [_("Nothing changes: all that the backup holds is there as it was.")]
    else:
        lines = [_change_words(change) for change in changes if not change.is_none]
    kept = (
        _("The library of now is kept as a backup. The window closes, and opens again.")
        if backup.kind is Kind.LIBRARY
        else _("What is there now is kept as a backup, so that you can go back to it.")
    )
    return "\n".join((*lines, "", kept))


def _change_words(change: Change) -> str:
    parts = [
        _counted(_came, change.come, change.coming if change.what != "version" else ()),
        _counted(_went, change.go, change.going if change.what != "version" else ()),
        _counted(_differed, change.differ, ()),
    ]
    # Not the record's words: a label, and what happens to such things.
    return labelled(_(_WHAT[change.what]), listed(filter(None, parts)))


def _came(count: int) -> str:
    return ngettext("{count} comes back", "{count} come back", count)


def _went(count: int) -> str:
    return ngettext("{count} goes", "{count} go", count)


def _differed(count: int) -> str:
    return ngettext("{count} changes back", "{count} change back", count)


def _counted(words: Callable[[int], str], count: int, examples: Sequence[str]) -> str:
    if not count:
        return ""
    said = words(count).format(count=grouped(count))
    if not examples:
        return said
    more = count - len(examples)
    named = "; ".join(examples)
    if more:
        rest = ngettext("and {count} more", "and {count} more", more).format(count=grouped(more))
        named = f"{named}; {rest}"
    # Translators: How many, and which of them.
    return _("{count} ({examples})").format(count=said, examples=named)


def checked_words(checked: Checked) -> str:
    """Return what a check found, in sentences, with the next step."""
    if not checked.findings:
        return joined_sentences((_("Everything is sound."), _amount_words(checked)))
    said = [finding.sentence for finding in checked.findings[:_NAMED]]
    more = len(checked.findings) - len(said)
    if more:
        words = ngettext(
            "{count} more finding can be copied with the details.",
            "{count} more findings can be copied with the details.",
            more,
        )
        said.append(words.format(count=grouped(more)))
    return "\n\n".join((*said, next_step(checked)))


def _amount_words(checked: Checked) -> str:
    return ngettext(
        "{studies} studies with {count} source document were compared with what was imported, byte"
        " for byte, with the index of words, and with your stars, tags and notes.",
        "{studies} studies with {count} source documents were compared with what was imported, byte"
        " for byte, with the index of words, and with your stars, tags and notes.",
        checked.documents,
    ).format(studies=grouped(checked.studies), count=grouped(checked.documents))


def next_step(checked: Checked) -> str:
    """Return what to do about what a check found."""
    if Part.FILE in checked.parts or Part.PERSONAL in checked.parts:
        return _("Restore a backup: what is there now is kept beside it.")
    if Part.DOCUMENT in checked.parts:
        return _("Import these records again. All other studies are sound.")
    return _("No document is lost: Rebuild Index makes the lists and the index anew.")
