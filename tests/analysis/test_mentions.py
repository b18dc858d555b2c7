from desktop_app.analysis.mentions import Mention, mentioned_studies
from desktop_app.study.study import Study
from tests.real_records import needs_records, record_files
from tests.studies import study_with


def test_another_study_is_found_with_all_places_that_name_it() -> None:
    study = study_with(
        descriptionModule={
            "briefSummary": "An extension of nct 09876543 (NCT09876543).",
            "detailedDescription": "See NCT09876543 and NCT00000007.",
        },
        statusModule={"expandedAccessInfo": {"nctId": "NCT00000007"}},
    )
    assert mentioned_studies(study) == (
        Mention("NCT00000007", ("Expanded Access Record", "Detailed Description")),
        Mention("NCT09876543", ("Brief Summary", "Detailed Description")),
    )


def test_a_place_that_says_little_by_itself_is_told_with_its_part() -> None:
    study = study_with(referencesModule={"references": [{"citation": "Part of NCT00000007."}]})
    assert mentioned_studies(study) == (Mention("NCT00000007", ("References: Citation",)),)


def test_its_own_numbers_are_no_other_studies() -> None:
    study = study_with(
        identificationModule={
            "nctId": "NCT01234567",
            "nctIdAliases": ["NCT00000009"],
            "secondaryIdInfos": [{"id": "NCT00000009"}, {"id": "NCT00000010"}],
        },
        descriptionModule={"briefSummary": "NCT01234567, NCT00000000 and NCT012345678"},
    )
    assert [mention.nct_id for mention in mentioned_studies(study)] == ["NCT00000010"]


@needs_records
def test_every_number_in_a_real_record_is_found_or_its_own() -> None:
    named = 0
    for file in record_files("ctgov_json", step=5):
        study = Study.model_validate_json(file.read_bytes())
        mentions = mentioned_studies(study)
        own = study.protocol_section.identification_module.nct_id
        assert all(mention.places and mention.nct_id != own for mention in mentions)
        named += bool(mentions)
    assert named > 5
