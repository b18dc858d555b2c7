import re
from collections.abc import Iterator, Sequence
from textwrap import dedent
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.readers.ctgov_xml.elements import Ledger, Part
from desktop_app.readers.ctgov_xml.markup import escape, markup, textblock, write_markup
from desktop_app.readers.ctgov_xml.text import LaidOutBlock, read_layout, read_lines
from desktop_app.study.markup import MarkupText, TextBlock, TextParagraph
from tests.real_records import needs_records, record_files

Flat = tuple[int, str, str]


def _flat(blocks: Sequence[TextBlock], depth: int = 0) -> Iterator[Flat]:
    """Yield the paragraphs of parsed markup with their depth, and the marker of an item's first."""
    for block in blocks:
        if isinstance(block, TextParagraph):
            yield depth, "", block.text
            continue
        for item in block.items:
            first, *others = _flat(item.blocks, depth + 1)
            yield first[0], item.marker, first[2]
            yield from others


def _told(blocks: Sequence[LaidOutBlock]) -> list[Flat]:
    return [(block.depth, block.marker, " ".join(block.words)) for block in blocks]


def _markup(text: str) -> str:
    return write_markup(read_layout(text))


CRITERIA = """
        Inclusion Criteria:

        Cohort 1:

          1. The patient has a diagnosis.

          2. The patient meets one of
             the following:

               1. GFR &lt;80 ml/min

                    -  Isolated proteinuria

                    -  Fanconi
                       syndrome

               2. Cardiac involvement

             Cohort 2:

          3. The patient took part before.

        Exclusion Criteria:

          -  Lives more than 5 km
             away

         10. At the tenth place

        100. At the hundredth
      """.replace("&lt;", "<")


def test_wrapped_lines_become_paragraphs_and_nested_lists() -> None:
    assert _markup(CRITERIA) == dedent("""\
        Inclusion Criteria:

        Cohort 1:

        1. The patient has a diagnosis.
        2. The patient meets one of the following:

           1. GFR \\<80 ml/min

              * Isolated proteinuria
              * Fanconi syndrome
           2. Cardiac involvement

           Cohort 2:
        3. The patient took part before.

        Exclusion Criteria:

        * Lives more than 5 km away

        10. At the tenth place
        100. At the hundredth""")


def test_carriage_returns_at_line_ends_change_nothing() -> None:
    assert _markup(CRITERIA.replace("\n", "\r\n")) == _markup(CRITERIA)
    assert _markup(CRITERIA.replace("\n", "\r")) == _markup(CRITERIA)


def test_another_indentation_of_the_document_changes_nothing() -> None:
    deeper = "\n".join(" " * 8 + line if line else "" for line in CRITERIA.split("\n"))
    assert _markup(deeper) == _markup(CRITERIA)
    assert _markup(dedent(CRITERIA)) == _markup(CRITERIA)


def test_a_number_that_the_author_wrote_at_the_margin_stays_a_word() -> None:
    text = "\n      OBJECTIVES:\n\n      1. To determine\n      the dose.\n\n      2) To find\n    "
    assert _markup(text) == "OBJECTIVES:\n\n1\\. To determine the dose.\n\n2\\) To find"


def test_a_text_of_lists_alone_is_lists() -> None:
    text = "\n          1. First\n\n          2. Second\n\n               -  Deeper\n      "
    assert _markup(text) == "1. First\n2. Second\n\n   * Deeper"
    assert _markup("\n        1. At the margin\n      ") == "1\\. At the margin"


def test_a_line_that_only_wraps_before_a_dash_or_a_number_goes_on() -> None:
    text = "\n      on days\n      -3 and -2 and\n      - 1 or\n      2. and after\n    "
    assert _markup(text) == "on days -3 and -2 and - 1 or 2. and after"


def test_a_text_right_behind_its_tag_is_a_paragraph() -> None:
    assert _markup("1. One line") == "1\\. One line"
    assert _markup("First line\n      and second\n    ") == "First line and second"


@pytest.mark.parametrize("text", ["", "\n      ", " \r\n\t "])
def test_a_blank_text_has_no_blocks(text: str) -> None:
    assert read_layout(text) == []
    assert read_lines(text) == []


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("HbA1c > 7 and < 9 [%]", "HbA1c \\> 7 and \\< 9 \\[%\\]"),
        ("9*10^7 cells, a_b, 5~22, U&E", "9\\*10\\^7 cells, a\\_b, 5\\~22, U\\&E"),
        ("100 \\ 5", "100 \\\\ 5"),
        ("- not a list", "\\- not a list"),
        ("-BRAF mutation", "-BRAF mutation"),
        ("+ Doravirine", "\\+ Doravirine"),
        ("--- or more", "\\--- or more"),
        ("3. is a word", "3\\. is a word"),
        ("3) is a word", "3\\) is a word"),
        ("2.5 mg", "2.5 mg"),
        ("# participants", "\\# participants"),
    ],
)
def test_escapes_are_those_of_the_registrys_api(text: str, escaped: str) -> None:
    assert escape(text) == escaped


WORDS = st.lists(
    st.text("ab19-+*_.)(<>[]#&~^\\|`=: é≥", min_size=1, max_size=8).map("".join), max_size=9
)


@given(WORDS)
def test_markup_of_any_words_reads_as_these_words(words: list[str]) -> None:
    text = " ".join(" ".join(words).split())
    source = MarkupText(escape(text))
    assert source.plain == text
    assert list(_flat(source.blocks)) == ([(0, "", text)] if text else [])


def test_lines_of_a_plain_element_are_paragraphs_unless_they_are_indented() -> None:
    xml = (
        "<s><d>Group A:\r\n2 mg   daily\r\n\r\nGroup B</d><w>was to suspend the\n    study</w></s>"
    )
    part = _part(xml)
    assert markup(part, "d") == MarkupText("Group A:\n\n2 mg daily\n\nGroup B")
    assert markup(part, "w") == MarkupText("was to suspend the study")
    assert markup(part, "absent") is None


def test_a_text_without_its_textblock_is_read_all_the_same() -> None:
    part = _part(
        "<s><a><textblock>\n One\n </textblock></a><b>\n Two\n </b><c><textblock/></c></s>"
    )
    assert textblock(part, "a") == MarkupText("One")
    assert textblock(part, "b") == MarkupText("Two")
    assert textblock(part, "c") is None


def _part(xml: str) -> Part:
    root = ElementTree.fromstring(xml)
    return Part(Ledger(root), root)


@needs_records
def test_no_word_of_any_real_text_is_lost_and_markup_reads_as_it_was_laid_out() -> None:
    count = 0
    for file in record_files("ctgov_xml"):
        for element in ElementTree.parse(file).iter("textblock"):
            text = element.text or ""
            blocks = read_layout(text)
            assert list(_flat(MarkupText(write_markup(blocks)).blocks)) == _told(blocks), file
            assert _words(blocks) == re.sub(r"\s+", " ", text).split(), file
            count += 1
    assert count > 1000


def _words(blocks: Sequence[LaidOutBlock]) -> list[str]:
    words = []
    for block in blocks:
        words += [block.marker.replace("*", "-")] if block.marker else []
        words += block.words
    return words
