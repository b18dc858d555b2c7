from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from desktop_app.export.text import to_text
from desktop_app.languages import speaking
from desktop_app.presentation.context import NOTHING_KNOWN, Context, HeldVersion, Provenance
from desktop_app.presentation.record import record_sections
from desktop_app.presentation.record.addresses import pubmed_address
from desktop_app.presentation.record.documents import size_words
from desktop_app.presentation.section import Link, Section, Table
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of
from tests.real_records import needs_records, record_files
from tests.studies import study_with

SHOWN = HeldVersion(
    sha256="ab" * 32,
    format="ctgov-json",
    origin="trials/one.json",
    size=235_206,
    record_date="2025-12-04",
    imported_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    is_shown=True,
)
OLDER = HeldVersion(sha256="cd" * 32, format="ctgov-xml", origin="old.xml", size=900)


def text_of(study: Study, context: Context = NOTHING_KNOWN) -> str:
    return " ".join(to_text(record_sections(study, context)).split())


def references(*given: dict[str, Any]) -> Study:
    return study_with(referencesModule={"references": list(given)})


def test_references_stand_by_type_with_those_that_report_the_study_first() -> None:
    study = references(
        {"type": "BACKGROUND", "citation": "A. Before."},
        {"type": "DERIVED", "citation": "B. Linked."},
        {"type": "RESULT", "citation": "C. Found."},
        {"citation": "D. Whatever."},
    )
    titles = [section.title for section in record_sections(study)[:4]]
    assert titles == [
        "Publications of Results",
        "Publications Linked by the Registry",
        "Background Publications",
        "References of No Stated Type",
    ]


def test_a_reference_leads_to_pubmed_where_its_id_is_one() -> None:
    study = references(
        {"pmid": "25424850", "citation": "A. One."}, {"pmid": "../etc", "citation": "B. Two."}
    )
    (link,) = parts_of(record_sections(study), Link)
    assert link == Link(
        "A. One.", "https://pubmed.ncbi.nlm.nih.gov/25424850/", "PubMed ID 25424850"
    )
    assert "B. Two. PubMed ID ../etc" in text_of(study)
    assert pubmed_address("1\n2") == ""


def test_a_retraction_is_pointed_out_below_its_reference() -> None:
    retraction = {"pmid": "30087149", "source": "Clin Cancer Res. 2018"}
    study = references({"citation": "A. One.", "retractions": [retraction]})
    assert "A. One. ! Retracted: Clin Cancer Res. 2018 (PubMed ID 30087149)" in text_of(study)


def test_links_and_data_sets_keep_their_addresses_as_written() -> None:
    study = study_with(
        referencesModule={
            "seeAlsoLinks": [{"label": "Home", "url": "www.example.org/a b"}, {"label": "Lost"}],
            "availIpds": [
                {"id": "X1", "type": "Study Protocol", "url": "ftp://x", "comment": "No"}
            ],
        }
    )
    assert list(parts_of(record_sections(study), Link)) == [
        Link("Home", "www.example.org/a b"),
        Link("Study Protocol\nNo", "ftp://x", "Id X1"),
    ]
    assert "Lost (address not stated)" in text_of(study)


def test_a_document_tells_its_parts_dates_and_size() -> None:
    study = read_ctgov_json(
        b"""{"protocolSection": {}, "documentSection": {"largeDocumentModule": {"noSap": true,
        "largeDocs": [{"typeAbbrev": "Prot", "hasProtocol": true, "hasSap": false,
        "label": "Study Protocol", "date": "2020-12-23", "uploadDate": "2021-11-10T11:05",
        "filename": "Prot_000.pdf", "size": 2719041}, {}]}}}"""
    )[0]
    text = text_of(study)
    assert "Contains the Protocol: Yes Contains the Statistical Analysis Plan: No" in text
    assert "Uploaded: 2021-11-10 11:05" in text
    assert "not part of the record" in text
    assert "No Statistical Analysis Plan: Yes" in text
    assert "Untitled document" in text


def test_sizes_are_readable_and_exact() -> None:
    assert size_words(None) == ("", "")
    assert size_words(0) == ("0 bytes", "")
    assert size_words(1_000) == ("1.0\u202fkB", "1000 bytes")
    assert size_words(235_206) == ("235\u202fkB", "235\u202f206 bytes")
    assert size_words(4_500_000_000)[0] == "4.5\u202fGB"
    assert size_words(2_719_041) == ("2.7\u202fMB", "2\u202f719\u202f041 bytes")
    with speaking("fr"):
        assert size_words(235_206)[0] == "235\u202fko"


def test_sharing_of_data_is_told_in_full() -> None:
    statement = {
        "ipdSharing": "UNDECIDED",
        "description": "Perhaps.",
        "infoTypes": ["SAP", "CSR"],
        "timeFrame": "Later",
        "accessCriteria": "On request",
        "url": "https://example.org",
    }
    text = text_of(study_with(ipdSharingStatementModule=statement))
    for words in ("Undecided", "Perhaps.", "Statistical analysis plan, Clinical study report"):
        assert words in text
    for words in ("Later", "On request", "https://example.org"):
        assert words in text


def test_oversight_answers_what_every_study_is_asked() -> None:
    text = text_of(study_with(oversightModule={"oversightHasDmc": False, "isUsExport": True}))
    assert "Data Monitoring Committee: No" in text
    assert "U.S. FDA-regulated Drug: Not stated" in text
    assert "Product Exported from the U.S.: Yes" in text
    assert "Pediatric" not in text


def test_index_terms_are_told_as_the_registrys() -> None:
    study = read_ctgov_json(
        b"""{"protocolSection": {}, "derivedSection": {"conditionBrowseModule": {
        "meshes": [{"id": "D1", "term": "Pain"}], "ancestors": [{"term": "Signs"}, {}],
        "browseLeaves": [{"id": "M1", "name": "Pain", "relevance": "HIGH"}],
        "browseBranches": [{"abbrev": "All", "name": "All Conditions"}]}}}"""
    )[0]
    text = text_of(study)
    assert "not the words of whoever registered the study" in text
    assert "Pain (D1)" in text
    assert "All Conditions (All)" in text
    (table,) = parts_of(record_sections(study), Table)
    assert table.rows == (("Pain", "–", "High", "M1"),)


def test_where_a_record_came_from_and_what_was_odd_is_told() -> None:
    context = Context(provenance=Provenance(SHOWN, ("odd one", "odd two"), (SHOWN, OLDER)))
    text = text_of(study_with(), context)
    assert "trials/one.json" in text
    assert "235 kB (235 206 bytes)" in text
    assert "ab" * 32 in text
    assert "2026-01-02 03:04 UTC" in text
    assert "1 odd one 2 odd two" in text
    (table,) = parts_of(record_sections(study_with(), context), Table)
    assert [row[0] for row in table.rows] == ["2025-12-04 (shown)", "–"]
    assert table.rows[1][1] == "–"


def test_a_record_that_was_fetched_tells_the_address_and_the_time() -> None:
    address = "https://clinicaltrials.gov/api/v2/studies/NCT00000101"
    shown = replace(SHOWN, origin=f"{address}, fetched 2026-11-25 14:03 UTC")
    text = text_of(study_with(), Context(provenance=Provenance(shown)))
    assert f"Address: {address}" in text
    assert "Fetched: 2026-11-25 14:03 UTC" in text
    assert "File:" not in text


def test_a_version_that_is_alone_needs_no_table() -> None:
    context = Context(provenance=Provenance(SHOWN, versions=(SHOWN,)))
    assert not list(parts_of(record_sections(study_with(), context), Table))
    assert "Your library holds this version alone." in text_of(study_with(), context)


def test_what_a_record_lacks_is_said_in_one_sentence() -> None:
    assert (
        "This record states no references, no links, no available data sets, no documents,"
        " no statement on sharing participants' data, no oversight information and no index terms."
        in text_of(study_with())
    )


def test_what_the_schema_does_not_know_is_shown_under_its_path() -> None:
    study = study_with(designModule={"newThing": {"a": [1, None], "b": {}}}, oddModule="text")
    (table,) = parts_of(record_sections(study), Table)
    assert table.rows == (
        ("protocolSection.oddModule", "text"),
        ("protocolSection.designModule.newThing.a[0]", "1"),
        ("protocolSection.designModule.newThing.a[1]", "null"),
        ("protocolSection.designModule.newThing.b", "{}"),
    )


def test_sections_of_the_source_page_without_a_place_are_kept() -> None:
    page = b"""{"protocolSection": {}, "sourcePageSection": {"otherSections": [
        {"heading": "News", "text": "Some words"}, {}]}}"""
    text = text_of(read_ctgov_json(page)[0])
    assert "News ---- Some words" in text
    assert "Untitled section" in text


@needs_records
def test_sections_and_tables_of_real_records_are_sound() -> None:
    for file in record_files("ctgov_json", step=11):
        sections = record_sections(Study.model_validate_json(file.read_bytes()))
        assert all(section.title and section.blocks for section in parts_of(sections, Section))
        for table in parts_of(sections, Table):
            assert all(len(row) == len(table.columns) for row in table.rows)
