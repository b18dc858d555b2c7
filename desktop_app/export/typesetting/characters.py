"""What is drawn of the characters of a record: none runs as a command, none is lost unseen."""

import unicodedata

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + "".join(
    chr(code) for code in range(0xFE00, 0xFE10)
)
"""Soft hyphens, zero-width characters and variation selectors: they have nothing to show."""

_DIRECTION = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
"""Controls of the direction of writing, by their names in the Unicode standard."""

REPLACEMENTS: dict[int, str | None] = {
    **dict.fromkeys((*range(32), *range(127, 160))),
    **{ord(character): None for character in _INVISIBLE},
    **dict.fromkeys(range(55296, 57344), "�"),
    **{code: f"[{name}]" for code, name in _DIRECTION.items()},
    **dict.fromkeys((9, 10, 11, 12, 13, 133, 8232, 8233), " "),
}


def printable(text: str) -> str:
    """Return the text as it is drawn.

    Control characters go, those that turn the direction of writing stand as ``[RLO]``, and a
    letter with its accent is one character, for which fonts have a glyph.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(REPLACEMENTS))
