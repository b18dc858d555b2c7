import pytest

from desktop_app.languages import speaking
from desktop_app.punctuation import (
    as_recorded,
    capitalized,
    joined_sentences,
    labelled,
    listed,
    listed_long,
    said_within,
    with_note,
)


def test_empty_parts_leave_nothing_between() -> None:
    assert listed(("a", "", "b")) == "a, b"
    assert listed_long(("a, b", "", "c")) == "a, b; c"
    assert joined_sentences(("One.", "", "Two.")) == "One. Two."
    assert (listed(()), listed_long(()), joined_sentences(())) == ("", "", "")


def test_chinese_sentences_stand_together_and_its_lists_part_what_is_its_own() -> None:
    with speaking("zh_CN"):
        assert joined_sentences(("一。", "", "二。")) == "一。二。"
        assert listed(("一", "二")) == "一、二"
        assert as_recorded(("Mobile", "", "Alabama")) == "Mobile, Alabama"


def test_labels_and_notes_stand_beside_their_words_braces_and_all() -> None:
    assert labelled("Sex", "{Female}") == "Sex: {Female}"
    assert with_note("12", "estimated") == "12 (estimated)"
    assert with_note("12", "") == "12"


@pytest.mark.parametrize(
    ("label", "within"),
    [("Primary purpose", "primary purpose"), ("NCT number", "NCT number"), ("", "")],
)
def test_a_label_begins_small_within_a_sentence_unless_it_is_an_abbreviation(
    label: str, within: str
) -> None:
    assert said_within(label) == within


def test_a_sentence_begins_with_a_capital() -> None:
    assert [capitalized(words) for words in ("up to", "Up", "")] == ["Up to", "Up", ""]
