"""What is drawn of the characters of a record: none runs as a command, none is lost unseen."""

import re
import unicodedata

_INVISIBLE = "\u00ad\u034f\u200b\u2060\ufeff" + "".join(
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
)
"""Soft hyphens, zero-width characters and variation selectors: they have nothing to show."""

_JOINING = "[\u0600-\u0dff\u1000-\u109f\u1780-\u18af]"
_IDLE_JOINERS = re.compile(f"(?<!{_JOINING})[\u200c\u200d]|[\u200c\u200d](?!{_JOINING})")
"""Joiners that join or part no letters: within Arabic or Devanagari others form the words."""

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
    shown = _IDLE_JOINERS.sub("", text).translate(REPLACEMENTS)
    return unicodedata.normalize("NFC", shown)
