"""How people write the terms of facets: ``phase:II``, ``sex:f``, ``status:not-yet-recruiting``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from desktop_app.store.facets.packing import NO_RESULTS, NOT_STATED, OTHER_TERM, RESULTS, Facet
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import AgencyClass, Phase, Sex, StandardAge, Status, StudyType

Alternatives = tuple[tuple[str, ...], ...]

CODES: Mapping[Facet, type[Code]] = {
    Facet.STATUS: Status,
    Facet.PHASE: Phase,
    Facet.STUDY_TYPE: StudyType,
    Facet.AGE_GROUP: StandardAge,
    Facet.SEX: Sex,
    Facet.SPONSOR_CLASS: AgencyClass,
}
_ALSO: Mapping[Facet, Mapping[str, str]] = {
    Facet.STATUS: {
        "active": Status.ACTIVE_NOT_RECRUITING,
        "open": Status.RECRUITING,
        "done": Status.COMPLETED,
        "stopped": Status.TERMINATED,
        "unknown": Status.UNKNOWN,
        "by invitation": Status.ENROLLING_BY_INVITATION,
    },
    Facet.PHASE: {
        "0": Phase.EARLY_PHASE1,
        "early 1": Phase.EARLY_PHASE1,
        "early": Phase.EARLY_PHASE1,
        "1": Phase.PHASE1,
        "2": Phase.PHASE2,
        "3": Phase.PHASE3,
        "4": Phase.PHASE4,
        "i": Phase.PHASE1,
        "ii": Phase.PHASE2,
        "iii": Phase.PHASE3,
        "iv": Phase.PHASE4,
        "n/a": Phase.NA,
        "not applicable": Phase.NA,
    },
    Facet.STUDY_TYPE: {"trial": StudyType.INTERVENTIONAL, "expanded": StudyType.EXPANDED_ACCESS},
    Facet.AGE_GROUP: {
        **dict.fromkeys(("child", "children", "kids", "pediatric", "paediatric"), "CHILD"),
        **dict.fromkeys(("adult", "adults"), "ADULT"),
        **dict.fromkeys(("older adults", "elderly", "senior", "seniors"), "OLDER_ADULT"),
    },
    Facet.SEX: {
        **dict.fromkeys(("f", "w", "women", "woman", "females", "girls"), "FEMALE"),
        **dict.fromkeys(("m", "men", "man", "males", "boys"), "MALE"),
        **dict.fromkeys(("both", "any"), "ALL"),
    },
    Facet.SPONSOR_CLASS: {
        "company": AgencyClass.INDUSTRY,
        "government": AgencyClass.OTHER_GOV,
        "federal": AgencyClass.FED,
    },
    Facet.RESULTS: {
        **dict.fromkeys((RESULTS, "result"), RESULTS),
        **dict.fromkeys((NO_RESULTS, "noresults"), NO_RESULTS),
    },
}
_NONE = ("none", "not stated", "-")
_OTHER = ("other term", OTHER_TERM)
_BETWEEN = re.compile(r"[\s_-]+")
_PHASE = re.compile(r"^phases? ?")
_BOTH = re.compile(r" ?(?:/|\+|&| and ) ?")


def terms_of(facet: Facet, value: str) -> Alternatives:
    """Return the terms that a value means, several where it begins several; empty for none."""
    words = plain(value)
    both = _both_phases(words) if facet is Facet.PHASE else ()
    if both:
        return (both,)
    return tuple((term,) for term in _terms_of(facet, words))


def spellings(facet: Facet) -> Mapping[str, str]:
    """Return what terms of a facet may be called, in lower case, the registry's words first."""
    return dict(_spellings(facet))


def plain(value: str) -> str:
    """Return a value as values are compared: lower case, with single spaces."""
    return _BETWEEN.sub(" ", value.casefold()).strip() or value.strip()


def _both_phases(words: str) -> tuple[str, ...]:
    parts = _BOTH.split(words)
    found = [_terms_of(Facet.PHASE, part) for part in parts]
    if words in ("n/a", "na") or len(parts) < 2 or not all(len(terms) == 1 for terms in found):
        return ()
    return tuple(terms[0] for terms in found)


def _terms_of(facet: Facet, words: str) -> tuple[str, ...]:
    if words in _NONE:
        return (NO_RESULTS if facet is Facet.RESULTS else NOT_STATED,)
    if words in _OTHER:
        return (OTHER_TERM,)
    known = _known(facet)
    if facet is Facet.PHASE:
        words = _PHASE.sub("", words) or words
    if words in known:
        return (known[words],)
    begun = [term for spelled, term in known.items() if words and spelled.startswith(words)]
    return tuple(dict.fromkeys(begun))


@cache
def _known(facet: Facet) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for spelled, term in _spellings(facet):
        known.setdefault(spelled, term)
        if facet is Facet.PHASE:
            known.setdefault(_PHASE.sub("", spelled), term)
    return known


def _spellings(facet: Facet) -> Iterator[tuple[str, str]]:
    if facet in CODES:
        for code in CODES[facet]:
            yield plain(code.label), code.value
            yield plain(code.value), code.value
    for spelled, term in _ALSO.get(facet, {}).items():
        yield spelled, str(term)
