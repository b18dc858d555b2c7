import pytest

from desktop_app.store.entries.facets import FacetValues
from desktop_app.store.facets.packing import pack
from desktop_app.store.similar.populations import Population

CHILDREN = FacetValues(pack(sex="ALL"), "", 365, 17 * 365)
GROWN = FacetValues(pack(sex="ALL"), "", 18 * 365, None)
FEMALE, MALE, ALL = (FacetValues(pack(sex=sex)) for sex in ("FEMALE", "MALE", "ALL"))
UNSTATED = FacetValues()


def fit(one: FacetValues, other: FacetValues) -> float:
    return Population(one).fit(other.packed, other.min_age, other.max_age)


@pytest.mark.parametrize(("one", "other"), [(CHILDREN, GROWN), (FEMALE, MALE)])
def test_studies_in_which_nobody_can_take_part_in_both_fit_badly(
    one: FacetValues, other: FacetValues
) -> None:
    assert fit(one, other) == fit(other, one) < 0.8


@pytest.mark.parametrize("other", [FEMALE, ALL, UNSTATED, GROWN])
def test_what_is_not_stated_speaks_against_nothing(other: FacetValues) -> None:
    assert fit(FEMALE, other) == fit(UNSTATED, other) == 1


def test_a_phase_in_common_speaks_for_a_study_and_another_kind_against_it() -> None:
    phases = FacetValues(pack(phases=["PHASE2", "PHASE3"]))
    assert fit(FacetValues(pack(phases=["PHASE2"])), phases) > 1
    observed = FacetValues(pack(study_type="OBSERVATIONAL"))
    assert fit(observed, FacetValues(pack(study_type="INTERVENTIONAL"))) < 1
