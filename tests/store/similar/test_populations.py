import pytest

from desktop_app.store.facets.packing import pack
from desktop_app.store.similar.populations import Population

CHILDREN = Population(pack(phases=["PHASE2"], sex="ALL"), 365, 17 * 365)
GROWN = Population(pack(phases=["PHASE2"], sex="ALL"), 18 * 365, None)
UNSTATED = Population(0, None, None)


def of_sex(sex: str) -> Population:
    return Population(pack(sex=sex), None, None)


@pytest.mark.parametrize(("one", "other"), [(CHILDREN, GROWN), (of_sex("FEMALE"), of_sex("MALE"))])
def test_studies_in_which_nobody_can_take_part_in_both_fit_badly(
    one: Population, other: Population
) -> None:
    assert one.fit(other) == other.fit(one) < 0.8


@pytest.mark.parametrize("other", [of_sex("FEMALE"), of_sex("ALL"), UNSTATED])
def test_what_is_not_stated_speaks_against_nothing(other: Population) -> None:
    assert of_sex("FEMALE").fit(other) == 1


def test_a_phase_in_common_speaks_for_a_study_and_another_kind_against_it() -> None:
    assert GROWN.fit(Population(pack(phases=["PHASE2", "PHASE3"]), None, None)) > 1
    observed = Population(pack(study_type="OBSERVATIONAL"), None, None)
    assert observed.fit(Population(pack(study_type="INTERVENTIONAL"), None, None)) < 1
