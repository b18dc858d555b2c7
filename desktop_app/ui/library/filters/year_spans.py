"""Years in which studies start, gathered so that a few lines list them all."""

import re
from collections.abc import Mapping

_SINGLE_YEARS = 8
_BETWEEN = ".."
_SPAN = re.compile(r"[12]\d{3}(\.\.[12]\d{3})?")
_RECENT = 2000
"""From here on spans of five years, before of ten."""


def year_spans(counts: Mapping[str, int], this_year: int) -> dict[str, int]:
    """Return counts by year or span of years (``2010..2014``), given those by year.

    The last years, and those to come, stand alone; what is not stated stays as it is.
    """
    spans: dict[str, int] = {}
    for year, count in counts.items():
        span = _span(int(year), this_year - _SINGLE_YEARS) if year.isdecimal() else year
        spans[span] = spans.get(span, 0) + count
    return spans


def is_span(text: str) -> bool:
    """Tell whether a text is a year or a span of years as they are written here."""
    return _SPAN.fullmatch(text) is not None


def _span(year: int, last_gathered: int) -> str:
    if year > last_gathered:
        return str(year)
    size = 5 if year >= _RECENT else 10
    first = year // size * size
    last = min(first + size - 1, last_gathered)
    return f"{first}{_BETWEEN}{last}" if last > first else str(first)
