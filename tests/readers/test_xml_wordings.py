from xml.etree import ElementTree

import pytest

from desktop_app.readers.ctgov_xml.design import design
from desktop_app.readers.ctgov_xml.elements import Ledger, Part
from desktop_app.readers.ctgov_xml.masking import masking
from desktop_app.readers.ctgov_xml.wordings import known_code
from desktop_app.study import enumerations as codes
from desktop_app.study import result_enumerations as result_codes
from desktop_app.study.codes import Code

OTHER = codes.WhoMasked.OUTCOMES_ASSESSOR
CARER = codes.WhoMasked.CARE_PROVIDER
TAKER = codes.WhoMasked.PARTICIPANT
MAKER = codes.WhoMasked.INVESTIGATOR


def _part(xml: str) -> Part:
    root = ElementTree.fromstring(f"<clinical_study>{xml}</clinical_study>")
    return Part(Ledger(root), root)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Active, not recruiting", codes.Status.ACTIVE_NOT_RECRUITING),
        ("Unknown status", codes.Status.UNKNOWN),
        ("No longer available", codes.Status.NO_LONGER_AVAILABLE),
        ("N/A", codes.Phase.NA),
        ("Early Phase 1", codes.Phase.EARLY_PHASE1),
        ("Phase 0", codes.Phase.EARLY_PHASE1),
        ("N/A", codes.DesignAllocation.NA),
        ("Non-Randomized", codes.DesignAllocation.NON_RANDOMIZED),
        ("Single Group Assignment", codes.InterventionalAssignment.SINGLE_GROUP),
        ("Educational/Counseling/Training", codes.PrimaryPurpose.ECT),
        ("Case Control", codes.ObservationalModel.CASE_CONTROL),
        ("Cross-Sectional", codes.DesignTimePerspective.CROSS_SECTIONAL),
        ("U.S. Fed", codes.AgencyClass.FED),
        ("Samples Without DNA", codes.BioSpecRetention.SAMPLES_WITHOUT_DNA),
        ("Non-Probability Sample", codes.SamplingMethod.NON_PROBABILITY_SAMPLE),
        ("Both", codes.Sex.ALL),
        ("Sham Comparator", codes.ArmGroupType.SHAM_COMPARATOR),
        ("Dietary Supplement", codes.InterventionType.DIETARY_SUPPLEMENT),
        ("Sub-Investigator", codes.ContactRole.SUB_INVESTIGATOR),
        ("Sponsor-Investigator", codes.ResponsiblePartyType.SPONSOR_INVESTIGATOR),
        ("Clinical Study Report (CSR)", codes.IpdSharingInfoType.CSR),
        ("Geometric Least Squares Mean", result_codes.MeasureParam.GEOMETRIC_LEAST_SQUARES_MEAN),
        ("97.5% Confidence Interval", result_codes.MeasureDispersionType.CONFIDENCE_975),
        ("Inter-Quartile Range", result_codes.MeasureDispersionType.INTER_QUARTILE_RANGE),
        ("Standard Error of the Mean", result_codes.AnalysisDispersionType.STANDARD_ERROR_OF_MEAN),
        ("2-Sided", result_codes.ConfidenceIntervalNumSides.TWO_SIDED),
        (
            "Superiority or Other (legacy)",
            result_codes.NonInferiorityType.SUPERIORITY_OR_OTHER_LEGACY,
        ),
        ("Superiority or Other", result_codes.NonInferiorityType.SUPERIORITY_OR_OTHER),
        ("Post-Hoc", result_codes.OutcomeMeasureType.POST_HOC),
        ("Non-systematic Assessment", result_codes.EventAssessment.NON_SYSTEMATIC_ASSESSMENT),
    ],
)
def test_wordings_of_the_xml_are_codes_of_the_api(words: str, code: Code) -> None:
    assert known_code(words, type(code)) is code


def test_an_unknown_wording_has_no_code() -> None:
    assert known_code("On holiday", codes.Status) is None
    assert known_code("", codes.Status) is None


@pytest.mark.parametrize(
    ("text", "level", "who"),
    [
        ("None (Open Label)", codes.DesignMasking.NONE, ()),
        ("Open Label", codes.DesignMasking.NONE, ()),
        ("Double", codes.DesignMasking.DOUBLE, ()),
        ("Double Blind", codes.DesignMasking.DOUBLE, ()),
        ("Single (Outcomes Assessor)", codes.DesignMasking.SINGLE, (OTHER,)),
        (
            "Quadruple (Participant, Care Provider, Investigator, Outcomes Assessor)",
            codes.DesignMasking.QUADRUPLE,
            (TAKER, CARER, MAKER, OTHER),
        ),
        (
            "Double Blind (Subject, Caregiver, Investigator, Outcomes Assessor)",
            codes.DesignMasking.DOUBLE,
            (TAKER, CARER, MAKER, OTHER),
        ),
        ("Participant, Investigator", None, (TAKER, MAKER)),
        ("Outcomes Assessor", None, (OTHER,)),
    ],
)
def test_masking_is_read_from_the_wordings_of_all_years(
    text: str, level: Code | None, who: tuple[Code, ...]
) -> None:
    part = _part("")
    found = masking(part, text)
    assert (found.get("masking"), found.get("who_masked", ())) == (level, who)
    assert part.ledger.oddities == []


def test_masking_in_other_words_is_kept_whole_and_told() -> None:
    part = _part("")
    assert masking(part, "Double (Participant, Nurse)") == {
        "masking": "Double (Participant, Nurse)"
    }
    assert "does not know the term 'Double (Participant, Nurse)'" in part.ledger.oddities[0].note


def test_a_design_in_one_sentence_is_read_like_one_in_elements() -> None:
    old = _part(
        "<study_design>Allocation:  Non-Randomized, Intervention Model: Crossover Assignment, "
        "Masking: Double Blind (Subject, Caregiver), Primary Purpose: Treatment</study_design>"
    )
    now = _part(
        "<study_design_info><allocation>Non-Randomized</allocation>"
        "<intervention_model>Crossover Assignment</intervention_model>"
        "<primary_purpose>Treatment</primary_purpose>"
        "<masking>Double (Participant, Care Provider)</masking></study_design_info>"
    )
    assert design(old) == design(now)
    assert old.ledger.oddities == []


def test_what_a_design_in_one_sentence_says_besides_is_told() -> None:
    part = _part(
        "<study_design>Observational Model: Cohort, Endpoint Classification: Safety Study, "
        "Time Perspective: Retrospective/Prospective</study_design>"
    )
    assert design(part)["design_info"] == {
        "observational_model": codes.ObservationalModel.COHORT,
        "time_perspective": "Retrospective/Prospective",
    }
    assert [oddity.note for oddity in part.ledger.oddities] == [
        "the registry's schema does not know the term 'Retrospective/Prospective'",
        "has no place in the registry's present records: 'Endpoint Classification: Safety Study'",
    ]


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("Phase 1/Phase 2", (codes.Phase.PHASE1, codes.Phase.PHASE2)),
        ("Phase 4", (codes.Phase.PHASE4,)),
        ("N/A", (codes.Phase.NA,)),
        ("Phase 2/Phase 9", ("Phase 2/Phase 9",)),
    ],
)
def test_phases_are_read(text: str, phases: tuple[str, ...]) -> None:
    assert design(_part(f"<phase>{text}</phase>"))["phases"] == phases


def test_a_patient_registry_is_an_observational_study() -> None:
    assert design(_part("<study_type>Observational [Patient Registry]</study_type>")) == {
        "study_type": codes.StudyType.OBSERVATIONAL,
        "patient_registry": True,
    }
