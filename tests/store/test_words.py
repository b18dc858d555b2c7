import apsw
import pytest

from desktop_app.store.words import WordForms, is_number, short_number, whole_number


@pytest.fixture
def forms() -> WordForms:
    return WordForms(apsw.Connection(":memory:"))


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "\0", '"*"', "()-:^{}", "’“”"])
def test_a_text_may_be_without_words(forms: WordForms, text: str) -> None:
    assert forms.words(text) == []


def test_words_are_without_case_and_accents(forms: WordForms) -> None:
    assert forms.words("Naïve SARS-CoV-2") == ["naive", "sars", "cov", "2"]


def test_whole_words_are_looked_up_by_their_stems(forms: WordForms) -> None:
    assert forms.lookups("studies") == ('"studi"',)
    assert forms.lookups("infections") == ('"infect"',)


def test_a_word_that_is_being_typed_is_found_by_its_own_beginning_and_its_stem(
    forms: WordForms,
) -> None:
    found = forms.begun_lookups("sars")
    assert found[0] == '"sars"*'
    assert '"sar"' in found
    assert '"sar"*' not in found


def test_a_number_of_eight_digits_may_be_an_nct_number(forms: WordForms) -> None:
    assert '"nct03816852"' in forms.lookups("03816852")


@pytest.mark.parametrize(
    ("one", "other"), [("tromso", "tromsø"), ("strasse", "straße"), ("lodz", "łodz")]
)
def test_letters_that_some_keyboards_have_not_are_written_either_way(
    forms: WordForms, one: str, other: str
) -> None:
    assert f'"{forms.stem(one)}"' in forms.lookups(other)
    assert f'"{forms.stem(other)}"' in forms.lookups(one, is_rare=True)
    assert f'"{other}"*' in forms.begun_lookups(one, is_rare=True)


def test_short_beginnings_of_numbers_are_ranges() -> None:
    assert short_number("nct03") == (3_000_000, 3_999_999)
    assert short_number("nct0") == (0, 9_999_999)
    assert short_number("nct") == (0, 99_999_999)
    assert short_number("nct0381") is None
    assert is_number("nct0381")
    assert not is_number("nct")


def test_a_whole_number_is_told_from_words() -> None:
    assert whole_number(["nct03816852"]) == whole_number(["03816852"]) == 3_816_852
    assert whole_number(["nct03816852", "pain"]) is None
    assert whole_number(["nct0381"]) is None
    assert whole_number([]) is None
