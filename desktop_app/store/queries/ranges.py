"""Numbers, dates and ages with their limits: ``>2024-01``, ``12..17``, ``<30d``."""

import re
from collections.abc import Callable
from datetime import date, timedelta

Span = tuple[int, int]
"""From one number to another, both included."""

HIGHEST = 9_223_372_036_854_775_807
LATEST = 99_999_999
_SIGNS = re.compile(r"(>=|<=|=>|=<|≥|≤|>|<|=)?\s*(.*)\Z", re.DOTALL)
_SAME_SIGN = {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "=": ""}
_BETWEEN = re.compile(r"(.*?)\s*(?:\.{2,}|…)\s*(.*)\Z", re.DOTALL)
_YEARS = re.compile(r"([12]\d{3})\s*[-–]\s*([12]\d{3})\Z")
_DATE = re.compile(r"([12]\d{3})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\Z")
_AGO = re.compile(r"(\d{1,5})\s*(d|w|m|y|days?|weeks?|months?|years?)\Z", re.IGNORECASE)
_AGE = re.compile(
    r"(\d{1,5})\s*(d|w|m|y|days?|weeks?|mo|months?|years?|yrs?|y/?o)?\Z", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d,_'  ]{0,24}\Z")
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
_NONE = ("none", "not stated")


def date_span(value: str, today: date) -> Span | None:
    """Return the days that a value means, as yyyymmdd; None for what is no date.

    ``30d`` and ``<30d`` are the last thirty days, ``>1y`` is longer ago than a year.
    """
    words = value.strip()
    if words.casefold() in _NONE:
        return 0, 0
    years = _YEARS.match(words)
    if years is not None:
        words = f"{years[1]}..{years[2]}"
    ago = _ago(words, today)
    return ago or _span(words, _days, (1, LATEST))


def age_span(value: str) -> Span | None:
    """Return the ages that a value means, in days; an age in years lasts for one."""
    return _span(value.strip(), _age, (0, HIGHEST))


def number_span(value: str) -> Span | None:
    """Return the numbers that a value means."""
    if value.strip().casefold() in _NONE:
        return -1, -1
    return _span(value.strip(), _number, (0, HIGHEST))


def _span(words: str, read: Callable[[str], Span | None], widest: Span) -> Span | None:
    between = _BETWEEN.match(words)
    if between is not None:
        first = read(between[1]) if between[1] else widest
        last = read(between[2]) if between[2] else widest
        if first is None or last is None or not (between[1] or between[2]):
            return None
        # Whoever writes the later one first means the same.
        return (first[0], last[1]) if first[0] <= last[1] else (last[0], first[1])
    signs = _SIGNS.match(words)
    assert signs is not None
    sign = _SAME_SIGN.get(signs[1] or "", signs[1] or "")
    span = read(signs[2])
    if span is None:
        return None
    return {
        "": span,
        ">": (span[1] + 1, widest[1]),
        ">=": (span[0], widest[1]),
        "<": (widest[0], span[0] - 1),
        "<=": (widest[0], span[1]),
    }[sign]


def _days(words: str) -> Span | None:
    match = _DATE.match(words)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    if month > 12 or day > 31 or (match[2] and not month):
        return None
    if day:
        return (year * 10_000 + month * 100 + day,) * 2
    if month:
        return year * 10_000 + month * 100, year * 10_000 + month * 100 + 99
    return year * 10_000, year * 10_000 + 9_999


def _ago(words: str, today: date) -> Span | None:
    if words.casefold() == "today":
        return (_day_number(today),) * 2
    signs = _SIGNS.match(words)
    assert signs is not None
    match = _AGO.match(signs[2])
    if match is None:
        return None
    days = min(int(int(match[1]) * _DAYS[match[2][0].lower()]), today.toordinal() - 1)
    then = _day_number(today - timedelta(days))
    return (1, then - 1) if (signs[1] or "").startswith((">", "≥", "=>")) else (then, LATEST)


def _day_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _age(words: str) -> Span | None:
    match = _AGE.match(words)
    if match is None:
        return None
    unit = _DAYS[(match[2] or "y")[0].lower()]
    count = int(match[1])
    return int(count * unit), max(int(count * unit), int((count + 1) * unit) - 1)


def _number(words: str) -> Span | None:
    if not _NUMBER.match(words):
        return None
    number = int("".join(letter for letter in words if letter.isdecimal()))
    return min(number, HIGHEST - 1), min(number, HIGHEST - 1)
