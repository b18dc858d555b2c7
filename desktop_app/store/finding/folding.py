"""Texts as the index of words takes them: lower case, no accents."""

import unicodedata


def fold(text: str) -> str:
    """Return a text in lower case and without accents; its length may differ."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def fold_in_place(text: str) -> tuple[str, list[int] | None]:
    """Return a text folded, and for each letter of that its place in the text.

    None instead of the places where they are the same.
    """
    if text.isascii():
        return text.lower(), None
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in fold(letter):
            letters.append(one)
            places.append(place)
    return "".join(letters), places
