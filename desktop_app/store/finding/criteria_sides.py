"""Which part of a criteria text says who cannot take part, told by its headings alone.

Only what leaves no doubt counts: the careful arranging of criteria takes twenty times as long.
"""

import re
from collections.abc import Iterator

_QUALITIES = r"(?:key|main|major|general|other|additional|specific|study|subject|patient|clinical)"
_CRITERIA = r"crit[ei]\w{2,7}"
_BOTH = r"(?:in|ex)clusion\s*(?:/|&|and|or)\s*(?:in|ex)clusion"
_OUT, _IN = r"non[\s-]?inclusion|exclusions?|ineligibility", r"inclusions?|eligibility"
# Of sentences, and of criteria that speak of others: "Does not meet the inclusion criteria".
_NO_HEADING = (
    r"(?:may|apply|must|meets?|met|meeting|fulfil\w*|will|would|could|is|are|was|were|be|not|no"
    r"|none|other|if|who|have|has|had|any|see|per|with|protocol)"
)
_HEADING = re.compile(
    # A line that begins with its side, maybe behind a mark.
    rf"^[\W_\d]*(?i:(?:the\s+)?(?:{_QUALITIES}s?\s+){{0,2}}(?:(?P<both>{_BOTH})|(?P<out>{_OUT})"
    rf"|(?:{_IN}))\s*(?:{_CRITERIA}\b|[:：]|$))"
    # A line of its own: "Phase 1 Key Exclusion Criteria", "Student exclusion criteria:".
    rf"|^[ \t]*(?!.*\b(?i:{_NO_HEADING})\b)(?:[\w/-]+[ \t]+){{1,6}}"
    rf"(?i:(?P<out_of>{_OUT})|(?:{_IN}))"
    rf"(?:[ \t]+(?i:{_CRITERIA})\b[^:：]{{0,60}}(?:[:：]|$)|[:：]$)"
    # Within a line, behind the criterion before: "... consent. Exclusion Criteria: ...".
    r"|(?<=[\w.;!?)%])[ \t]+(?:Key |Main )?(?:(?P<out_within>Exclusion)|Inclusion)[ ][Cc]riteria\s?"
    r"[:：]"
    r"|(?<=[.;!?)])[ \t]+(?:(?P<out_upper>EXCLUSION)|INCLUSION)(?:[ ]CRITERIA)?\s?[:：]"
    r"|(?<=[a-z0-9.;)%])[ \t]+(?P<out_at_end>Exclusion[ ]Criteria)[ \t]*$"
)
_NAMES_SIDE = re.compile(r"clusion|ligib", re.IGNORECASE)


def sides(criteria: str) -> tuple[str, str]:
    """Return what says who can take part, or what is not clear, and what says who cannot."""
    allowed: list[str] = []
    excluded: list[str] = []
    into, start = allowed, 0
    for heading, begin in _headings(criteria):
        into.append(criteria[start:begin])
        excludes = heading.lastgroup is not None and heading.lastgroup != "both"
        into, start = (excluded if excludes else allowed), begin
    into.append(criteria[start:])
    return "".join(allowed), "".join(excluded)


def _headings(criteria: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the headings with the places where they begin; few lines are worth the closer look."""
    end = -1
    for name in _NAMES_SIDE.finditer(criteria):
        if name.start() < end:
            continue
        start = criteria.rfind("\n", 0, name.start()) + 1
        end = criteria.find("\n", name.start())
        end = len(criteria) if end < 0 else end
        for heading in _HEADING.finditer(criteria[start:end]):
            yield heading, start + heading.start()
