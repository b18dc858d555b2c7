"""Filters and parts of the library as the text of a search, and back."""

import pytest

from desktop_app.store.facets.packing import NO_RESULTS, NOT_STATED, RESULTS, Facet
from desktop_app.ui.library.filters.chosen_filters import Choice, Filters
from desktop_app.ui.library.filters.query_text import query_text, split_text
from desktop_app.ui.library.filters.year_spans import year_spans
from desktop_app.ui.library.scopes import WHOLE, Scope, ScopeKind

_EVERY: tuple[Choice, ...] = (
    (Facet.STATUS, "RECRUITING"),
    (Facet.STATUS, "ACTIVE_NOT_RECRUITING"),
    (Facet.PHASE, "PHASE2"),
    (Facet.PHASE, "EARLY_PHASE1"),
    (Facet.PHASE, "NA"),
    (Facet.PHASE, NOT_STATED),
    (Facet.STUDY_TYPE, "EXPANDED_ACCESS"),
    (Facet.AGE_GROUP, "OLDER_ADULT"),
    (Facet.SEX, "FEMALE"),
    (Facet.COUNTRY, "France"),
    (Facet.COUNTRY, "Korea, Republic of"),
    (Facet.COUNTRY, "Turkey (Türkiye)"),
    (Facet.SPONSOR_CLASS, "OTHER_GOV"),
    (Facet.RESULTS, RESULTS),
    (Facet.START_YEAR, "2024"),
    (Facet.START_YEAR, "2010..2014"),
)


def test_filters_are_written_as_fields_before_the_words() -> None:
    filters = Filters(
        ((Facet.STATUS, "RECRUITING"), (Facet.COUNTRY, "South Korea"), (Facet.STATUS, "COMPLETED"))
    )
    text = query_text(Scope(ScopeKind.STARRED), filters, "asthm")
    assert text == 'is:starred status:recruiting,completed country:"South Korea" asthm'


def test_all_studies_are_no_text() -> None:
    assert query_text(WHOLE, Filters(), "") == ""


@pytest.mark.parametrize("choice", _EVERY, ids=str)
def test_each_choice_comes_back_from_its_text(choice: Choice) -> None:
    text = query_text(WHOLE, Filters((choice,)), "asthma cough")
    assert split_text(text) == (Filters((choice,)), "asthma cough")


def test_all_choices_come_back_together() -> None:
    filters, words = split_text(query_text(WHOLE, Filters(_EVERY), '"lung cancer" OR gout'))
    # On either side of OR filters would mean something else: they stay in the text.
    assert (filters, "OR gout" in words) == (Filters(), True)
    assert split_text(query_text(WHOLE, Filters(_EVERY), "gout")) == (Filters(_EVERY), "gout")


@pytest.mark.parametrize(
    "text",
    [
        "-status:recruiting asthma",
        "start:>2020 asthma",
        "status:nonsense asthma",
        "phase:1/2 asthma",
        "(status:recruiting) asthma",
        "status: asthma",
        'status:"',
        "",
    ],
)
def test_what_filters_cannot_say_stays_in_the_words(text: str) -> None:
    assert split_text(text) == (Filters(), text)


def test_names_of_tags_cannot_break_out_of_their_quotes() -> None:
    text = query_text(Scope(ScopeKind.TAG, 1, 'a" OR "b'), Filters(), "x")
    assert text == 'tag:"a OR b" x'


def test_no_results_are_a_value_of_their_own() -> None:
    choice = (Facet.RESULTS, NO_RESULTS)
    assert split_text(query_text(WHOLE, Filters((choice,)), "")) == (Filters((choice,)), "")


def test_years_long_past_are_gathered() -> None:
    counts = {"2026": 1, "2024": 2, "2018": 3, "2016": 4, "2011": 5, "1994": 6, "1999": 7, "": 8}
    assert year_spans(counts, this_year=2026) == {
        "2026": 1,
        "2024": 2,
        "2015..2018": 7,
        "2010..2014": 5,
        "1990..1999": 13,
        "": 8,
    }
