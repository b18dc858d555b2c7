"""Lends the letters of bundled fonts to a system that has none for what a record is written in.

A record in English holds signs of other scripts, too: a full-width colon, a name in Chinese. Qt
finds a font that was added by itself, for text and pictures alike.
"""

import re
from collections.abc import Iterator

from PySide6.QtGui import QFontDatabase

from desktop_app.resource_files import resource_path

_System = QFontDatabase.WritingSystem
_SCRIPTS = (
    (
        "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef",
        (_System.SimplifiedChinese, _System.TraditionalChinese, _System.Japanese),
        "DroidSansFallbackFull",
    ),
    ("\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff", (_System.Korean,), "NanumSquareR"),
    ("\u0590-\u05ff", (_System.Hebrew,), "NotoSansHebrew-Regular"),
    ("\u0600-\u077f\ufb50-\ufdff", (_System.Arabic,), "NotoSansArabic-Regular"),
    ("\u0900-\u097f", (_System.Devanagari,), "NotoSansDevanagari-Regular"),
    ("\u0980-\u09ff", (_System.Bengali,), "NotoSansBengali-Regular"),
    ("\u0a00-\u0a7f", (_System.Gurmukhi,), "NotoSansGurmukhi-Regular"),
    ("\u0a80-\u0aff", (_System.Gujarati,), "NotoSansGujarati-Regular"),
    ("\u0b00-\u0b7f", (_System.Oriya,), "NotoSansOriya-Regular"),
    ("\u0b80-\u0bff", (_System.Tamil,), "NotoSansTamil-Regular"),
    ("\u0c00-\u0c7f", (_System.Telugu,), "NotoSansTelugu-Regular"),
    ("\u0c80-\u0cff", (_System.Kannada,), "NotoSansKannada-Regular"),
    ("\u0d00-\u0d7f", (_System.Malayalam,), "NotoSansMalayalam-Regular"),
    ("\u0d80-\u0dff", (_System.Sinhala,), "NotoSansSinhala-Regular"),
    ("\u0e00-\u0e7f", (_System.Thai,), "NotoSansThai-Regular"),
    ("\u0e80-\u0eff", (_System.Lao,), "NotoSansLao-Regular"),
    ("\u1000-\u109f", (_System.Myanmar,), "NotoSansMyanmar-Regular"),
    ("\u1780-\u17ff", (_System.Khmer,), "NotoSansKhmer-Regular"),
)
"""Of each script its characters, what Qt calls it, and the file that has its letters."""
_LEADS = bytes((*range(0xD6, 0xDE), 0xE0, 0xE1, *range(0xE3, 0xEE), 0xEF))
"""The bytes with which those characters begin in UTF-8; a few others begin so as well."""
_MARK = b"\xef\xbb\xbf"
"""With which some files begin."""
_NO_LEADS = bytes(set(range(256)) - set(_LEADS))
_ESCAPE = re.compile(rb"\\u([0-9A-Fa-f]{4})|&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});")


class LentLetters:
    """Knows which scripts have been looked at: a font is added once, and only if it is needed."""

    def __init__(self) -> None:
        self._scripts = {
            file: (re.compile(f"[{letters}]").search, systems)
            for letters, systems, file in _SCRIPTS
        }

    def lend_for(self, document: bytes) -> tuple[str, ...]:
        """Add fonts for the letters of a record that the system lacks; returns their files."""
        lent = tuple(self._needed(document)) if self._scripts else ()
        for name in lent:
            QFontDatabase.addApplicationFont(str(resource_path("fonts", f"{name}.ttf")))
        return lent

    def _needed(self, document: bytes) -> Iterator[str]:
        letters = "".join(sorted(_letters_of(document)))
        found = [name for name, (of_script, _) in self._scripts.items() if of_script(letters)]
        for name in found:
            _of_script, systems = self._scripts.pop(name)
            if not any(map(QFontDatabase.families, systems)):
                yield name


def _letters_of(document: bytes) -> set[str]:
    """Return the letters of a document, escapes read; none where it holds none of the scripts."""
    # Each search of the largest records costs a part of the time in which a study is to be there.
    is_escaped = (b"&#" if document[:4].lstrip(_MARK)[:1] == b"<" else b"\\u") in document
    if not is_escaped and (document.isascii() or not document.translate(None, _NO_LEADS)):
        return set()
    letters = set() if document.isascii() else set(document.decode("utf-8", errors="replace"))
    return letters.union(map(_character, _ESCAPE.findall(document))) if is_escaped else letters


def _character(escape: tuple[bytes, bytes]) -> str:
    code, entity = (part.decode() for part in escape)
    if code:
        return chr(int(code, 16))
    number = int(entity[1:], 16) if entity.startswith("x") else int(entity)
    return chr(number) if number < 0x110000 else ""
