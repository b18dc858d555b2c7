"""Where a record came from, in words: the name of a file, or what has no name."""

from desktop_app.languages import N_, _
from desktop_app.study.fetched import read_fetched_origin

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
