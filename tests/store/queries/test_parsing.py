from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.store.facets.packing import NO_RESULTS, NOT_STATED, RESULTS, Facet
from desktop_app.store.queries.oddities import Problem
from desktop_app.store.queries.parsing import Parsed, parse
from desktop_app.store.queries.ranges import HIGHEST, LATEST
from desktop_app.store.queries.tree import (
    Countries,
    Either,
    Mark,
    Node,
    Not,
    Phrase,
    Spans,
    Terms,
    Words,
)

TODAY = date(2026, 11, 26)


def parsed(text: str) -> Parsed:
    return parse(text, TODAY)


def nodes(text: str) -> list[Node]:
    found = parsed(text)
    assert not found.oddities
    return list(found.root.nodes)


def terms(facet: Facet, *alternatives: str) -> Terms:
    return Terms(facet, tuple(tuple(one.split("+")) for one in alternatives))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("asthma chi", [Words("asthma"), Words("chi", is_begun=True)]),
        ("asthma chi ", [Words("asthma"), Words("chi")]),
        ('"breast cancer"', [Phrase("breast cancer")]),
        ("“breast cancer”", [Phrase("breast cancer")]),
        ('"breast can', [Words("breast can", is_begun=True)]),
        ('asthma -"lung cancer" ', [Words("asthma"), Not(Phrase("lung cancer"))]),
        ("asthma -child", [Words("asthma"), Not(Words("child"))]),
        ("NOT child ", [Not(Words("child"))]),
        ("SARS-CoV-2 ", [Words("SARS-CoV-2")]),
        ("a AND b ", [Words("a"), Words("b")]),
        ("condition:asthma ", [Words("asthma", "condition")]),
        ("Condition: asthma ", [Words("asthma", "condition")]),
        ('drug:"vitamin D"', [Phrase("vitamin D", "intervention")]),
        ("Efficacy: of ", [Words("Efficacy of")]),
        ("status:", []),
        ("https://example.org/a ", [Words("https://example.org/a")]),
        ("a) b ", [Words("a"), Words("b")]),
        ("is:starred ", [Mark("starred")]),
        ("is:unread ", [Not(Mark("opened"))]),
        ("has:note ", [Mark("any note")]),
        ('tag:"to do" ', [Mark("tag", "to do")]),
        ("tag:a,b ", [Either((Mark("tag", "a"), Mark("tag", "b")))]),
        ("country:usa", [Countries(("usa",))]),
        ('country:"South Korea",japan,"x y" ', [Countries(("South Korea", "japan", "x y"))]),
        ('country:japan,"South Korea" a ', [Countries(("japan", "South Korea")), Words("a")]),
        ("country:none ", [Countries(("",))]),
    ],
)
def test_a_text_is_understood(text: str, found: list[Node]) -> None:
    assert nodes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("status:recruiting", terms(Facet.STATUS, "RECRUITING")),
        ("status:Not_Yet_Recruiting", terms(Facet.STATUS, "NOT_YET_RECRUITING")),
        ('status:"Active, not recruiting"', terms(Facet.STATUS, "ACTIVE_NOT_RECRUITING")),
        (
            'status:recruiting,"active, not recruiting"',
            terms(Facet.STATUS, "RECRUITING", "ACTIVE_NOT_RECRUITING"),
        ),
        ("status:susp", terms(Facet.STATUS, "SUSPENDED")),
        ("status:none", terms(Facet.STATUS, NOT_STATED)),
        ("phase:2", terms(Facet.PHASE, "PHASE2")),
        ("phase:II", terms(Facet.PHASE, "PHASE2")),
        ("phase:phase2", terms(Facet.PHASE, "PHASE2")),
        ("phase:early-phase1", terms(Facet.PHASE, "EARLY_PHASE1")),
        ("phase:2/3", terms(Facet.PHASE, "PHASE2+PHASE3")),
        ('phase:"phase 1/phase 2"', terms(Facet.PHASE, "PHASE1+PHASE2")),
        ("phase:2,3", terms(Facet.PHASE, "PHASE2", "PHASE3")),
        ("phase:n/a", terms(Facet.PHASE, "NA")),
        ("sex:f", terms(Facet.SEX, "FEMALE")),
        ("sex:women", terms(Facet.SEX, "FEMALE")),
        ("type:observational", terms(Facet.STUDY_TYPE, "OBSERVATIONAL")),
        ("age:child,elderly", terms(Facet.AGE_GROUP, "CHILD", "OLDER_ADULT")),
        ("class:industry", terms(Facet.SPONSOR_CLASS, "INDUSTRY")),
        ("has:results", terms(Facet.RESULTS, RESULTS)),
        ('has:results,"no results"', terms(Facet.RESULTS, RESULTS, NO_RESULTS)),
        ("age:12", Spans("age", ((4383, 4747),))),
        ("age:12..17", Spans("age", ((4383, 6573),))),
        ("age:6m", Spans("age", ((182, 212),))),
        ("age:>=65", Spans("age", ((23_741, HIGHEST),))),
        ("start:2024", Spans("start", ((20_240_000, 20_249_999),))),
        ("start:>2024-01", Spans("start", ((20_240_200, LATEST),))),
        ("start:<=2024-01-15", Spans("start", ((1, 20_240_115),))),
        ("start:2024..2025", Spans("start", ((20_240_000, 20_259_999),))),
        ("start:2024-2025", Spans("start", ((20_240_000, 20_259_999),))),
        ("start:..2020", Spans("start", ((1, 20_209_999),))),
        ("start:none", Spans("start", ((0, 0),))),
        ("updated:<30d", Spans("updated", ((20_261_027, LATEST),))),
        ("updated:30d", Spans("updated", ((20_261_027, LATEST),))),
        ("updated:>1y", Spans("updated", ((1, 20_251_125),))),
        ("updated:today", Spans("updated", ((20_261_126, 20_261_126),))),
        ("enrollment:>1,000", Spans("enrollment", ((1001, HIGHEST),))),
        ("enrollment:20..50", Spans("enrollment", ((20, 50),))),
    ],
)
def test_values_are_taken_as_people_write_them(text: str, found: Node) -> None:
    assert nodes(text + " ") == [found]
    assert nodes(f"-{text} ") == [Not(found)]


def test_alternatives_stand_on_both_sides_of_or() -> None:
    a, b, c = Words("a"), Words("b"), Words("c")
    assert [*nodes("a OR b ")] == [Either((a, b))]
    assert [*nodes("(a OR b) c ")] == [Either((a, b)), c]
    assert [*nodes("a OR OR b OR ")] == [Either((a, b))]
    assert [*nodes("or a ")] == [Words("or"), a]


def test_filters_beside_words_hold_for_all_alternatives() -> None:
    a, b = Words("a"), Words("b")
    recruiting, ended = terms(Facet.STATUS, "RECRUITING"), terms(Facet.STATUS, "COMPLETED")
    assert nodes("status:recruiting a OR b ") == [Either((a, b)), recruiting]
    assert nodes("a OR b status:recruiting ") == [Either((a, b)), recruiting]
    assert nodes("a OR status:recruiting ") == [Either((a, recruiting))]
    assert nodes("status:recruiting OR status:completed a ") == [Either((recruiting, ended)), a]


@pytest.mark.parametrize(
    ("text", "problem", "near", "rest"),
    [
        ("sexx:f asthma ", Problem.NEAR_FIELD, "sex", [Words("asthma")]),
        ("contry:france asthma ", Problem.NEAR_FIELD, "country", [Words("asthma")]),
        ("hue:red asthma ", Problem.NO_FIELD, "", [Words("hue red"), Words("asthma")]),
        ("status:recruitng asthma ", Problem.NO_TERM, "recruiting", [Words("asthma")]),
        ("phase:7 asthma ", Problem.NO_TERM, "", [Words("asthma")]),
        ("start:soon asthma ", Problem.NO_DATE, "start:2024", [Words("asthma")]),
        ("start:2024-13 asthma ", Problem.NO_DATE, "start:2024", [Words("asthma")]),
        ("age:ancient asthma ", Problem.NO_AGE, "age:12", [Words("asthma")]),
        ("enrollment:many asthma ", Problem.NO_NUMBER, "enrollment:>100", [Words("asthma")]),
        ("has:money asthma ", Problem.NO_TERM, "results", [Words("asthma")]),
        ("is:nice asthma ", Problem.NO_TERM, "starred", [Words("asthma")]),
    ],
)
def test_what_is_not_understood_is_told_and_the_rest_is_searched(
    text: str, problem: Problem, near: str, rest: list[Node]
) -> None:
    found = parsed(text)
    assert list(found.root.nodes) == rest
    (oddity,) = found.oddities
    assert oddity.problem is problem
    assert text[oddity.start : oddity.start + oddity.length] == oddity.part == text.split()[0]
    assert near in oddity.sentence
    assert "{" not in oddity.sentence


def test_a_very_long_query_says_that_not_all_of_it_is_looked_for() -> None:
    (oddity,) = parsed("word " * 300).oddities
    assert "200" in oddity.sentence
    assert len(parsed("word " * 300).root.nodes) == 200


@settings(max_examples=500, deadline=None)
@given(
    st.one_of(
        st.text(st.characters(codec=None), max_size=60),
        st.lists(
            st.sampled_from(
                ["(", ")", '"', "-", "OR", "AND", "NOT", " ", ",", "..", ">", "a", "status:",
                 "age:", "start:", "is:", "has:", "country:", "phase:", "2", "tag:", "“", "é"]
            ),
            max_size=25,
        ).map("".join),
    )
)  # fmt: skip
def test_any_text_is_a_query(text: str) -> None:
    found = parsed(text)
    for oddity in found.oddities:
        assert oddity.sentence
        assert 0 <= oddity.start < oddity.start + oddity.length <= len(text)


def test_brackets_without_end_are_passed_over() -> None:
    assert len(parsed("(" * 1_000 + "a").oddities) == 1
    parsed("-" * 500 + "(" * 100 + "a OR")
