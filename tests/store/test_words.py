import apsw
import pytest

from desktop_app.store.word_index import DERIVED_SCHEMA
from desktop_app.store.words import Query, QueryLanguage


@pytest.fixture
def language() -> QueryLanguage:
    return QueryLanguage(apsw.Connection(":memory:"))


@pytest.mark.parametrize(
    "text", ["", "   ", "\t\n", "\0", '"*"', "()-:^{}", "’“”", "+ AND".lower()[:1]]
)
def test_a_text_without_words_is_an_empty_query(language: QueryLanguage, text: str) -> None:
    assert language.parse(text).is_empty


def test_finished_words_are_looked_up_by_their_stems(language: QueryLanguage) -> None:
    assert language.parse("Studies Infections ") == Query('"studi" AND "infect"')


def test_the_last_word_is_a_beginning_until_a_space_follows(language: QueryLanguage) -> None:
    assert '"pai"*' in language.parse("chronic pai").match
    assert "*" not in language.parse("chronic pai ").match


def test_a_finished_word_that_is_being_typed_is_found_by_its_own_beginning_and_its_stem(
    language: QueryLanguage,
) -> None:
    match = language.parse("SARS").match
    assert '"sars"*' in match
    assert '"sar"' in match
    assert '"sar"*' not in match


def test_the_words_of_operators_are_words(language: QueryLanguage) -> None:
    assert language.parse("or not near ").match == '"or" AND "not" AND "near"'


def test_a_word_is_looked_for_once(language: QueryLanguage) -> None:
    assert language.parse("pain PAIN Pain ").match == '"pain"'


def test_short_beginnings_of_numbers_are_ranges(language: QueryLanguage) -> None:
    assert language.parse("nct03").number_ranges == ((3_000_000, 3_999_999),)
    assert language.parse("NCT0 ").number_ranges == ((0, 9_999_999),)


def test_longer_beginnings_of_numbers_are_beginnings(language: QueryLanguage) -> None:
    assert language.parse("NCT0381").match == '"nct0381"*'
    assert language.parse("NCT0381").number is None


@pytest.mark.parametrize("text", ["NCT03816852", " nct03816852 ", "03816852"])
def test_a_whole_number_is_all_that_is_asked_for(language: QueryLanguage, text: str) -> None:
    assert language.parse(text).number == 3_816_852


def test_a_number_among_words_is_one_of_several(language: QueryLanguage) -> None:
    assert language.parse("NCT03816852 pain").number is None


def test_very_many_words_are_understood() -> None:
    connection = apsw.Connection(":memory:")
    language = QueryLanguage(connection)
    for statement in DERIVED_SCHEMA:
        connection.execute(statement)
    query = language.parse(" ".join(f"wording{number}" for number in range(5_000)))
    found = connection.execute(
        "SELECT rowid FROM study_text WHERE study_text MATCH ?", (query.match,)
    )
    assert found.fetchall() == []
