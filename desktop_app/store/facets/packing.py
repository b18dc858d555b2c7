"""The facets of a study as the bits of one number, so that half a million are grouped at once.

From the lowest bit: status 5, phases 6 (a bit each), study type 3, age groups 3 (a bit each),
sex 2, class of the lead sponsor 4, results 1, start year 9 (since 1900). All bits of a part clear
mean that the record does not state it; all bits of a coded part set, a term that is not known here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop_app.study.codes import Code
from desktop_app.study.enumerations import AgencyClass, Phase, Sex, StandardAge, Status, StudyType


class Facet(Enum):
    """What studies are filtered by; the value is the name of the field in queries."""

    STATUS = "status"
    PHASE = "phase"
    STUDY_TYPE = "type"
    AGE_GROUP = "age"
    SEX = "sex"
    SPONSOR_CLASS = "class"
    RESULTS = "has"
    START_YEAR = "start"
    COUNTRY = "country"


NOT_STATED = ""
OTHER_TERM = "?"
"""Stands for every term that the code lists do not hold."""
RESULTS = "results"
NO_RESULTS = "no results"
_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Part:
    """The bits of a facet: where they begin, how many, and the terms in their order.

    The bits of a mask stand for a term each; else the bits hold the place of a term, from 1.
    """

    shift: int
    width: int
    terms: tuple[str, ...]
    is_mask: bool = False

    @property
    def full(self) -> int:
        """Return the highest value of the bits."""
        return (1 << self.width) - 1

    def bits_of(self, term: str) -> int:
        """Return the value of the bits for one term, not shifted; 0 for what is not stated."""
        if not term:
            return 0
        place = self.terms.index(term) if term in self.terms else -1
        if self.is_mask:
            return 1 << place if place >= 0 else 0
        return place + 1 if place >= 0 else self.full

    def terms_in(self, bits: int) -> tuple[str, ...]:
        """Return the terms that a value of the bits stands for; NOT_STATED alone for none."""
        if not bits:
            return (NOT_STATED,)
        if self.is_mask:
            return tuple(term for place, term in enumerate(self.terms) if bits >> place & 1)
        return (self.terms[bits - 1] if bits <= len(self.terms) else OTHER_TERM,)


def _values(codes: type[Code]) -> tuple[str, ...]:
    return tuple(str(code.value) for code in codes)


PARTS: Mapping[Facet, Part] = {
    Facet.STATUS: Part(0, 5, _values(Status)),
    Facet.PHASE: Part(5, 6, _values(Phase), is_mask=True),
    Facet.STUDY_TYPE: Part(11, 3, _values(StudyType)),
    Facet.AGE_GROUP: Part(14, 3, _values(StandardAge), is_mask=True),
    Facet.SEX: Part(17, 2, _values(Sex)),
    Facet.SPONSOR_CLASS: Part(19, 4, _values(AgencyClass)),
    Facet.RESULTS: Part(23, 1, (RESULTS,)),
    Facet.START_YEAR: Part(24, 9, tuple(str(_FIRST_YEAR + n) for n in range(1, 512))),
}
"""All facets but the country, of which a study may have any number."""


def _shifted(facet: Facet) -> dict[str, int]:
    part = PARTS[facet]
    return {term: part.bits_of(term) << part.shift for term in part.terms}


_STATUS, _STATUS_OTHER = _shifted(Facet.STATUS), PARTS[Facet.STATUS].full
_PHASES = _shifted(Facet.PHASE)
_TYPE, _TYPE_OTHER = _shifted(Facet.STUDY_TYPE), PARTS[Facet.STUDY_TYPE].full << 11
_AGES = _shifted(Facet.AGE_GROUP)
_SEX = _shifted(Facet.SEX)
_CLASS, _CLASS_OTHER = _shifted(Facet.SPONSOR_CLASS), PARTS[Facet.SPONSOR_CLASS].full << 19
_HAS_RESULTS = 1 << PARTS[Facet.RESULTS].shift
_YEAR_SHIFT, _YEAR_FULL = PARTS[Facet.START_YEAR].shift, PARTS[Facet.START_YEAR].full


def pack(
    status: str = "",
    phases: Iterable[str] = (),
    study_type: str = "",
    age_groups: Iterable[str] = (),
    sex: str = "",
    sponsor_class: str = "",
    has_results: bool = False,
    start_year: int = 0,
) -> int:
    """Return the facets of a study as one number; called once for each study of an import.

    Terms are the registry's own (``PHASE2``), empty where they are absent; unknown phases, age
    groups and sexes count as not stated, and so do years outside of 1901 to 2411.
    """
    packed = _STATUS.get(status, _STATUS_OTHER) if status else 0
    for phase in phases:
        packed |= _PHASES.get(phase, 0)
    if study_type:
        packed |= _TYPE.get(study_type, _TYPE_OTHER)
    for group in age_groups:
        packed |= _AGES.get(group, 0)
    packed |= _SEX.get(sex, 0)
    if sponsor_class:
        packed |= _CLASS.get(sponsor_class, _CLASS_OTHER)
    if has_results:
        packed |= _HAS_RESULTS
    year = start_year - _FIRST_YEAR
    return packed | year << _YEAR_SHIFT if 0 < year <= _YEAR_FULL else packed


def bits_in(packed: int, facet: Facet) -> int:
    """Return the bits of one facet, not shifted."""
    part = PARTS[facet]
    return packed >> part.shift & part.full


def terms_in(packed: int, facet: Facet) -> tuple[str, ...]:
    """Return the terms of one facet of a study; NOT_STATED alone where there are none."""
    return PARTS[facet].terms_in(bits_in(packed, facet))


def mask_of(facet: Facet, terms: Sequence[str]) -> int:
    """Return the bits, not shifted, of some terms of a facet that is a mask."""
    mask = 0
    for term in terms:
        mask |= PARTS[facet].bits_of(term)
    return mask
