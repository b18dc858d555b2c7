"""A language that nobody speaks: every text of the application's own is marked and lengthened.

What shows up without its marks was not said through ``languages``; what is cut off in it will be
cut off in a language with longer words.
"""

import gettext
import re

_ACCENTS = str.maketrans("AEIOUaeiouycnszCNSZ", "ÀÉÎÖÛàéîöûýçñšžÇÑŠŽ")
# What must survive: the names of values, and the mark of a key in a menu.
_KEPT = re.compile(r"(\{[^{}]*\}|&&|&|\n)")
OPENING, CLOSING = "⟦", "⟧"
_LENGTHENING = 0.4


def pseudo(text: str) -> str:
    """Return a text as the pseudo-language has it: ``⟦Çöpý~~⟧`` for ``Copy``."""
    parts = _KEPT.split(text)
    plain = sum(len(part) for part in parts[::2])
    accented = (part.translate(_ACCENTS) if not i % 2 else part for i, part in enumerate(parts))
    return OPENING + "".join(accented) + "~" * round(plain * _LENGTHENING) + CLOSING


class PseudoTranslations(gettext.NullTranslations):
    """A catalogue in which every text is translated."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)
