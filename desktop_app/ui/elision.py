"""Cuts a line for want of room between words, so that no half word is left to be guessed at."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF

_ELLIPSIS = "…"
_LONGEST_WORD = 20
"""Characters; of a longer word a part is shown, for it would leave a gap."""


def elided_line(text: str, metrics: QFontMetrics | QFontMetricsF, width: float) -> str:
    """Return what of a text fits into a width in pixels, with an ellipsis where it is cut."""
    right = Qt.TextElideMode.ElideRight
    if isinstance(metrics, QFontMetrics):
        shown = metrics.elidedText(text, right, int(width))
    else:
        shown = metrics.elidedText(text, right, width)
    if shown == text or not shown.endswith(_ELLIPSIS):
        return shown
    kept = shown[: -len(_ELLIPSIS)]
    is_between = text[len(kept) : len(kept) + 1].isspace() or kept.endswith(" ")
    begun = "" if is_between else kept.rpartition(" ")[2]
    if not 0 < len(begun) < min(len(kept), _LONGEST_WORD):
        return shown
    return f"{kept[: -len(begun)].rstrip()}{_ELLIPSIS}"
