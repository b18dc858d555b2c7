import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.study.markup import MarkupText, TextBlock, TextList, TextParagraph
from tests.real_records import needs_records, record_files


def _words(blocks: tuple[TextBlock, ...]) -> list[str]:
    words: list[str] = []
    for block in blocks:
        if isinstance(block, TextParagraph):
            words += block.text.split()
        else:
            for item in block.items:
                words += [item.marker, *_words(item.blocks)]
    return words


def test_escapes_are_undone() -> None:
    assert (
        MarkupText(r"9\*10\^7 cells, \>=18, \[a\], 5\~22").plain == "9*10^7 cells, >=18, [a], 5~22"
    )


def test_characters_that_are_no_registry_markup_stay() -> None:
    text = MarkupText("systolic >170 or_<90 and *stars* `code` <b>bold</b> [x](y) # head")
    assert text.blocks == (TextParagraph(text.source),)


def test_nested_lists_keep_their_nesting_and_the_authors_numbers() -> None:
    source = "Criteria:\n\n3. third\n\n   * inner a\n   * inner b\n4. fourth"
    paragraph, outer = MarkupText(source).blocks
    assert paragraph == TextParagraph("Criteria:")
    assert isinstance(outer, TextList)
    assert [item.marker for item in outer.items] == ["3.", "4."]
    inner = outer.items[0].blocks[1]
    assert isinstance(inner, TextList)
    assert [item.blocks for item in inner.items] == [
        (TextParagraph("inner a"),),
        (TextParagraph("inner b"),),
    ]


def test_the_registrys_mark_between_two_lists_is_no_text() -> None:
    text = MarkupText("* a\n\n<!-- -->\n\n1. b")
    assert [type(block) for block in text.blocks] == [TextList, TextList]
    assert "<!--" not in text.plain


@pytest.mark.parametrize("depth", [10, 19, 30, 200])
@pytest.mark.parametrize("form", ["indented", "in one line"])
def test_lists_nested_without_sense_lose_no_word(depth: int, form: str) -> None:
    if form == "indented":
        text = "\n".join(f"{'  ' * level}* word{level}" for level in range(depth))
    else:
        text = "* " * depth + f"word{depth - 1}"
    assert f"word{depth - 1}" in " ".join(_words(MarkupText(text).blocks))


def test_a_line_end_of_the_author_stays_a_line_end() -> None:
    assert MarkupText("one\ntwo").blocks == (TextParagraph("one\ntwo"),)


@given(
    st.lists(st.sampled_from(["word", "9\\*9", "  spaced ", "", "\t", "a < b", "_x_"]), max_size=9)
)
def test_a_text_without_lists_reads_the_same_with_and_without_the_parser(lines: list[str]) -> None:
    text = "\n".join(lines)
    beside_a_list = MarkupText(f"{text}\n\n* item").blocks
    assert MarkupText(text).blocks == tuple(
        block for block in beside_a_list if isinstance(block, TextParagraph)
    )


@needs_records
def test_no_word_of_a_real_text_is_lost_in_its_blocks() -> None:
    files = record_files("ctgov_json", "*.json", step=9)
    assert files
    from desktop_app.readers.ctgov_json import read_ctgov_json

    for file in files:
        protocol = read_ctgov_json(file.read_bytes())[0].protocol_section
        for text in (
            protocol.description_module.brief_summary,
            protocol.description_module.detailed_description,
            protocol.eligibility_module.eligibility_criteria,
        ):
            if text is not None:
                marker = re.compile(r"^(\s*)(\d+[.)]|[*+-])(\s+)", re.MULTILINE)
                spaced = marker.sub(r"\1\2 \3", text.plain)
                assert "".join(_words(text.blocks)) == "".join(spaced.split()), file.name
