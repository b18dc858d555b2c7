"""Where a record came from, in words: the name of a file, or what has no name."""

from datetime import datetime

from desktop_app.conventions import date_text
from desktop_app.languages import N_, _
from desktop_app.study.dates import PartialDate
from desktop_app.study.fetched import fetched_at, fetched_host, read_fetched_origin

CLIPBOARD = N_("the clipboard")
"""Where a text that was pasted comes from; kept in the library in these words."""


def origin_words(origin: str) -> str:
    """Return where a record came from; a file keeps its own name."""
    if origin == CLIPBOARD:
        return _(origin)
    fetched = read_fetched_origin(origin)
    if fetched is None:
        return origin
    # Translators: {time} is like 2026-11-25 14:03.
    return _("{address}, fetched {time} UTC").format(address=fetched[0], time=fetched[1])


def short_origin_words(origin: str) -> str:
    """Return the same for where there is little room: of an address, only whose it is."""
    moment = fetched_at(origin)
    if moment is None:
        return origin_words(origin)
    # Translators: {host} is like ClinicalTrials.gov, {time} like 25 Nov 2026 14:03 UTC.
    words = _("fetched from {host}, {time}")
    return words.format(host=fetched_host(origin), time=moment_words(moment))


def moment_words(moment: datetime) -> str:
    """Return a moment to the minute with its zone, which is UTC where the library says it."""
    day = date_text(PartialDate(moment.year, moment.month, moment.day))
    return f"{day} {moment:%H:%M %Z}".strip()
