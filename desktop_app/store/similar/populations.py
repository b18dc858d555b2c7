"""How well two studies fit each other by whom they are for, their phase and their kind."""

from desktop_app.store.entries.facets import FacetValues
from desktop_app.store.facets.packing import PARTS, Facet

_OTHERS_ONLY = 0.7
"""What is left of likeness where nobody can take part in both studies."""
_OTHER_KIND = 0.9
_SAME_PHASE = MOST_FIT = 1.06
_OLDEST = 200 * 366
"""Days that nobody lives."""


def _bits(facet: Facet) -> int:
    return PARTS[facet].full << PARTS[facet].shift


_SEX, _KIND, _PHASES = _bits(Facet.SEX), _bits(Facet.STUDY_TYPE), _bits(Facet.PHASE)
_SEXES = {PARTS[Facet.SEX].bits_of(sex) << PARTS[Facet.SEX].shift for sex in ("FEMALE", "MALE")}


class Population:
    """Whom a study is for, to be compared with hundreds of others."""

    def __init__(self, facets: FacetValues) -> None:
        self._packed = facets.packed
        self._youngest = facets.min_age or 0
        self._oldest = _OLDEST if facets.max_age is None else facets.max_age
        # Of a study for one sex, nobody can take part in one for the other.
        sex = self._packed & _SEX
        self._other_sex = sum(_SEXES - {sex}) if sex in _SEXES else -1

    def fit(self, packed: int, min_age: int | None, max_age: int | None) -> float:
        """Return a factor for likeness, 1 where nothing speaks for or against it.

        The facets of the other study are as the library keeps them, ages in days.
        """
        factor = 1.0
        is_younger = max_age is not None and max_age < self._youngest
        if is_younger or (min_age or 0) > self._oldest or packed & _SEX == self._other_sex:
            factor *= _OTHERS_ONLY
        if (packed ^ self._packed) & _KIND:
            factor *= _OTHER_KIND
        if packed & self._packed & _PHASES:
            factor *= _SAME_PHASE
        return factor
