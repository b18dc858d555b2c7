"""Makes a record's text safe for files that other programs show: nothing in it works unseen.

The words stay as they are. Control characters, which no text has a use for, become U+FFFD; controls
that turn the direction of writing, and can so show a text in another order than it is written,
stand by their names in brackets, as on paper: ``[RLO]``. Joiners, which scripts need, are kept.
"""

import re
import unicodedata

_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_REPLACEMENTS: dict[int, str] = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), *range(0xFDD0, 0xFDF0), 0xFFFC, 0xFFFE, 0xFFFF), "\ufffd"
)
_REPLACEMENTS |= {code: f"[{unicodedata.bidirectional(chr(code))}]" for code in _TURNING}
_REPLACEMENTS |= {ord("\t"): " ", ord("\n"): "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_ODD = re.compile(f"[{''.join(map(re.escape, map(chr, _REPLACEMENTS)))}\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """Return the text as it is to be shown; ``\\n`` alone separates lines."""
    if not _ODD.search(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", lines).translate(_REPLACEMENTS)


def visible_line(text: str) -> str:
    """Return the text as it is to be shown in one line."""
    return " ".join(visible(text).split("\n"))
