"""Words as people type them, and what the registry is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import RegistryQueryError
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.query_words import LONGEST, mended


@pytest.mark.parametrize(
    "words",
    [
        "",
        "breast cancer",
        "(head OR neck) AND pain",
        '"back pain" AND NOT (chronic OR acute)',
        "AREA[StartDate]RANGE[2023-01-15,MAX]",
        r"\AND 6\" needle",
        '"a ( b"',
    ],
)
def test_what_can_be_read_is_left_alone(words: str) -> None:
    told = mended(StudiesQuery(condition=words))
    assert told.query.condition == words
    assert told.oddities == ()


@pytest.mark.parametrize(
    ("words", "asked", "said"),
    [
        ('"back pain', "back pain", "quotation mark"),
        ('pain "back', "pain back", "quotation mark"),
        ("(head OR neck", "head OR neck", "brackets"),
        ("head) AND neck", "head AND neck", "brackets"),
        ("(head]", "head", "brackets"),
        ("pain ()", "pain", "brackets"),
        ("pain AND", "pain", "joins nothing"),
        ("OR pain NOT", "pain", "joins nothing"),
    ],
)
def test_what_cannot_be_read_is_mended_and_told(words: str, asked: str, said: str) -> None:
    told = mended(StudiesQuery(intervention=words))
    assert told.query.intervention == asked
    assert len(told.oddities) == 1
    assert told.oddities[0].startswith("Intervention or treatment: ")
    assert said in told.oddities[0]


def test_quotation_marks_of_word_processors_and_lines_are_those_of_the_registry() -> None:
    told = mended(StudiesQuery(terms="“back pain”\n\tor\0 so"))
    assert told.query.terms == '"back pain" or so'


def test_too_many_words_are_refused() -> None:
    mended(StudiesQuery(location="x" * LONGEST))
    with pytest.raises(RegistryQueryError, match="fewer words"):
        mended(StudiesQuery(location="x" * (LONGEST + 1)))


@given(st.text(alphabet='ab ()[]"\\ANDOR“', max_size=40))
def test_mended_words_need_no_mending(words: str) -> None:
    once = mended(StudiesQuery(terms=words)).query
    assert mended(once).query == once
    assert mended(once).oddities == ()
