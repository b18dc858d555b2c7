"""How dates and numbers of the application's own are written: as records write them, or as readers.

One form is used by the whole process, as one language is. Records write ``2025-12-04``; readers
write ``4 Dec 2025``, by their language, and in the United States ``Dec 4, 2025``. What stands
within a record's text stays as it is, and so do files for machines and columns that are sorted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Protocol

from desktop_app.languages import ENGLISH, pgettext, spoken_language


class Dated(Protocol):
    """A day, or a month or a year alone, whose other parts are 0."""

    @property
    def year(self) -> int: ...

    @property
    def month(self) -> int: ...

    @property
    def day(self) -> int: ...


class Form(Enum):
    """Whose way of writing is followed."""

    RECORD = "iso"
    """That of records: ISO 8601, a thin space at the thousands and a point before decimals."""
    READER = ""
    """That of whoever speaks the language."""


class _Followed:
    """What is followed; a process has one, as it has one language."""

    def __init__(self) -> None:
        self.form = Form.RECORD
        self.territory = ""


_followed = _Followed()
_MONTH_FIRST = frozenset({"US"})
_GROUPED_FROM = 10_000
_THIN_SPACE = "\u202f"


def follow(form: Form, territory: str = "") -> None:
    """Write dates and numbers in a form from now on; ``territory`` as in a locale: ``US``."""
    _followed.form, _followed.territory = form, territory


@contextmanager
def following(form: Form, territory: str = "") -> Iterator[None]:
    """Write dates and numbers in a form for a while."""
    before = _followed.form, _followed.territory
    follow(form, territory)
    try:
        yield
    finally:
        follow(*before)


def form_of(setting: str, locale: str) -> Form:
    """Return what a setting asks for; a locale without a language (``C``) writes as records do."""
    is_plain = locale.split(".")[0] in ("", "C", "POSIX")
    return Form.RECORD if setting == Form.RECORD.value or is_plain else Form.READER


def territory_of(locale: str) -> str:
    """Return the territory in the name of a locale, or empty: ``US`` for ``en_US.UTF-8``."""
    parts = locale.split(".")[0].split("@")[0].replace("-", "_").split("_")
    return next((part for part in parts[1:] if len(part) == 2 and part.isalpha()), "").upper()


def date_text(day: Dated) -> str:
    """Return a date as far as it is stated, in the form that is followed."""
    if _followed.form is Form.RECORD:
        return iso_text(day)
    if not day.month:
        # Translators: A year alone.
        return pgettext("date", "{year}").format(year=day.year)
    month = _month_names()[day.month - 1]
    if not day.day:
        # Translators: A month of a year, in short.
        return pgettext("date", "{month} {year}").format(month=month, year=day.year)
    return _day_pattern().format(day=day.day, month=month, year=day.year)


def iso_text(day: Dated) -> str:
    """Return a date as far as it is stated, as records write it: ``2025-12``."""
    parts = [f"{day.year:04d}"]
    parts += [f"{part:02d}" for part in (day.month, day.day) if part]
    return "-".join(parts)


def _month_names() -> list[str]:
    # Translators: The twelve months in short, parted by blanks; in Chinese their numbers.
    months = pgettext("months in short", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    return months.split()


def _day_pattern() -> str:
    if spoken_language() == ENGLISH and _followed.territory in _MONTH_FIRST:
        return "{month} {day}, {year}"
    # Translators: A day, in short: 4. Dez. 2025 in German, 2025年12月4日 in Chinese.
    return pgettext("date", "{day} {month} {year}")


def number_text(number: int) -> str:
    """Return a number that we counted, from five digits on with something at the thousands."""
    if abs(number) < _GROUPED_FROM:
        return str(number)
    return f"{number:,}".replace(",", _between_thousands())


def _between_thousands() -> str:
    if _followed.form is Form.RECORD:
        return _THIN_SPACE
    # Translators: What parts the thousands of a number: 12,345 in English, 12.345 in German.
    return pgettext("between thousands", ",")


def decimal_text(number: str) -> str:
    """Return a number that we computed, given with a point, with the mark of the language."""
    if _followed.form is Form.RECORD:
        return number
    # Translators: What stands before decimals: 1.5 in English, 1,5 in German.
    return number.replace(".", pgettext("before decimals", "."))
