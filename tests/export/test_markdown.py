"""Markdown, held by rendering it and reading the text back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from desktop_app.analysis.pictures.shapes import Picture
from desktop_app.export.markdown.document import document_markdown, sections_markdown
from desktop_app.export.visible import visible
from desktop_app.presentation.section import (
    Block,
    FactGrid,
    Field,
    FieldList,
    Figure,
    Item,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Section,
    SideBySide,
    Table,
)
from desktop_app.study.markup import MarkupText
from tests.export.html_reading import Element, read_html
from tests.export.test_html import ABOUT, HOSTILE

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
FIGURE = Figure("ages", "Ages", ("From 18.", "To 40."), lambda width, measure: Picture(1, 1, ()))
EVERYTHING = Section(
    "Title",
    (
        FactGrid((Field("Sex", "Female"), Field("Enrollment", "12", "estimated"))),
        FieldList((Field("Who", "A\nB"), Field("", "C"))),
        Paragraph("Words of ours."),
        Prose(MarkupText("Text:\n\n* a\n\n  * b\n* c\n\n3. three\n4. four").blocks),
        ItemList((Item("I-1", "First\nsecond line", (Item("I-1.1", "nested"),)),)),
        Table(("Country", "Sites"), (("Switzerland", "2\n3"), ("", "10")), "Countries"),
        FIGURE,
        Link("A paper", "https://example.org/a?b=1&copy=2", "PubMed"),
        SideBySide(Section("Left", (Paragraph("l"),)), Section("Right", (Paragraph("r"),))),
    ),
    note="a note",
)
EXPECTED = """\
## Title (a note)

- **Sex:** Female
- **Enrollment:** 12 (estimated)

* **Who:** A\\
  B\\
  C

Words of ours.

Text:

- a

  - b
- c

3. three
4. four

* I-1 First\\
  second line

  - I-1.1 nested

**Countries**

| Country | Sites |
| --- | --- |
| Switzerland | 2<br>3 |
|  | 10 |

**Ages**

- From 18.
- To 40.

A paper\\
[https://example.org/a?b=1\\&copy=2](<https://example.org/a?b=1\\&copy=2>) (PubMed)

### Left

l

### Right

r"""


def rendered(markdown: str) -> Element:
    html = _MARKDOWN.render(markdown).replace("<br />", "<br>").replace("<hr />", "")
    return read_html(html, ("em", "code", "pre", "blockquote", "s"))


def _rendered(*blocks: Block, title: str = "") -> Element:
    return rendered(sections_markdown([Section(title, blocks)]))


def test_every_kind_of_block_is_written() -> None:
    assert sections_markdown([EVERYTHING]) == EXPECTED


def test_what_is_written_renders_as_what_it_is() -> None:
    root = rendered(sections_markdown([EVERYTHING]))
    assert [one.text for one in root.all("h2", "h3")] == ["Title (a note)", "Left", "Right"]
    assert root.one("ol").attributes == {"start": "3"}
    assert [one.text for one in root.all("th")] == ["Country", "Sites"]
    assert root.one("a").attributes["href"] == root.one("a").text
    nested = root.all("ul")[-2].all("ul")
    assert [one.text.strip() for one in nested] == ["I-1.1 nested"]


def test_a_document_says_what_it_is_and_where_it_comes_from() -> None:
    text = document_markdown("A study", [("Pane", (EVERYTHING,))], ABOUT)
    assert text.startswith("# A study\n\nNCT01234567 · ● Recruiting\n")
    assert "\n> It has passed.\n" in text
    assert "\n## Pane\n\n### Title (a note)\n" in text
    foot = rendered(text[text.index("\n---\n") :]).text
    assert "Summary of a public registry record. Not the approved protocol, not medical" in foot
    for told in (ABOUT.record, ABOUT.address, ABOUT.document, ABOUT.made):
        assert told in foot


MARKED = (
    *HOSTILE,
    "# no heading #",
    "* star * and *emphasis* and **strong** _under_ __both__",
    "- dash",
    "-",
    "---",
    "===",
    "+ plus",
    "> quote",
    "1. one",
    "12) twelve",
    "1.5 mg",
    "    code",
    "```\ncode\n```",
    "~~~\ncode\n~~~",
    "~~gone~~ H~2~O 10^6",
    "[a](http://b) ![c](d) [e]: f [^1] [ ] [x]",
    "<http://example.org>",
    "a | b\n:-- | --\nc | d",
    "a | b\n---",
    "back\\slash \\* \\\\| end\\",
    "$x$ $$y$$",
    "&copy; &#65;",
    "two  \nlines",
    "text\n- item\n1. item\n2) item\n===\n---\n# h",
    "first\n\nsecond\n \n third",
    "`",
    "*",
    "**",
)


@pytest.mark.parametrize("words", MARKED)
def test_text_that_looks_like_markdown_is_shown_as_its_characters(words: str) -> None:
    shown = words.split()
    one_line = " ".join(shown)
    root = _rendered(Paragraph(words))
    assert root.words == shown
    assert not root.all("h1", "h2", "ul", "ol", "strong", "a", "code", "pre", "table", "blockquote")
    assert _rendered(Prose(MarkupText("x").blocks), title=one_line).words == [*shown, "x"]
    assert _rendered(Field("Label", words)).words == ["Label:", *shown]
    assert _rendered(Field("", words)).words == shown
    assert _rendered(ItemList((Item("I-1", words),))).words == ["I-1", *shown]
    assert _rendered(Link(one_line, one_line)).words == [*shown, *shown]
    table = Table((one_line, one_line), ((one_line, one_line),), one_line)
    assert _rendered(table).words == shown * 5
    assert len(_rendered(table).all("td")) == 2


@pytest.mark.parametrize("words", MARKED)
def test_what_a_document_says_of_its_record_is_shown_as_its_characters(words: str) -> None:
    about = replace(ABOUT, marks=(words, "mark"), facts=(words, "fact"), notices=(words,))
    root = rendered(document_markdown(words, (), about))
    shown = words.split()
    head = [*shown, *shown, "·", "mark", *shown, "·", "fact", *shown]
    assert root.words[: len(head)] == head
    assert not root.all("h2", "ul", "ol", "code", "pre", "table")


def test_lists_that_follow_each_other_stay_apart() -> None:
    text = MarkupText("* a\n* b\n\n- c\n\n1. d\n\n2) e")
    root = _rendered(
        Prose(text.blocks), FieldList((Field("f", "g"),)), FactGrid((Field("h", "i"),))
    )
    assert [len(one.all("li")) for one in root.all("ul", "ol")] == [2, 1, 1, 1, 1, 1]
    assert root.all("ol")[1].attributes == {"start": "2"}


def test_numbers_that_do_not_count_on_are_text() -> None:
    root = _rendered(Prose(MarkupText("1. a\n1. b\n5. c\n\n   5. d\n   7. e").blocks))
    assert root.words == ["1.", "a", "1.", "b", "5.", "c", "5.", "d", "7.", "e"]


def test_an_address_that_no_page_should_lead_to_is_no_link() -> None:
    root = _rendered(Link("Here", "javascript:alert(1)"), Link("", "file:///etc/passwd"))
    assert not root.all("a")
    assert root.words == ["Here", "javascript:alert(1)", "file:///etc/passwd"]


def test_lines_of_a_cell_are_parted() -> None:
    html = MarkdownIt("commonmark").enable("table").render(
        sections_markdown([Section("", (Table(("A",), (("b\nc<br>d",),)),))])
    )  # fmt: skip
    assert "<td>b<br>c&lt;br&gt;d</td>" in html


def test_headings_below_the_lowest_one_matter_still() -> None:
    root = rendered(sections_markdown([Section("Deep", (Paragraph("x"),))], level=7))
    assert root.one("strong").text == "Deep"


TEXTS = st.text(st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~&$=:1) \n"), st.characters()))


@settings(deadline=None)
@given(TEXTS)
def test_every_text_renders_as_itself(text: str) -> None:
    assert _rendered(Paragraph(text)).words == visible(text).split()


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_text_renders_as_itself_in_lists_and_cells(first: str, second: str) -> None:
    shown = [*visible(first).split(), *visible(second).split()]
    assert _rendered(ItemList((Item("I-1", first, (Item("I-1.1", second),)),))).words == [
        *("I-1", *visible(first).split()),
        *("I-1.1", *visible(second).split()),
    ]
    cells = tuple(" ".join(visible(one).split()) for one in (first, second))
    assert _rendered(Table(("A", "B"), (cells,))).words == ["A", "B", *shown]
    assert _rendered(FieldList((Field("A", first), Field("B", second)))).words == [
        *("A:", *visible(first).split()),
        *("B:", *visible(second).split()),
    ]
