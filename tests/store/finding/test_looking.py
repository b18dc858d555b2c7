import json

import pytest

from desktop_app.store.finding.folding import fold, fold_in_place
from desktop_app.store.finding.looking import following, told_by_source


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
