from typing import Any

from desktop_app.analysis.changes.change import Change, Part, Step
from desktop_app.analysis.changes.walk import changes_between
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.outcomes import Outcome, OutcomesModule
from desktop_app.study.study import Study
from tests.studies import study_with

CRITERIA = "Inclusion Criteria:\n\n* Adults\n* {}\n\nExclusion Criteria:\n\n* Pregnancy"


def changes(old: dict[str, Any], new: dict[str, Any]) -> tuple[Change, ...]:
    return changes_between(study_with(**old), study_with(**new))


def criteria(text: str) -> dict[str, Any]:
    return {"eligibilityModule": {"eligibilityCriteria": text}}


def outcomes(*measures: dict[str, str]) -> dict[str, Any]:
    return {"outcomesModule": {"primaryOutcomes": list(measures)}}


def test_a_criterion_is_reported_by_its_number() -> None:
    (one,) = changes(criteria(CRITERIA.format("HbA1c 7")), criteria(CRITERIA.format("HbA1c 8")))
    assert (one.old, one.new, one.part) == ("HbA1c 7", "HbA1c 8", Part.MATERIAL)
    assert one.path[-1] == Step(EligibilityModule, "eligibility_criteria", "I-2")


def test_criteria_in_another_order_are_the_same() -> None:
    old = "Inclusion Criteria:\n\n* Adults\n* Women\n\nExclusion Criteria:\n\n* Asthma"
    assert changes(criteria(old), criteria(old.replace("Adults\n* Women", "Women\n* Adults"))) == ()


def test_a_criterion_that_moves_to_the_other_side_is_dropped_and_added() -> None:
    old = "Inclusion Criteria:\n\n* Adults\n* Asthma\n\nExclusion Criteria:\n\n* Pregnancy"
    new = "Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n* Pregnancy\n* Asthma"
    found = changes(criteria(old), criteria(new))
    assert [(one.path[-1].item, one.old, one.new) for one in found] == [
        ("I-2", "Asthma", None),
        ("E-2", None, "Asthma"),
    ]


def test_an_outcome_that_is_reworded_stays_the_same_outcome() -> None:
    (one,) = changes(
        outcomes({"measure": "Overall survival at 12 months"}),
        outcomes({"measure": "Overall survival at 24 months"}),
    )
    assert [step.element for step in one.path[-2:]] == ["primary_outcomes", "measure"]
    assert one.path[-2].item == "Overall survival at 12 months"


def test_an_outcome_that_goes_and_one_that_comes_are_two_changes() -> None:
    gone, come = changes(outcomes({"measure": "Pain at rest"}), outcomes({"measure": "Survival"}))
    assert isinstance(gone.old, Outcome)
    assert gone.new is None
    assert isinstance(come.new, Outcome)
    assert come.path[-1] == Step(OutcomesModule, "primary_outcomes", "Survival")


def test_a_date_and_its_kind_are_one_change() -> None:
    def starts(date: str, kind: str) -> dict[str, Any]:
        return {"statusModule": {"startDateStruct": {"date": date, "type": kind}}}

    (one,) = changes(starts("2026-01", "ESTIMATED"), starts("2026-02", "ACTUAL"))
    assert one.part is Part.MATERIAL
    assert one.path[-1].element == "start_date_struct"


def test_sites_are_matched_whatever_their_order() -> None:
    def sites(*statuses: tuple[str, str]) -> dict[str, Any]:
        return {
            "contactsLocationsModule": {
                "locations": [{"facility": "Clinic", "city": c, "status": s} for c, s in statuses]
            }
        }

    (one,) = changes(
        sites(("Basel", "RECRUITING"), ("Bern", "RECRUITING")),
        sites(("Bern", "COMPLETED"), ("Basel", "RECRUITING")),
    )
    assert one.part is Part.RECRUITMENT
    assert (one.old, one.new) == ("RECRUITING", "COMPLETED")


def test_conditions_are_a_set() -> None:
    def about(*names: str) -> dict[str, Any]:
        return {"conditionsModule": {"conditions": list(names)}}

    assert changes(about("Gout", "Asthma"), about("Asthma", "Gout")) == ()
    (one,) = changes(about("Gout", "Asthma"), about("Asthma", "Pain"))
    assert (one.old, one.new) == (("Gout",), ("Pain",))


def test_an_element_that_the_schema_does_not_know_is_reported() -> None:
    (one,) = changes({"newModule": {"a": [1, 2]}}, {"newModule": {"a": [2, 3]}})
    assert one.path[-1].element == "newModule"
    assert one.part is Part.ADMINISTRATIVE


def test_the_version_of_the_registrys_data_is_no_change() -> None:
    def of(day: str) -> Study:
        value = {"derivedSection": {"miscInfoModule": {"versionHolder": day}}}
        return Study.model_validate(value)

    assert changes_between(of("2026-01-01"), of("2026-01-02")) == ()


def test_a_value_of_a_group_is_named_by_the_title_of_the_group() -> None:
    def of(value: str) -> Study:
        groups = [{"id": "OG000", "title": "Placebo"}, {"id": "OG001", "title": "Aspirin"}]
        measured = [{"groupId": "OG000", "value": "1"}, {"groupId": "OG001", "value": value}]
        classes = [{"categories": [{"measurements": measured}]}]
        measure = {"title": "Pain", "groups": groups, "classes": classes}
        results = {"outcomeMeasuresModule": {"outcomeMeasures": [measure]}}
        return Study.model_validate({"resultsSection": results})

    (one,) = changes_between(of("2"), of("3"))
    assert (one.old, one.new, one.part) == ("2", "3", Part.RESULTS)
    assert [step.item for step in one.path[-5:]] == ["Pain", "", "", "Aspirin", ""]


def arms(*labels: str, drug: str = "Aspirin", kind: str = "DRUG") -> dict[str, Any]:
    named = f"{kind.title()}: {drug}"
    return {
        "armsInterventionsModule": {
            "armGroups": [
                {"label": one, "description": f"Arm with {one}", "interventionNames": [named]}
                for one in labels
            ],
            "interventions": [{"name": drug, "type": kind, "armGroupLabels": list(labels)}],
        }
    }


def test_an_arm_under_another_name_is_told_once() -> None:
    (name, described) = changes(arms("Low dose: 5 mg", "Placebo"), arms("Low dose: 5 g", "Placebo"))
    assert [step.element for step in name.path[-2:]] == ["arm_groups", "label"]
    assert described.path[-1].element == "description"


def test_an_intervention_under_another_name_or_type_is_told_once() -> None:
    (one,) = changes(arms("A", "B"), arms("A", "B", drug="Aspirin 100 mg"))
    assert [step.element for step in one.path[-2:]] == ["interventions", "name"]
    (one,) = changes(arms("A", "B"), arms("A", "B", kind="DEVICE"))
    assert [step.element for step in one.path[-2:]] == ["interventions", "type"]


def test_an_arm_that_is_left_by_an_intervention_is_told() -> None:
    old, new = arms("A one", "B two"), arms("A one", "B two")
    new["armsInterventionsModule"]["interventions"][0]["armGroupLabels"] = ["B two"]
    (one,) = changes(old, new)
    assert (one.old, one.new) == (("A one",), None)
    new = arms("A one more", "B two")
    new["armsInterventionsModule"]["interventions"][0]["armGroupLabels"] = ["B two"]
    told = [(one.path[-1].element, one.old) for one in changes(old, new)]
    assert ("arm_group_labels", ("A one",)) in told


def results(*titles: str, first: int = 0) -> dict[str, Any]:
    """Returns a table of results in which each group has the value that goes with its title."""
    values = {"Placebo": "1", "Low": "2", "High": "3", "Other": "4"}
    ids = {title: f"BG{number:03}" for number, title in enumerate(titles, first)}
    groups = [{"id": ids[title], "title": title} for title in titles]
    counts = [{"groupId": ids[title], "value": values[title]} for title in titles]
    analysis = {"groupIds": [ids[one] for one in titles[:2]], "paramValue": "0.5"}
    table = {"groups": groups, "denoms": [{"units": "Participants", "counts": counts}]}
    return {
        "baselineCharacteristicsModule": table,
        "outcomeMeasuresModule": {
            "outcomeMeasures": [{"title": "Pain", **table, "analyses": [analysis]}]
        },
        "adverseEventsModule": {
            "eventGroups": [{"id": ids[one], "title": one} for one in titles],
            "seriousEvents": [
                {
                    "term": "Death",
                    "stats": [{"groupId": ids[t], "numAffected": int(values[t])} for t in titles],
                }
            ],
        },
    }


def posted(value: dict[str, Any]) -> Study:
    return Study.model_validate({"resultsSection": value})


def test_groups_of_results_that_are_numbered_anew_are_the_same() -> None:
    old = posted(results("Placebo", "Low", "High"))
    assert changes_between(old, posted(results("Placebo", "Low", "High", first=1))) == ()
    mixed = results("Placebo", "Low", "High")
    swapped = results("Low", "Placebo", "High")
    swapped["outcomeMeasuresModule"]["outcomeMeasures"][0]["analyses"][0]["groupIds"].reverse()
    assert changes_between(posted(mixed), posted(swapped)) == ()


def test_a_group_that_goes_as_others_are_numbered_anew_is_all_that_is_told() -> None:
    found = changes_between(posted(results("Other", "Low", "High")), posted(results("Low", "High")))
    assert found
    told = {one.path[-1].item for one in found if one.path[-1].element != "group_ids"}
    assert told == {"Other"}
    assert all(one.new is None for one in found if one.path[-1].item == "Other")
