"""Similar studies are found in a library, the sample's own among them."""

from collections.abc import Mapping
from typing import Any

import pytest

from desktop_app.readers.json_values import parse_json
from desktop_app.readers.reading import SourceFormat
from desktop_app.resource_files import resource_path
from desktop_app.store.library import Library
from desktop_app.study.similar import Likeness, SimilarStudies, Tie
from tests.store.synthetic import content, read_record, record

SAMPLE = "NCT03816852"
# What the source page of the sample says of them; the conditions are those of their titles.
LISTED: Mapping[int, tuple[str, str, str]] = {
    5138367: ("Effects of UCA-PSCs in Women With POF", "COMPLETED", "Premature Ovarian Failure"),
    6132542: (
        "Autologous ADMSC Transplantation in Patients With POI",
        "NOT_YET_RECRUITING",
        "Premature Ovarian Insufficiency",
    ),
    6578039: (
        "Phase 1 Clinical Trial of CordSTEM-ST",
        "COMPLETED",
        "Premature Ovarian Insufficiency",
    ),
}
# The registry files both conditions under one term.
TERMS = {"conditionBrowseModule": {"meshes": [{"term": "Primary Ovarian Insufficiency"}]}}
OTHERS = (
    ("Ovarian Reserve After Chemotherapy", ["Ovarian Cancer"], "Cyclophosphamide"),
    ("Mesenchymal Stem Cells in Stroke", ["Ischemic Stroke"], "Mesenchymal stem cells"),
    ("Umbilical Cord Clamping in Preterm Infants", ["Prematurity"], "Delayed clamping"),
    ("Hormone Replacement Therapy and Bones", ["Osteoporosis, Postmenopausal"], "Estradiol"),
    ("Premature Ejaculation and Dapoxetine", ["Premature Ejaculation"], "Dapoxetine"),
    ("Stem Cell Infusion in Knee Osteoarthritis", ["Osteoarthritis, Knee"], "Stem cells"),
    ("Heart Failure and Telemonitoring", ["Heart Failure"], "Telemonitoring"),
)


def add(library: Library, number: int, title: str, **modules: Any) -> None:
    library.add(record(number, identification={"briefTitle": title}, **modules))


def add_study(library: Library, number: int, title: str, *names: str, drug: str = "") -> None:
    interventions = {"interventions": [{"type": "DRUG", "name": drug}]} if drug else {}
    add(
        library,
        number,
        title,
        conditionsModule={"conditions": list(names)},
        armsInterventionsModule=interventions,
        sponsorCollaboratorsModule={"leadSponsor": {"name": f"Institute {number}"}},
    )


def similar_to(library: Library, nct_id: str, limit: int = 10) -> SimilarStudies:
    found = library.similar(nct_id, limit=limit)
    assert found is not None
    return found


def reasons(found: SimilarStudies) -> dict[str, dict[Likeness, tuple[str, ...]]]:
    return {
        one.summary.nct_id: {shared.likeness: shared.names for shared in one.shared}
        for one in found.similar
    }


def test_of_the_sample_those_come_first_that_its_source_page_lists(library: Library) -> None:
    value, _ = parse_json(resource_path("samples", f"{SAMPLE}.json").read_bytes())
    library.add(read_record(value))
    for number, (title, status, condition) in LISTED.items():
        raw = content(
            number,
            identification={"briefTitle": title},
            conditionsModule={"conditions": [condition]},
            statusModule={"overallStatus": status},
        )
        library.add(read_record(raw | {"derivedSection": TERMS}))
    for number, (title, conditions, drug) in enumerate(OTHERS, 100):
        add_study(library, number, title, *conditions, drug=drug)
    found = similar_to(library, SAMPLE)
    first = [one.summary.nct_id for one in found.similar[:3]]
    assert sorted(first) == [f"NCT{number:08d}" for number in LISTED]
    assert reasons(found)["NCT05138367"][Likeness.CONDITION] == ("Premature Ovarian Failure",)
    assert found.linked == ()


def test_what_is_shared_is_told_in_the_words_of_the_study(library: Library) -> None:
    add_study(library, 1, "Omalizumab in children", "Allergic Asthma", drug="Omalizumab")
    add_study(library, 2, "An anti-IgE antibody", "asthma, allergic", drug="OMALIZUMAB")
    add_study(library, 3, "Inhaled steroids", "Severe Asthma", drug="Budesonide")
    found = reasons(similar_to(library, "NCT00000001"))
    assert list(found) == ["NCT00000002"]
    assert found["NCT00000002"][Likeness.CONDITION] == ("Allergic Asthma",)
    assert found["NCT00000002"][Likeness.INTERVENTION] == ("Omalizumab",)
    assert found["NCT00000002"][Likeness.PHASES] == ("PHASE1", "PHASE2")


@pytest.mark.parametrize("name", ["Placebo", "Safety", "Healthy Volunteers", "Standard of care"])
def test_names_that_say_nothing_make_no_studies_alike(library: Library, name: str) -> None:
    add_study(library, 1, "Sleep and light", name, drug=name)
    add_study(library, 2, "Pain and music", name, drug=name)
    found = similar_to(library, "NCT00000001")
    assert found.similar == ()
    assert found.others == 1


def test_the_same_sponsor_or_phase_alone_makes_no_studies_alike(library: Library) -> None:
    for number, condition in enumerate(("Measles", "Gout"), 1):
        add(library, number, f"On {condition}", conditionsModule={"conditions": [condition]})
    assert similar_to(library, "NCT00000001").similar == ()


def test_studies_that_name_one_another_are_tied_and_not_called_similar(library: Library) -> None:
    summary = {"briefSummary": "Goes on with NCT00000002 and NCT00000099."}
    number = {"id": "2015-001234-12", "type": "EUDRACT_NUMBER"}
    library.add(record(1, descriptionModule=summary, identification={"secondaryIdInfos": [number]}))
    library.add(record(2))
    library.add(record(3, descriptionModule={"briefSummary": "After NCT00000001."}))
    library.add(record(4, identification={"secondaryIdInfos": [number]}))
    library.add(record(5))
    found = similar_to(library, "NCT00000001")
    ties = {one.summary.nct_id: (one.ties, one.identifiers) for one in found.linked}
    assert ties == {
        "NCT00000002": ((Tie.NAMED,), ()),
        "NCT00000003": ((Tie.NAMES,), ()),
        "NCT00000004": ((Tie.SAME_IDENTIFIER,), ("2015-001234-12",)),
    }
    assert list(reasons(found)) == ["NCT00000005"]


def test_short_identifiers_tie_nothing(library: Library) -> None:
    for number in (1, 2):
        library.add(record(number, identification={"orgStudyIdInfo": {"id": "001"}}))
    assert similar_to(library, "NCT00000001").linked == ()


def test_the_study_itself_is_not_like_itself_by_a_former_number(library: Library) -> None:
    library.add(record(1, identification={"nctIdAliases": ["NCT00000009"]}))
    library.add(record(2))
    found = similar_to(library, "NCT00000009")
    assert list(reasons(found)) == ["NCT00000002"]
    assert found.others == 1


def test_what_is_not_held_has_none(library: Library) -> None:
    assert library.similar("NCT00000001") is None
    assert library.similar("no number") is None


def test_the_only_study_says_so(library: Library) -> None:
    library.add(record(1))
    assert similar_to(library, "NCT00000001") == SimilarStudies(others=0)


def test_a_record_that_states_nothing_cannot_be_compared(library: Library) -> None:
    bare = {"protocolSection": {"identificationModule": {"nctId": "NCT00000001"}}}
    library.add(read_record(bare))
    library.add(record(2))
    assert similar_to(library, "NCT00000001") == SimilarStudies(can_be_compared=False, others=1)


def test_a_record_of_another_form_is_compared_as_well(library: Library) -> None:
    library.add(record(1, source=SourceFormat.CTGOV_XML))
    library.add(record(2, source=SourceFormat.CTGOV_XML))
    assert list(reasons(similar_to(library, "NCT00000001"))) == ["NCT00000002"]


def test_results_of_large_records_do_not_hinder(library: Library) -> None:
    library.add(record(1))
    results = {"limitationsAndCaveats": {"description": 'said ,"derivedSection":{} ' * 3_000}}
    raw = content(2) | {"resultsSection": {"moreInfoModule": results}}
    library.add(read_record(raw | {"derivedSection": TERMS}))
    library.add(read_record(content(3) | {"resultsSection": {"moreInfoModule": results}}))
    found = reasons(similar_to(library, "NCT00000001"))
    assert sorted(found) == ["NCT00000002", "NCT00000003"]


def test_at_most_as_many_are_given_as_are_wanted(library: Library) -> None:
    for number in range(1, 9):
        library.add(record(number))
    assert len(similar_to(library, "NCT00000001", 3).similar) == 3


def test_thousands_of_names_are_no_fault(library: Library) -> None:
    names = [f"Condition {number} of the liver" for number in range(5_000)]
    for number in (1, 2):
        add_study(library, number, "Word " * 3_000, *names)
    assert list(reasons(similar_to(library, "NCT00000001"))) == ["NCT00000002"]


def test_what_means_something_to_the_index_is_a_name_like_others(library: Library) -> None:
    names = ['" OR "x', "NEAR(a b)", "a*", "{title} : b", "\x00", "'; DROP TABLE study;", "ﬁbrosis"]
    for number in (1, 2):
        add_study(library, number, " ".join(names), *names, drug=names[0])
    found = reasons(similar_to(library, "NCT00000001"))
    assert "ﬁbrosis" in found["NCT00000002"][Likeness.CONDITION]


def test_studies_that_came_later_are_found(library: Library) -> None:
    library.add(record(1))
    assert similar_to(library, "NCT00000001").similar == ()
    library.add(record(2))
    assert list(reasons(similar_to(library, "NCT00000001"))) == ["NCT00000002"]
