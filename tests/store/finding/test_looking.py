import json
import sys

import pytest

from desktop_app.store.entries.content import raw_record
from desktop_app.store.finding.folding import fold, fold_bytes, fold_in_place, lower_bytes
from desktop_app.store.finding.looking import following, told_by_source
from desktop_app.store.finding.passages import passages
from tests.real_records import needs_records, record_files


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Heart failure", True),
        ("of heart-failure.", True),
        ("heart\nfailure", True),
        ("a\nheart failure\nb", True),
        ("heart “failure", None),
        ('heart "failure"', True),
        ("heart \\> failure", True),
        ("heart failures", False),
        ("hèart failures", False),
        ("hèart FÁILURE", True),
        ("heart failu\u0301re", True),
        ("heart “ failures", False),
        ("sweetheart failure", False),
        ("heart or failure", False),
        ("heart failureé", False),
        ("heart failure®", None),
        ("éheart failure", False),
        ("heart", False),
        ("failure heart", False),
        ("heart" + "\\" * 5_000 + '" failure', True),
    ],
)
@pytest.mark.parametrize("is_escaped", [False, True])
def test_a_document_tells_whether_words_follow_each_other(
    text: str, told: bool | None, is_escaped: bool
) -> None:
    tokens = ("heart", "failure")
    content = json.dumps({"a": text, "b": "none"}, ensure_ascii=is_escaped).encode()
    found = told_by_source(content, tokens)
    really = following(tokens).search(fold(text)) is not None
    assert found is None or found == really
    if not is_escaped:
        assert found is told


def test_words_of_two_texts_do_not_follow_each_other() -> None:
    content = json.dumps({"a": "the heart", "b": "failure of it"}).encode()
    assert told_by_source(content, ("heart", "failure")) is False


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Naïve Sjögren", "naive sjogren"),
        ("5 µg", "5 μg"),
        ("cafe\u0301", "cafe"),
        ("ΑΒΓ", "αβγ"),
        ("ﬁ … ²", "ﬁ … ²"),
        ("İstanbul", "istanbul"),
        ("한국", "한국"),
    ],
)
def test_texts_are_folded_as_the_index_folds_them(text: str, folded: str) -> None:
    assert fold(text) == folded
    found, places = fold_in_place(text)
    assert found == folded
    if places is not None:
        assert len(places) == len(found)
        assert places == sorted(places)
        assert all(place < len(text) for place in places)


def test_letters_of_a_document_are_folded_as_those_of_a_text() -> None:
    folding = [one for one in map(chr, range(128, sys.maxunicode + 1)) if fold(one).isascii()]
    whole = "".join(f"a{one}b{one}" for one in folding)
    assert len(folding) > 700
    assert fold_bytes(lower_bytes(whole.encode())) == fold(whole).encode()


@pytest.mark.parametrize("content", [b"\xc3", b"\xc3\xc3\xa9\xc3", b"\xa9 caf\xc3\xa9\xff"])
def test_bytes_that_are_no_text_are_folded_without_a_fault(content: bytes) -> None:
    assert fold_bytes(content) == content.replace("é".encode(), b"e")


def test_phrases_in_capitals_and_with_accents_are_told() -> None:
    for text in ("Standard of Care", "stándard of care", "Care by a standard-of-cáre", "sÉ é of"):
        content = json.dumps({"a": text}, ensure_ascii=False).encode()
        for tokens in (("standard", "of", "care"), ("of", "care"), ("se", "e")):
            really = following(tokens).search(fold(text)) is not None
            assert told_by_source(content, tokens) is really


@needs_records
def test_real_documents_tell_what_their_texts_tell() -> None:
    phrases = [
        *(("standard", "of", "care"), ("quality", "of", "life"), ("of", "the"), ("phase", "2")),
        *(("heart", "failure"), ("beta", "cell"), ("sao", "paulo"), ("non", "inferiority")),
    ]
    for path in record_files("ctgov_json", step=9):
        content = path.read_bytes()
        texts = [fold(one.text) for one in passages(raw_record(content) or {})]
        for tokens in phrases:
            told = told_by_source(content, tokens)
            really = any(following(tokens).search(text) for text in texts)
            assert told is None or told is really, (path.name, tokens)
