from desktop_app.analysis.assignment import Assignment, assign
from desktop_app.study.arms_interventions import ArmsInterventionsModule
from tests.real_records import needs_records, record_files
from tests.studies import study_with


def _assign(arms: list[dict[str, object]], interventions: list[dict[str, object]]) -> Assignment:
    module: ArmsInterventionsModule = study_with(
        armsInterventionsModule={"armGroups": arms, "interventions": interventions}
    ).protocol_section.arms_interventions_module
    return assign(module)


def _given(assignment: Assignment) -> list[list[str | None]]:
    return [[one.name for one in given] for _, given in assignment.by_arm]


def test_a_link_that_either_side_states_counts_once() -> None:
    joined = _assign(
        [{"label": "A", "interventionNames": ["Drug: X"]}, {"label": "B"}],
        [
            {"type": "DRUG", "name": "X", "armGroupLabels": ["A", "B"]},
            {"type": "DRUG", "name": "Y"},
        ],
    )
    assert _given(joined) == [["X"], ["X"]]
    assert [one.name for one in joined.interventions_without_arm] == ["Y"]


def test_arms_of_one_title_get_what_they_name_themselves() -> None:
    joined = _assign(
        [
            {"label": "Arm A", "interventionNames": ["Drug: X"]},
            {"label": "Arm A", "interventionNames": ["Drug: Placebo"]},
        ],
        [
            {"type": "DRUG", "name": "X", "armGroupLabels": ["Arm A"]},
            {"type": "DRUG", "name": "Placebo", "armGroupLabels": ["Arm A"]},
        ],
    )
    assert _given(joined) == [["X"], ["Placebo"]]


def test_thousands_of_arms_and_interventions_are_joined_at_once() -> None:
    many = range(5_000)
    joined = _assign(
        [{"label": f"Arm {n}", "interventionNames": [f"Drug: {n}"]} for n in many],
        [{"type": "DRUG", "name": str(n), "armGroupLabels": [f"Arm {n}"]} for n in many],
    )
    assert _given(joined) == [[str(n)] for n in many]


@needs_records
def test_in_real_records_every_title_and_name_that_is_stated_is_joined() -> None:
    from desktop_app.readers.ctgov_json import read_ctgov_json

    for file in record_files("ctgov_json", "*.json", step=5):
        module = read_ctgov_json(file.read_bytes())[0].protocol_section.arms_interventions_module
        joined = assign(module)
        for intervention, arms in joined.by_intervention:
            labels = [arm.label for arm in arms]
            assert set(intervention.arm_group_labels) <= set(labels), file.name
