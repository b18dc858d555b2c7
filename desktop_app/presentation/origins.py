"""Where a record came from, in words: the name of a file, or what has no name."""

from desktop_app.languages import N_, _

CLIPBOARD = N_("the clipboard")
"""Where a text that was pasted comes from; kept in the library in these words."""


def origin_words(origin: str) -> str:
    """Return where a record came from; a file keeps its own name."""
    return _(origin) if origin == CLIPBOARD else origin
