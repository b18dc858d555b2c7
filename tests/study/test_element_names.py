import pytest

from desktop_app.study.base import RecordModel, part_model
from desktop_app.study.element_names import element_name
from desktop_app.study.study import Study

BETWEEN = " › "


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", ""),
        ("protocolSection.eligibilityModule.minimumAge", "Eligibility › Minimum Age"),
        ("protocolSection.designModule.phases[0]", "Study Design › Study Phase #1"),
        ("protocolSection.designModule.enrollmentInfo.count", "Study Design › Enrollment"),
        (
            "protocolSection.contactsLocationsModule.locations[3].geoPoint.lat",
            "Contacts and Locations › Locations #4 › Coordinates › Latitude",
        ),
        ("hasResults", "Results Posted"),
        ("protocolSection", "Protocol"),
        ("protocolSection.newModule.newElement[]", "newModule › newElement"),
        ("clinical_study/eligibility/minimum_age", "Eligibility › Minimum Age"),
        (
            "clinical_study/location[3]/facility/address/zip",
            "Location #3 › Facility › Address › Zip",
        ),
    ],
)
def test_elements_have_the_names_that_people_see(path: str, name: str) -> None:
    assert element_name(path) == name


def test_every_element_has_a_name_for_people() -> None:
    nameless = [path for path in _paths(Study, "", 5) if path.rpartition(".")[2] == _last(path)]
    assert nameless == []


def _last(path: str) -> str:
    return element_name(path).rpartition(BETWEEN)[2]


def _paths(model: type[RecordModel], before: str, depth: int) -> list[str]:
    paths = []
    for field in model.model_fields.values():
        path = f"{before}.{field.alias}".strip(".")
        part = part_model(field.annotation)
        paths += [path, *(_paths(part, path, depth - 1) if part and depth else [])]
    return paths
