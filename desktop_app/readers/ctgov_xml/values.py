"""Reads dates, ages, numbers and yes or no from elements; what cannot be read is reported."""

import re
from calendar import month_name

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.wordings import code_of
from desktop_app.readers.noted import Note
from desktop_app.readers.unreadable import reason_of
from desktop_app.study.ages import Age
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import DateType

Held = dict[str, object]
"""Elements of a part of the study, by the model's names; without those that are absent."""

_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_IN_WORDS = re.compile(r"([A-Za-z]+)\.? (?:(\d{1,2}), ?)?(\d{4})\Z")
_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{4})\Z")
_FLAGS = {"yes": True, "no": False, "accepts healthy volunteers": True}
_LONGEST_NUMBER = 18
"""Digits; what is longer is no count of anything, and does not fit a database."""


def held(**elements: object) -> Held:
    """Return elements without those that are absent."""
    return {
        name: value
        for name, value in elements.items()
        if value is not None and not (isinstance(value, (str, tuple, dict)) and not value)
    }


def parse_date(text: str) -> PartialDate:
    """Read ``February 2004``, ``December 15, 2021``, ``05/2010``, ``2025`` or ``2021-12-15``.

    Raises ValueError for any other form and for days that no calendar has.
    """
    if (match := _IN_WORDS.match(text)) and match[1].lower() in _MONTHS:
        day = f"-{int(match[2]):02d}" if match[2] else ""
        return PartialDate.parse(f"{match[3]}-{_MONTHS[match[1].lower()]:02d}{day}")
    if match := _MONTH_YEAR.match(text):
        return PartialDate.parse(f"{match[2]}-{int(match[1]):02d}")
    return PartialDate.parse(text)


def date_of(part: Part, tag: str) -> PartialDate | None:
    """Return the date of a child element."""
    return own_date(part.part(tag))


def own_date(part: Part) -> PartialDate | None:
    """Return the date that an element holds."""
    text = part.own_text
    if text is None:
        return None
    try:
        return parse_date(text)
    except ValueError as error:
        part.leave_out(text, reason_of(str(error)))
        return None


def date_struct_of(part: Part, tag: str) -> Held:
    """Return the date of a child element with its kind."""
    child = part.part(tag)
    date, kind = own_date(child), child.attribute("type")
    return held(date=date, type=code_of(child, kind, DateType)) if date else {}


def age_of(part: Part, tag: str) -> Age | None:
    """Return an age; ``N/A`` is the explicit statement that there is no limit."""
    child = part.part(tag)
    text = child.own_text
    if text is None:
        return None
    try:
        return Age.parse(text)
    except ValueError as error:
        child.leave_out(text, reason_of(str(error)))
        return None


def number_of(part: Part, tag: str) -> int | None:
    """Return the whole number of a child element."""
    child = part.part(tag)
    return _number(child, child.own_text)


def number_attribute(part: Part, name: str) -> int | None:
    """Return the whole number of an attribute."""
    return _number(part, part.attribute(name))


def flag_of(part: Part, tag: str) -> bool | None:
    """Return whether a child element says yes."""
    child = part.part(tag)
    text = child.own_text
    if text is None:
        return None
    if text.lower() not in _FLAGS:
        child.leave_out(text, Note(N_("it is neither yes nor no")))
    return _FLAGS.get(text.lower())


def _number(part: Part, text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        part.leave_out(text, Note(N_("it is not a whole number")))
        return None
    return int(text)
