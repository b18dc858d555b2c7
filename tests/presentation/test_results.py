"""What the Results tab says of made-up results: every element, in its place."""

from desktop_app.export.text import to_text
from desktop_app.presentation.badges import results_badge
from desktop_app.presentation.results.tab import results_sections
from desktop_app.presentation.section import Figure, Paragraph, Section, Table
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of
from tests.presentation.posted import GROUPS, classes, fields, posted, tables, values, with_measure


def _titles(study: Study) -> list[str]:
    return [section.title for section in results_sections(study)]


def _only(study: Study, title: str) -> Section:
    (section,) = (one for one in results_sections(study) if one.title == title)
    return section


def test_the_parts_stand_in_their_order() -> None:
    study = posted(
        moreInfoModule={
            "pointOfContact": {"title": "Head"},
            "certainAgreement": {"piSponsorEmployee": False},
            "limitationsAndCaveats": {"description": "Few took part."},
        },
        adverseEventsModule={"timeFrame": "1 year"},
        outcomeMeasuresModule={"outcomeMeasures": [{"title": "First"}, {"title": "Second"}]},
        baselineCharacteristicsModule={"groups": GROUPS},
        participantFlowModule={"groups": GROUPS},
    )
    assert _titles(study) == [
        "Participant Flow",
        "Baseline Characteristics",
        "First",
        "Second",
        "Adverse Events",
        "Serious Adverse Events",
        "Other Adverse Events",
        "Limitations and Caveats",
        "Certain Agreements",
        "Results Point of Contact",
    ]
    assert results_badge(study) == "2"
    assert results_badge(posted()) == ""


def test_flow_tells_milestones_reasons_units_and_comments() -> None:
    study = posted(
        participantFlowModule={
            "typeUnitsAnalyzed": "Eyes",
            "preAssignmentDetails": "Two left \\<1 day before.",
            "groups": GROUPS,
            "periods": [
                {
                    "title": "Overall Study",
                    "milestones": [
                        {
                            "type": "STARTED",
                            "comment": "After consent",
                            "achievements": [
                                {"groupId": "G1", "numSubjects": "9", "numUnits": "17"},
                                {"groupId": "G0", "numSubjects": "10", "comment": "One late"},
                            ],
                        }
                    ],
                    "dropWithdraws": [
                        {"type": "Death", "reasons": [{"groupId": "G0", "numSubjects": "1"}]}
                    ],
                }
            ],
        }
    )
    flow = _only(study, "Participant Flow")
    reached, left = tables(flow)
    assert reached.columns == ("Milestone", "Drug", "Placebo")
    assert reached.rows == (("STARTED [1]", "10 [2]", "9 (17)"),)
    assert left.rows == (("Death", "1", "–"),)
    text = to_text([flow])
    for words in ("[1]  After consent", "[2]  One late", "Two left <1 day before.", "Eyes"):
        assert words in text


def test_baseline_shows_overall_numbers_once_and_others_where_they_are_stated() -> None:
    counts = [{"groupId": "G0", "value": "10"}, {"groupId": "G1", "value": "9"}]
    fewer = [{"groupId": "G0", "value": "8"}, {"groupId": "G1", "value": "9"}]
    sex = values(("G0", "4"), ("G1", "3"), title="Female")
    study = posted(
        baselineCharacteristicsModule={
            "groups": GROUPS,
            "denoms": [{"units": "Participants", "counts": counts}],
            "measures": [
                {
                    "title": "Sex",
                    "paramType": "COUNT_OF_PARTICIPANTS",
                    "unitOfMeasure": "Participants",
                    "classes": classes(sex, denoms=[{"units": "Participants", "counts": counts}]),
                },
                {
                    "title": "Late sex",
                    "paramType": "COUNT_OF_PARTICIPANTS",
                    "classes": classes(sex, denoms=[{"units": "Participants", "counts": fewer}]),
                },
            ],
        }
    )
    overall, all_of_them, some = tables(_only(study, "Baseline Characteristics"))
    assert overall.rows == (("Number Analyzed (Participants)", "10", "9"),)
    assert all_of_them.rows == (("Female", "4 (40.0\u202f%)", "3 (33.3\u202f%)"),)
    assert some.rows == (
        ("Number Analyzed (Participants)", "8", "9"),
        ("Female", "4 (50.0\u202f%)", "3 (33.3\u202f%)"),
    )


def test_a_measure_tells_what_its_values_and_brackets_are() -> None:
    study = with_measure(
        timeFrame="12 weeks",
        paramType="MEAN",
        dispersionType="Standard Deviation",
        unitOfMeasure="mm",
        description="A scale * of pain",
        populationDescription="All treated",
        denoms=[{"units": "Participants", "counts": [{"groupId": "G0", "value": "10"}]}],
        classes=classes(values(("G0", "12.30", "4.5"), ("G1", "NA"))),
    )
    section = _only(study, "Pain")
    assert section.note == "Primary"
    text = to_text([section])
    assert "Mean (Standard Deviation) · mm" in text
    assert "A scale * of pain" in text
    (table,) = tables(section)
    assert table.columns == ("Unit of Measure", "Drug", "Placebo")
    assert table.rows == (
        ("Overall Number Analyzed (Participants)", "10", "–"),
        ("mm", "12.30 (4.5)", "NA"),
    )
    assert fields(section)["Time Frame"] == "12 weeks"
    assert fields(section)["Analysis Population Description"] == "All treated"
    assert fields(section)["Drug"] == "10 mg"


def test_limits_stand_in_the_brackets_as_far_as_they_are_stated() -> None:
    limits = [
        {"groupId": "G0", "value": "5", "lowerLimit": "1.0", "upperLimit": "9"},
        {"groupId": "G1", "value": "5", "spread": "2", "upperLimit": "9"},
    ]
    study = with_measure(classes=classes({"measurements": limits}))
    (table,) = tables(*results_sections(study))
    assert table.rows == (("Value", "5 (1.0 to 9)", "5 (2; up to 9)"),)


def test_classes_and_categories_are_columns_of_their_own_where_both_are_named() -> None:
    study = with_measure(
        classes=[
            {"title": "Week 1", "categories": [values(("G0", "1"), title="Better")]},
            {"title": "Week 2", "categories": [values(("G0", "2"), title="Worse")]},
        ]
    )
    (table,) = tables(*results_sections(study))
    assert table.columns[:2] == ("Class", "Category")
    assert [row[:3] for row in table.rows] == [("Week 1", "Better", "1"), ("Week 2", "Worse", "2")]


def test_an_analysis_tells_every_element() -> None:
    analysis = {
        "groupIds": ["G0", "G1", "G7"],
        "groupDescription": "Drug against placebo",
        "nonInferiorityType": "NON_INFERIORITY",
        "testedNonInferiority": True,
        "nonInferiorityComment": "Margin 2\\*SD",
        "statisticalMethod": "ANCOVA",
        "statisticalComment": "Adjusted",
        "pValue": "<0.001",
        "pValueComment": "Nominal",
        "paramType": "Mean Difference",
        "paramValue": "-1.20",
        "ciNumSides": "TWO_SIDED",
        "ciPctValue": "95",
        "ciLowerLimit": "-2",
        "ciUpperLimit": "-0.4",
        "ciLowerLimitComment": "Rounded",
        "ciUpperLimitComment": "Rounded up",
        "dispersionType": "STANDARD_ERROR_OF_MEAN",
        "dispersionValue": "0.4",
        "estimateComment": "Drug minus placebo",
        "otherAnalysisDescription": "Sensitivity",
    }
    section = results_sections(with_measure(analyses=[analysis]))[0]
    shown = fields(section)
    assert shown["Groups Compared"].split("\n")[:2] == ["Drug", "Placebo"]
    assert "G7, which is not among the groups" in shown["Groups Compared"]
    assert shown["Confidence Interval"] == "-2 to -0.4"
    assert shown["Measure of Dispersion"] == "0.4"
    text = to_text([section])
    for words in ("95\u202f%, 2-sided", "Standard error of mean", "Margin 2*SD", "Sensitivity"):
        assert words in text
    for words in ("<0.001", "Nominal", "-1.20", "Rounded up", "Drug minus placebo", "Yes"):
        assert words in shown.values()


def test_the_picture_of_the_values_stands_right_above_their_table() -> None:
    study = with_measure(paramType="MEAN", classes=classes(values(("G0", "1"), ("G1", "2"))))
    blocks = next(
        one for one in parts_of(results_sections(study), Section) if one.title == "Values"
    )
    kinds = [type(block) for block in blocks.blocks]
    assert kinds == [Figure, Paragraph, Table]


def test_several_analyses_are_numbered() -> None:
    study = with_measure(analyses=[{"pValue": "0.1"}, {"pValue": "0.2"}])
    titles = [section.title for section in parts_of(results_sections(study), Section)]
    assert titles[-3:] == ["Statistical Analyses", "Analysis 1", "Analysis 2"]


def test_agreements_and_contact_are_told_as_stated() -> None:
    study = posted(
        moreInfoModule={
            "certainAgreement": {
                "piSponsorEmployee": False,
                "restrictiveAgreement": True,
                "restrictionType": "GT60",
                "otherDetails": "Ask first.",
            },
            "pointOfContact": {"title": "Head", "phone": "1", "phoneExt": "22"},
        }
    )
    shown = fields(*results_sections(study))
    assert shown["Principal Investigator Employed by the Sponsor"] == "No"
    assert shown["Restriction Type"] == "More than 60 days"
    assert shown["Email"] == "Not stated"
    assert shown["Extension"] == "22"
