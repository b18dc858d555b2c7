"""Documents are read short where that makes no difference to what studies have in common."""

import json
from contextlib import closing

import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.readers.ctgov_xml import read_names
from desktop_app.readers.detect import reread
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import SourceDocument, SourceFormat
from desktop_app.store.connections import connect_reader
from desktop_app.store.documents import DocumentTable
from desktop_app.store.library import Library
from desktop_app.store.prepared import raw_of
from desktop_app.store.similar.links import identifiers, own_numbers
from desktop_app.store.similar.names import Names
from desktop_app.store.similar.records import RawRecords
from desktop_app.store.similar.short_documents import shortened
from tests.real_records import needs_records, record_files
from tests.store.synthetic import content

JSON, XML = SourceFormat.CTGOV_JSON, SourceFormat.CTGOV_XML
TERMS = {"conditionBrowseModule": {"meshes": [{"term": "Gout"}]}}
LONG = {"outcomeMeasuresModule": {"outcomeMeasures": [{"title": "x" * 40_000}]}}
RECORD = content(7, identification={"briefTitle": 'Of a ,"resultsSection": in a text'})


KINDS = (
    *("told", "disease_terms", "conditions", "keywords", "intervention_groups", "interventions"),
    *("title_words", "sponsors", "officials", "phases", "population"),
)


def told(raw: JsonObject) -> tuple[list[object], dict[str, str]]:
    every = Names(raw)
    return [getattr(every, kind) for kind in KINDS], identifiers(raw)


def names(document: bytes, form: SourceFormat) -> tuple[list[object], dict[str, str]]:
    return told(raw_of(reread(SourceDocument(document, form, "a file"))))


@pytest.mark.parametrize("indent", [None, 2])
def test_a_large_document_is_read_without_its_results(indent: int | None) -> None:
    raw = {**RECORD, "resultsSection": LONG, "derivedSection": {"miscInfoModule": {}}}
    document = json.dumps(raw, indent=indent).encode()
    short = shortened(document, JSON)
    assert len(short) < 5_000
    assert "resultsSection" not in json.loads(short)
    assert told(json.loads(short)) == told(raw)


@pytest.mark.parametrize("indent", [None, 2])
def test_long_texts_of_a_document_are_left_out(indent: int | None) -> None:
    long = 'said "sex": and "eligibilityModule": ' * 200
    modules = {
        "identificationModule": {"nctId": "NCT00000007", "briefTitle": '"outcomesModule": x'},
        "statusModule": {"whyStopped": long},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "An institute"}},
        "descriptionModule": {"briefSummary": long},
        "conditionsModule": {"conditions": ["Gout"], "keywords": ["Pain"]},
        "designModule": {"phases": ["PHASE2"]},
        "armsInterventionsModule": {"interventions": [{"name": "Colchicine"}]},
        "outcomesModule": {"primaryOutcomes": [{"measure": long}]},
        "eligibilityModule": {"eligibilityCriteria": long, "sex": "MALE", "stdAges": ["CHILD"]},
        "contactsLocationsModule": {"overallOfficials": [{"name": "A. Person"}]},
    }
    raw = {"protocolSection": modules, "derivedSection": TERMS}
    short = shortened(json.dumps(raw, indent=indent).encode(), JSON)
    assert len(short) < 2_000
    assert told(json.loads(short)) == told(raw)


@pytest.mark.parametrize(
    "raw",
    [
        {**RECORD, "resultsSection": LONG},
        {"derivedSection": {}, **RECORD, "resultsSection": LONG},
        {"derivedSection": {"x": "x" * 40_000}, **RECORD},
    ],
)
def test_a_document_with_other_parts_says_the_same(raw: JsonObject) -> None:
    short = shortened(json.dumps(raw).encode(), JSON)
    assert told(json.loads(short)) == told(raw)


def test_an_element_that_does_not_end_stays() -> None:
    document = b"<a><location>here</location><location>there</a>"
    assert shortened(document, XML) == b"<a><location>there</a>"


def test_text_that_looks_like_elements_is_left_alone() -> None:
    document = b"<a><brief_title><![CDATA[<link>]]></brief_title><link>x</link></a>"
    assert shortened(document, XML) == document


@needs_records
def test_names_of_real_xml_are_read_as_with_all_else() -> None:
    for path in record_files("ctgov_xml", step=3):
        document = path.read_bytes()
        read = told(read_names(shortened(document, XML)))
        assert read == names(document, XML), path.name


@needs_records
def test_names_of_real_documents_of_json_are_the_same() -> None:
    for path in record_files("ctgov_json", step=3):
        document = path.read_bytes()
        assert names(shortened(document, JSON), JSON) == names(document, JSON), path.name


def test_what_cannot_be_read_short_is_read_whole(library: Library) -> None:
    odd = b"<clinical_study><id_info><nct_id>NCT00000005</nct_id></id_info><brief_title>"
    odd += b"A <!-- <link> --> title</brief_title><link><url>x</url></link></clinical_study>"
    with pytest.raises(RecordFormatError):
        read_names(shortened(odd, XML))
    library.add(reread(SourceDocument(odd, XML, "odd.xml")))
    with closing(connect_reader(library.path)) as connection:
        records = RawRecords(connection, DocumentTable(connection), reread)
        row = connection.execute("SELECT row FROM study").get
        assert own_numbers(records.names_of_row(row) or {}) == {5}
