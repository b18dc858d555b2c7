"""How long the registry is not asked, in words."""

from desktop_app.conventions import number_text
from desktop_app.languages import ngettext


def next_try_words(seconds: float) -> str:
    """Return when the registry is asked again: ``next try in 20 seconds``."""
    count = max(1, round(seconds))
    words = ngettext("next try in {count} second", "next try in {count} seconds", count)
    return words.format(count=number_text(count))
