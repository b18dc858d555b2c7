"""Writes elements of HTML; the one place where texts become markup, so that all are escaped."""

import re
from collections.abc import Iterable
from html import escape

from desktop_app.export.text_language import language_of
from desktop_app.export.visible import visible, visible_line

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")


def text(value: str) -> str:
    """Return a text as markup, its line ends as breaks."""
    return escape(visible(value)).replace("\n", "<br>\n")


def line(value: str) -> str:
    """Return a text as markup in one line."""
    return escape(visible_line(value))


def element(tag: str, content: str, **attributes: str) -> str:
    """Return an element around markup; ``class_`` and ``aria_label`` name their attributes.

    An attribute that is empty is left out.
    """
    return f"<{tag}{_attributes(attributes)}>{content}</{tag}>"


def worded(tag: str, value: str, **attributes: str) -> str:
    """Return an element around a text, which is read in its own direction and language."""
    return element(tag, text(value), **attributes, **reading(value))


def reading(value: str) -> dict[str, str]:
    """Return the attributes that tell how a text is read, where that is not as the page is."""
    return {"dir": direction(value), "lang": language_of(value)}


def direction(value: str) -> str:
    """Return ``auto`` for a text that runs to the left, also in part; else the page's is right."""
    return "auto" if _RIGHT_TO_LEFT.search(value) else ""


def stacked(tag: str, parts: Iterable[str], **attributes: str) -> str:
    """Return an element around elements, each on a line of its own."""
    return element(tag, "".join(f"\n{part}" for part in parts) + "\n", **attributes)


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(visible_line(value))}"'
        for name, value in attributes.items()
        if value
    )
