from desktop_app.export.text import to_text
from desktop_app.presentation.context import Context
from desktop_app.presentation.related import related_sections
from desktop_app.presentation.section import Link
from desktop_app.study.similar import (
    Likeness,
    LinkedStudy,
    Shared,
    SimilarStudies,
    SimilarStudy,
    Tie,
)
from desktop_app.study.summary import StudySummary
from tests.presentation.parts import parts_of
from tests.studies import study_with

STUDY = study_with()


def summary(number: int, *phases: str) -> StudySummary:
    return StudySummary(
        f"NCT{number:08d}",
        f"Study {number}",
        "RECRUITING",
        "INTERVENTIONAL",
        phases,
        None,
        "",
        None,
    )


def similar(*shared: Shared) -> SimilarStudies:
    return SimilarStudies(similar=(SimilarStudy(summary(2, "PHASE1"), 9.0, shared),), others=1)


def note(found: SimilarStudies) -> str:
    (link,) = parts_of(related_sections(STUDY, Context(similar=found)), Link)
    return link.note


def said(found: SimilarStudies) -> str:
    return " ".join(to_text(related_sections(STUDY, Context(similar=found))).split())


def test_a_similar_study_is_told_with_the_reasons() -> None:
    found = similar(
        Shared(Likeness.CONDITION, ("premature ovarian failure",)),
        Shared(Likeness.INTERVENTION, ("umbilical cord mesenchymal stem cells",)),
        Shared(Likeness.PHASES, ("PHASE1", "PHASE2")),
        Shared(Likeness.POPULATION, ("FEMALE", "CHILD")),
    )
    assert note(found) == (
        "● Recruiting · Phase 1 · same condition: premature ovarian failure; same intervention:"
        " umbilical cord mesenchymal stem cells; same phase: Phase 1/Phase 2; both for female"
        " participants only, both for children only"
    )


def test_each_likeness_has_words() -> None:
    for likeness in Likeness:
        assert "asked" in note(similar(Shared(likeness, ("asked",))))


def test_many_names_are_counted() -> None:
    names = tuple(f"name {number}" for number in range(5))
    assert note(similar(Shared(Likeness.KEYWORD, names))).endswith(
        "same keyword: name 0, name 1, name 2 and 2 more"
    )


def test_what_is_tied_stands_apart_with_the_reason() -> None:
    linked = (
        LinkedStudy(summary(3), (Tie.NAMES,)),
        LinkedStudy(summary(4), (Tie.SAME_IDENTIFIER,), ("2015-001234-12",)),
        LinkedStudy(summary(5), (Tie.NAMED, Tie.NAMES)),
    )
    text = said(SimilarStudies(linked=linked, others=3))
    assert "its record names this study" in text
    assert "same identifier: 2015-001234-12" in text
    assert "NCT00000005" not in text


def test_why_there_is_none_is_said() -> None:
    assert "the only study in your library" in said(SimilarStudies())
    assert "states no title" in said(SimilarStudies(can_be_compared=False, others=7))
    assert "No other study in your library has" in said(SimilarStudies(others=7))


def test_nothing_is_said_of_likeness_where_nobody_looked() -> None:
    assert "Similar" not in to_text(related_sections(STUDY))


def test_what_is_going_on_is_said_in_its_place() -> None:
    sections = related_sections(STUDY, Context(similar_note="Looking."))
    assert "Looking." in to_text(sections)
