from typing import Any

import apsw
import pytest

from desktop_app.readers.json_values import parse_json
from desktop_app.store.similar.features import feature_tokens
from desktop_app.store.tokenizers import STEMS
from tests.real_records import record_files

NAMES: dict[str, Any] = {
    "identificationModule": {"briefTitle": "Sleep and Zürich’s Peanuts, see NCT00000007"},
    "conditionsModule": {"conditions": ["Cancer of the Breast"], "keywords": ["safety"]},
    "armsInterventionsModule": {"interventions": [{"name": "Placebo", "otherNames": ["ASA"]}]},
    "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Sclnow"}},
    "contactsLocationsModule": {"overallOfficials": [{"name": "Guangzhi Liu, Dr"}]},
}


def tokens(protocol: dict[str, Any], **sections: Any) -> set[str]:
    return set(feature_tokens({"protocolSection": protocol, **sections}).split())


def kinds(protocol: dict[str, Any]) -> list[str]:
    return sorted(token[:3] for token in tokens(protocol))


def test_each_trait_has_a_token_of_its_kind() -> None:
    # Words are sleep, Zürich, peanuts, and the condition's two; what is "safety" or a placebo in
    # one study is so in many.
    assert kinds(NAMES) == ["xqc", "xqi", "xqp", "xqs", *["xqw"] * 5]


def test_case_order_plural_and_accents_do_not_matter() -> None:
    one = {"conditionsModule": {"keywords": ["Cancer of the Breast"]}}
    two = {"conditionsModule": {"keywords": ["BREAST CANCERS"]}}
    assert tokens(one) == tokens(two)
    assert tokens({"identificationModule": {"briefTitle": "Zürich’s peanut"}}) == tokens(
        {"identificationModule": {"officialTitle": "ZURICH, peanuts"}}
    )


def test_terms_are_one_whether_the_record_states_them_or_they_stand_above_its_own() -> None:
    one = {"conditionBrowseModule": {"meshes": [{"id": "D009369", "term": "Neoplasms"}]}}
    two = {"conditionBrowseModule": {"ancestors": [{"term": "Neoplasms"}]}}
    assert tokens({}, derivedSection=one) == tokens({}, derivedSection=two) != set()


@pytest.mark.parametrize("odd", [None, 7, "text", ["text"], [7], [[]], {"name": 7}, [{"name": 7}]])
def test_a_value_of_a_wrong_type_is_no_error_and_spoils_no_other(odd: object) -> None:
    assert feature_tokens({"protocolSection": odd, "derivedSection": odd}) == ""
    for module in NAMES:
        others = tokens({name: NAMES[name] for name in NAMES if name != module})
        assert tokens({**NAMES, module: odd}) >= others
        for element in NAMES[module]:
            assert tokens({**NAMES, module: {element: odd}}) >= others


@pytest.mark.parametrize(
    "office", ["Study Director", "Pfizer CT.gov Call Center", "GSK Clinical Trials"]
)
def test_an_office_is_no_person(office: str) -> None:
    assert not tokens({"contactsLocationsModule": {"overallOfficials": [{"name": office}]}})


def test_half_characters_are_no_error() -> None:
    assert tokens({"conditionsModule": {"conditions": ["\ud83d pain"]}})


def test_the_index_takes_tokens_as_they_are() -> None:
    connection = apsw.Connection(":memory:")
    name, *arguments = STEMS.split()
    tokenize = connection.fts5_tokenizer(name, arguments)
    texts = [feature_tokens({"protocolSection": NAMES})]
    texts += [
        feature_tokens(parse_json(path.read_bytes())[0])
        for path in record_files("ctgov_json", step=10)
    ]
    for text in texts:
        stems = tokenize(text.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False)
        assert [stem for found in stems for stem in found] == text.split()
        assert all(token[:2] == "xq" and token[3:].isdecimal() for token in text.split())
