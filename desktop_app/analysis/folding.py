"""Text made comparable: case, accents and compatibility forms do not matter."""

import unicodedata


def fold(text: str) -> str:
    """Return the text without case and accents: ``Zürich`` and ``zurich`` are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
