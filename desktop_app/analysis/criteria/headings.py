"""Headings in criteria texts: which words of an author name a side, and which only a group.

A heading is believed only where its form leaves little doubt; a criterion on the wrong side is
worse than one that stays unsorted. Labels ("Key Inclusion Criteria (Cohort 1):") and sentences
("Subjects who meet any of the following will be excluded:") are told apart, since a sentence
may also speak of a few participants only ("Patients with diabetes are eligible if:").
"""

import re
from enum import Enum

_KEY = (
    r"(?:(?:non[\s-]*|not[\s-]+)?"
    r"(?:\w{0,3}inclusions?|inclusive|exc?lusions?|exclusive|included|excluded)"
    r"|(?:in|non[\s-]?)eligibility)"
)
_KEYS = re.compile(rf"\b{_KEY}\b", re.IGNORECASE)
_CRITERIA = re.compile(r"\W*(?:crit[ei]\w{2,7})\b", re.IGNORECASE)
_BETWEEN_BOTH = re.compile(
    r"\s*(?:criteria\s*)?(?:/|&|\band\b|\bor\b|\band/or\b)\s*", re.IGNORECASE
)
_PLAIN = re.compile(
    r"\W*(?:the\s+)?(?:inclusion|exclusion|eligibility)(?:\s+criteri(?:a|on))?\W*\Z", re.IGNORECASE
)
_CRITERIA_FOR = re.compile(
    rf"(?:[\w-]+\s+){{0,2}}criteria\s+(?:for|of)\s+(?:the\s+)?({_KEY})\b", re.IGNORECASE
)
_ELIGIBILITY = re.compile(
    r"(?:[\w/-]+\s+){0,5}eligibility(?:\s+criteria)?"
    r"(?:\s+(?:for|prior to|to)\s+[\w\s-]{1,60})?\W*\Z",
    re.IGNORECASE,
)
# Criteria that are of neither side: who leaves the study, once in it.
_LEAVING = re.compile(
    r"(?:[\w/-]+\s+){0,3}(?:withdrawal|elimination|discontinuation|exit|termination|drop-?\s?out"
    r"|removal|rejection|suspension|stopping)\s+criteri(?:a|on)\W*\Z",
    re.IGNORECASE,
)
_WITH_ELIGIBILITY = re.compile(r"\beligibility\s*(?:/|&|and)\s*\Z", re.IGNORECASE)
# Words of sentences, which labels do not have.
_NOT_IN_LABEL = re.compile(
    r"\b(?:may|apply|applies|applied|must|meet|meets|met|meeting|will|would|could|is|are|was|were"
    r"|be|been|not|if|who|have|has|had|fulfil\w*|any|do|does|did|determined|described|defined"
    r"|during|visit|period|study\s+entry)\b",
    re.IGNORECASE,
)
_NEVER_IN_LABEL = re.compile(
    r"\b(?:may|apply|applies|applied|must|will|would|could|is|are|was|were|above|below)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:[:：]|\s[-–—]\s|\w-\s)\s*\w")
BRACKETED = re.compile(r"\([^()]*\)|\[[^][]*\]")
_COLON_END = re.compile(r"[:：]\W*\Z")

PEOPLE = (
    r"(?:patients?|subjects?|participants?|individuals?|volunteers?|persons?|people|those|women"
    r"|men|children|infants|adults|donors?|recipients?|they|controls?|cases|probands?|candidates?)"
)
_SPEAKS_OF_ALL = re.compile(
    r"\W*(?:(?:to|in order to)\s+be\b|(?:the\s+)?(?:presence\s+of\s+)?(?:any|all|each|one)\b"
    r"|(?:the\s+)?(?:\w+\s+){0,2}(?:in|ex)clusion\s+criteria|exclude|include|the\s+following"
    rf"|(?:(?:all|the|a|an|each|potential|study|eligible|adult|healthy|female|male)\s+)*{PEOPLE}\b)",
    re.IGNORECASE,
)
_SPEAKS_OF_SOME = re.compile(
    rf"\b{PEOPLE}\s+(?:with|having|on|in|receiving|requiring|taking|who\s+(?:have|had|are|were))\b"
    r"(?!.{0,40}\b(?:following|any|one|either|criteria|below)\b)",
    re.IGNORECASE | re.DOTALL,
)
_POINTS_ON = re.compile(
    r"\b(?:following|below|if|any\s+of|all\s+of|one\s+of|who|these|criteria|listed|apply)\b"
    r"|\w\s*[:：]\W*\Z",
    re.IGNORECASE,
)
_SAYS_EXCLUDED = re.compile(
    r"\bexclu(?:de[ds]?|sion|ding)\b|\bineligible\b|\bnot\s+(?:be\s+)?(?:considered\s+)?eligible\b"
    r"|\bdisqualif\w+|\bnot\s+be\s+(?:enrol\w+|included|allowed|admitted|entered|recruited)\b"
    r"|\b(?:may\s+not|cannot|can\s+not)\s+(?:participate|enter|enrol\w*|have|be\s+(?:enrol|incl))"
    r"|\b(?:should|must|do|does|may)\s+not\s+(?:meet|fulfil\w*|satisfy)\b|\bnon-?inclusion\b",
    re.IGNORECASE,
)
_SAYS_INCLUDED = re.compile(
    r"\binclu(?:sion|ded)\b|\beligib(?:le|ility)\b|\benrol\w+|\bqualify\b|\bparticipat(?:e|ion)\b"
    r"|\badmitted\b|\brecruited\b|\bstudy\s+entry\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 400  # characters: the longest in 1,400 records has 260
WORD = re.compile(r"[\w'-]+")
_STEMS = ("clusi", "clude", "xlusi", "eligib", " criteri")


class Side(Enum):
    """Where a criterion belongs; the value is the letter before its number."""

    INCLUSION = "I"
    EXCLUSION = "E"
    UNSORTED = "C"


def label_side(text: str, marked: bool = False) -> Side | None:
    """Return the side that a label names, or None if the text is no such label.

    ``marked`` says that the text is an item of a list, where a label must be plainer. A label
    for both sides, or for eligibility at large, is a label for ``Side.UNSORTED``.
    """
    text = text.strip()
    if not may_name_side(text) or not _has_form_of_label(text, marked):
        return None
    if _GOES_ON.search(text) and not announces(text):
        return None
    turned = _CRITERIA_FOR.match(text)
    if turned is not None:
        return _side_of_key(turned[1])
    keys = list(_KEYS.finditer(text))
    if not keys:
        other = _LEAVING.match(text) or (not marked and _ELIGIBILITY.match(text))
        return Side.UNSORTED if other else None
    if not _key_stands_as_label(text, keys[0]):
        return None
    return _side_of_keys(text, keys)


def may_name_side(text: str) -> bool:
    """Tell quickly whether a closer look is worth while: few lines are headings."""
    if len(text) > _LONGEST_HEADING:
        return False
    lowered = text.lower()
    return any(stem in lowered for stem in _STEMS)


def sentence_side(text: str) -> Side | None:
    """Return the side to which a sentence that announces a list assigns all participants."""
    if len(text) > _LONGEST_HEADING or not _SPEAKS_OF_ALL.match(text):
        return None
    if _SPEAKS_OF_SOME.search(text) or not _POINTS_ON.search(text):
        return None
    excluded = _SAYS_EXCLUDED.search(text) is not None
    included = _SAYS_INCLUDED.search(re.sub(r"(?i)\bexclusion|not eligible", "", text)) is not None
    if excluded and re.search(r"\binclusion\b(?:\s+criteria)?\s*(?:/|and|or)", text, re.IGNORECASE):
        return None
    if excluded:
        return Side.EXCLUSION
    return Side.INCLUSION if included else None


def announces(text: str) -> bool:
    """Tell whether the text ends as what announces a list: with a colon."""
    return _COLON_END.search(text[-8:]) is not None


def is_plain(text: str) -> bool:
    """Tell whether a heading says no more than its side: ``Inclusion Criteria:``."""
    return len(text) < 60 and _PLAIN.match(text) is not None


def _has_form_of_label(text: str, marked: bool) -> bool:
    words = len(WORD.findall(text))
    begins_with_key = _begins_with_key(text)
    unbracketed = BRACKETED.sub("", text)
    if (_NEVER_IN_LABEL if begins_with_key else _NOT_IN_LABEL).search(unbracketed):
        return False
    if marked:
        return words <= 12 and (announces(text) or words <= 4 or text.isupper())
    if announces(text) or begins_with_key:
        return words <= 25
    return words <= (8 if text.endswith(".") else 12)


def _begins_with_key(text: str) -> bool:
    key = _KEYS.search(text[:40])
    if key is None or WORD.search(text[: key.start()]):
        return False
    rest = text[key.end() :]
    criteria = _CRITERIA.match(rest)
    return criteria is not None and _after_label(rest[criteria.end() :])


def _after_label(rest: str) -> bool:
    return re.match(r"\s*(?:\Z|[^\w\s]|(?:for|in|to|of|specific|prior)\b)", rest, re.I) is not None


def _key_stands_as_label(text: str, key: re.Match[str]) -> bool:
    """Tell "Partner inclusion criteria" and "Other exclusions:" from words within a sentence."""
    past = key[0].lower() in ("included", "excluded")
    after = text[key.end() :]
    if not past and (_CRITERIA.match(after) or _BETWEEN_BOTH.match(after)):
        return True
    before = WORD.findall(text[: key.start()])
    ends_here = not WORD.search(after)
    if past:
        return not before and (ends_here or announces(text))
    return ends_here and len(before) <= (3 if announces(text) else 1)


def _side_of_keys(text: str, keys: list[re.Match[str]]) -> Side:
    first = _side_of_key(keys[0][0])
    if _WITH_ELIGIBILITY.search(text[: keys[0].start()]):
        return Side.UNSORTED
    for key in keys[1:2]:
        between = text[keys[0].end() : key.start()]
        if _BETWEEN_BOTH.fullmatch(between) and _side_of_key(key[0]) is not first:
            return Side.UNSORTED
    return first


def _side_of_key(key: str) -> Side:
    lowered = key.lower()
    excludes = any(part in lowered for part in ("excl", "exlu", "eligib"))
    excludes = excludes or lowered.startswith(("non", "not"))
    return Side.EXCLUSION if excludes else Side.INCLUSION
