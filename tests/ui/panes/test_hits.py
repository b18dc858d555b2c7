import pytest

from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.ui.panes.hits import Hit, SearchableText, searchable_sections


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Cancer and cancer", "CANCER", (Hit(0, 6), Hit(11, 17))),
        ("Zürich", "zurich", (Hit(0, 6),)),
        ("Zurich", "zürich", (Hit(0, 6),)),
        ("e\u0301te\u0301 passed", "été", (Hit(0, 5),)),
        ("😀 end", "end", (Hit(3, 6),)),
        ("two\u2028lines", "two lines", (Hit(0, 9),)),
        ("two\u2029paragraphs", "two paragraphs", ()),
        ("label\tvalue", "label value", ()),
        ("aaaa", "aa", (Hit(0, 2), Hit(2, 4))),
        ("anything", "   ", ()),
        ("ﬁbrosis", "fib", (Hit(0, 2),)),
    ],
)
def test_case_and_accents_do_not_matter(text: str, words: str, hits: tuple[Hit, ...]) -> None:
    assert SearchableText(text).hits(words) == hits


def test_nothing_is_found_across_two_elements() -> None:
    section = Section("Who", (FieldList((Field("Sponsor", "Acme\nLtd", note="Industry"),)),))
    text = searchable_sections((section,))
    assert [len(text.hits(words)) for words in ("acme ltd", "who sponsor", "ltd industry")] == [
        1,
        0,
        0,
    ]
