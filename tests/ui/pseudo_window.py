"""A window that says everything in the pseudo-language, and Qt's own texts in it likewise."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.languages import LANGUAGES, speaking
from tests.pseudo_language import CLOSING, OPENING, PseudoTranslations, pseudo

_SAID = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
_KEYS = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift|Meta)\+)+(?:\w+|\S)|\b(?:F\d{1,2}|Esc|Down|Enter|Return|PgUp|PgDown)\b"
)
_NAMES = re.compile(
    r"Trial Protocol Viewer|Python [\d.]+|Qt [\d.]+|Linux\S*|SHA-256|\d\s?[kM]B|[0-9a-f]{20,}|UTC"
)
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+(?:\d+[\W_]*)?$")
"""Marks, shapes and counts around words."""
_WORD = re.compile(r"[^\W\d_]{2}")


class _PseudoTranslator(QTranslator):
    """Has a translation of whatever Qt says."""

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # The names of keys are data for whoever reads a key from a text.
        return sourceText if context in ("QShortcut", "QKeySequence") else pseudo(sourceText)

    def isEmpty(self) -> bool:
        return False


@contextmanager
def in_pseudo_language(app: QApplication) -> Iterator[None]:
    """Says all in the pseudo-language for a while."""
    translator = _PseudoTranslator(app)
    app.installTranslator(translator)
    try:
        with speaking("en", PseudoTranslations()):
            yield
    finally:
        QCoreApplication.removeTranslator(translator)


def unsaid(text: str, data: str) -> str:
    """Returns what of a text is neither in the pseudo-language nor data, empty for nothing.

    Data are the texts of the record, and what else is no text of the application's own; white
    space in them is one blank each.
    """
    left = text
    while left != (left := _SAID.sub("\t", left)):
        pass
    for name in (_KEYS, _NAMES):
        left = name.sub("\t", left)
    if text in LANGUAGES.values():
        return ""
    parts = re.split(r"\t| · |: ", left.replace("\xa0", " "))
    bare = (" ".join(_EDGES.sub("", part).split()) for part in parts)
    return "; ".join(part for part in bare if _WORD.search(part) and part not in data)
