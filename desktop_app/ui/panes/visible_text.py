"""Makes a record's text safe to draw: what is invisible or deceives the eye becomes visible.

The words stay as they are. Only characters that are no text are replaced: control characters, and
those that a text document uses for its own structure, by U+FFFD; and bidirectional controls, which
can show a text in another order than it is written, by their names in brackets.
"""

import html
import re

_BIDI_NAMES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_REPLACEMENTS = {ord(mark): f"⟦{name}⟧" for mark, name in _BIDI_NAMES.items()}
_REPLACEMENTS |= dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xFFFC), "\ufffd")
_REPLACEMENTS |= dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), "\ufffd")
_REPLACEMENTS |= {ord("\t"): " ", ord("\n"): "\n", ord("\u2029"): "\n", ord("\u2028"): "\n"}
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def visible_text(text: str) -> str:
    """Return the text as it is to be drawn; ``\\n`` alone separates lines."""
    if not _ODD.search(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", lines).translate(_REPLACEMENTS)


def tooltip_text(text: str) -> str:
    """Return a text for a tool tip, which would interpret it as markup were it not escaped."""
    return f"<span>{html.escape(visible_text(text)).replace(chr(10), '<br>')}</span>"
