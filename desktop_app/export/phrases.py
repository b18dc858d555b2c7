"""Phrases that several sheets and files say, each in the spoken language."""

from collections.abc import Iterable
from datetime import date

from desktop_app import APPLICATION, __version__
from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.punctuation import labelled, listed


def printed(today: date) -> str:
    """Return when and by what a sheet was printed."""
    return _("Printed on {date} by {application}").format(
        date=date_text(today), application=f"{APPLICATION} {__version__}"
    )


def page_words(number: int, total: int) -> str:
    """Return which of how many pages it is."""
    return _("page {number} of {total}").format(number=number, total=total)


def shortened_words(names: Iterable[str]) -> str:
    """Return a sentence that names what was shortened."""
    named = listed(names)
    return _("Shortened: {names}.").format(names=named) if named else _("Nothing was shortened.")


def both_words(first: str, last: str) -> str:
    """Return two phrases as one: ``2 arms and 3 sentences``; either may be empty."""
    if not first or not last:
        return first or last
    # Translators: for example "2 more arms" and "3 more interventions".
    return _("{first} and {last}").format(first=first, last=last)


def label_words(label: str) -> str:
    """Return a label with the colon of the language, for what stands behind it by itself."""
    return labelled(label, "").rstrip()
