"""Strings of a file that its readers show beside the pages, or say in place of a picture."""

import re

from desktop_app.export.typesetting.characters import printable

_NO_CHARACTERS = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in
    range(0, 0x110000, 0x10000)) + "]"
)  # fmt: skip
"""Codes that stand for no character, now or later; XML takes not all of them."""


def one_line(text: str) -> str:
    """Return a text in one line without a character that works unseen.

    Lists of headings show one line each, and some readers end a string at a NUL.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return " ".join(_NO_CHARACTERS.sub("\ufffd", printable(text)).split())
