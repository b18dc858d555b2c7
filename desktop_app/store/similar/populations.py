"""How well two studies fit each other by whom they are for, their phase and their kind."""

from dataclasses import dataclass

from desktop_app.store.entries.facets import FacetValues
from desktop_app.store.facets.packing import PARTS, Facet, bits_in

_OTHERS_ONLY = 0.7
"""What is left of likeness where nobody can take part in both studies."""
_OTHER_KIND = 0.9
_SAME_PHASE = 1.06
_FEMALE, _MALE = (PARTS[Facet.SEX].bits_of(sex) for sex in ("FEMALE", "MALE"))
_OLDEST = 200 * 366


@dataclass(frozen=True, slots=True)
class Population:
    """The facets of a study that its population and design have; ages are in days."""

    packed: int
    min_age: int | None
    max_age: int | None

    @classmethod
    def of(cls, facets: FacetValues) -> "Population":
        """Take them from the facets that the library keeps."""
        return cls(facets.packed, facets.min_age, facets.max_age)

    def fit(self, other: "Population") -> float:
        """Return a factor for likeness: 1 where nothing speaks for or against it."""
        factor = 1.0
        sexes = {bits_in(self.packed, Facet.SEX), bits_in(other.packed, Facet.SEX)}
        if sexes == {_FEMALE, _MALE} or not self._shares_ages(other):
            factor *= _OTHERS_ONLY
        if bits_in(self.packed, Facet.STUDY_TYPE) != bits_in(other.packed, Facet.STUDY_TYPE):
            factor *= _OTHER_KIND
        if bits_in(self.packed, Facet.PHASE) & bits_in(other.packed, Facet.PHASE):
            factor *= _SAME_PHASE
        return factor

    def _shares_ages(self, other: "Population") -> bool:
        lowest = max(self.min_age or 0, other.min_age or 0)
        mine, theirs = (_OLDEST if age is None else age for age in (self.max_age, other.max_age))
        return lowest <= min(mine, theirs)
