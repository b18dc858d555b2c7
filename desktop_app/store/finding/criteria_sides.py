"""Which part of a criteria text says who cannot take part, told by its headings alone.

Only what leaves no doubt counts: the careful arranging of criteria takes a hundred times as long.
"""

import re

_QUALITIES = r"(?:key|main|major|general|other|additional|specific|study|subject|patient|clinical)"
_CRITERIA = r"criteri\w{1,3}"
_HEADING = re.compile(
    rf"^[\W_\d]*(?:{_QUALITIES}s?\s+){{0,2}}"
    rf"(?:(?P<both>(?:in|ex)clusion\s*(?:/|&|and|or)\s*(?:in|ex)clusion)"
    rf"|(?P<out>non[\s-]?inclusion|exclusions?|ineligibility)|(?P<in>inclusions?|eligibility))"
    rf"\s*(?:{_CRITERIA}\b|[:：]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def sides(criteria: str) -> tuple[str, str]:
    """Return what says who can take part, or what is not clear, and what says who cannot."""
    allowed: list[str] = []
    excluded: list[str] = []
    into, start = allowed, 0
    for heading in _HEADING.finditer(criteria):
        into.append(criteria[start : heading.start()])
        into, start = (excluded if heading["out"] else allowed), heading.start()
    into.append(criteria[start:])
    return "".join(allowed), "".join(excluded)
