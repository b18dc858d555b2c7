"""Phrases that several sheets and files say, each in the spoken language."""

from collections.abc import Iterable
from datetime import date

from desktop_app import APPLICATION, __version__
from desktop_app.languages import _, pgettext


def printed(today: date) -> str:
    """Return when and by what a sheet was printed."""
    return _("Printed on {date} by {application}").format(
        date=today.isoformat(), application=f"{APPLICATION} {__version__}"
    )


def page_words(number: int, total: int) -> str:
    """Return which of how many pages it is."""
    return _("page {number} of {total}").format(number=number, total=total)


def shortened_words(names: Iterable[str]) -> str:
    """Return a sentence that names what was shortened."""
    named = list_words(names)
    return _("Shortened: {names}.").format(names=named) if named else _("Nothing was shortened.")


def list_words(items: Iterable[str]) -> str:
    """Return items one after the other: ``sites, conditions``."""
    return pgettext("between the items of a list", ", ").join(items)


def both_words(first: str, last: str) -> str:
    """Return two phrases as one: ``2 arms and 3 sentences``; either may be empty."""
    if not first or not last:
        return first or last
    # Translators: for example "2 more arms" and "3 more interventions".
    return _("{first} and {last}").format(first=first, last=last)
