from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.pictures.shapes import Picture, Text
from desktop_app.export.about import About, made
from desktop_app.export.html.brief import brief_html
from desktop_app.export.html.fragment import fragment_html
from desktop_app.export.html.page import sections_html
from desktop_app.export.visible import visible
from desktop_app.presentation.brief import brief_of
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
from tests.export.html_reading import Element, assert_well_made, read_html
from tests.studies import study_with

ABOUT = About(
    title="A study",
    marks=("NCT01234567", "● Recruiting"),
    facts=("12 participants (estimated)",),
    notices=("It has passed.",),
    record="ClinicalTrials.gov record NCT01234567, version of 2026-01-02",
    address="https://clinicaltrials.gov/study/NCT01234567",
    document="NCT01234567.json, SHA-256 00ff",
    made="Made on 2026-11-25",
)
FIGURE = Figure(
    "ages",
    "Ages & limits",
    ("From 18 years.", "To <b>40</b> years."),
    lambda width, measure: Picture(100, 20, (Text(1, 2, "18 < 40"),)),
)
EVERYTHING = Section(
    "Title",
    (
        FactGrid((Field("Sex", "Female"), Field("Enrollment", "12", "estimated"))),
        FieldList((Field("Who", "A\nB"), Field("", "C"), Field("Why", "Not stated", "", True))),
        Field("Alone", "here"),
        Paragraph("Words of ours.", is_quiet=True),
        Prose(MarkupText("Text:\n\n* a\n  * b\n\n3. three\n4. four").blocks),
        ItemList((Item("I-1", "First\nsecond line", (Item("I-1.1", "nested"),)),)),
        Table(("Country", "Sites"), (("Switzerland", "2"), ("", "10\n11")), "Countries"),
        FIGURE,
        Link("A paper", "https://example.org/a?b=1&c=2", "PubMed"),
        SideBySide(Section("Left", (Paragraph("l"),)), Section("Right", (Paragraph("r"),))),
        Section("Below", (Section("Deeper", (Paragraph("d"),)),), note="a note"),
    ),
)
HOSTILE = (
    "<b>bold</b>",
    "a & b &amp; c &lt;i&gt;",
    "<img src=http://example.org/x.png onerror=alert(1)>",
    "</style></title></svg><script>alert(1)</script>",
    '" onmouseover="alert(1)" \'',
    "<!-- a comment --> ]]> <?xml?>",
    "{{x}} ${y} `z`",
)


def _page(*blocks: Block, title: str = "A study", section: str = "Part") -> Element:
    return assert_well_made(sections_html(title, [("Pane", (Section(section, blocks),))], ABOUT))


def test_every_kind_of_block_is_what_it_is_called() -> None:
    page = assert_well_made(sections_html("A study", [("Pane", (EVERYTHING,))], ABOUT))
    main = page.one("main")
    headings = [(one.tag, one.text) for one in main.all("h2", "h3", "h4", "h5")]
    assert headings == [
        ("h2", "Pane"),
        ("h3", "Title"),
        ("h4", "Left"),
        ("h4", "Right"),
        ("h4", "Below a note"),
        ("h5", "Deeper"),
    ]
    fields = [(one.tag, one.text) for one in main.all("dt", "dd")]
    assert ("dd", "12 (estimated)") in fields
    assert fields[4:7] == [("dt", "Who"), ("dd", "A\nB"), ("dd", "C")]
    assert [one.attributes.get("value") for one in main.all("ol")[0].all("li")] == ["3", "4"]
    statements = main.all("ol")[1]
    assert [one.text for one in statements.all("span")][::2] == ["I-1", "I-1.1"]
    assert statements.words == ["I-1", "First", "second", "line", "I-1.1", "nested"]
    table = main.one("table")
    assert table.one("caption").text == "Countries"
    assert [one.text for one in table.all("th")] == ["Country", "Sites", "Switzerland"]
    assert [one.text for one in table.all("td")] == ["2", "", "10\n11"]
    figure = main.one("figure")
    assert figure.one("svg").attributes["role"] == "img"
    assert figure.one("svg").attributes["aria-label"] == "Ages & limits"
    assert [one.text for one in figure.all("li")] == list(FIGURE.words)
    link = main.all("a")[0]
    assert link.attributes["href"] == link.text == "https://example.org/a?b=1&c=2"


def test_the_page_says_what_it_is_and_where_it_comes_from() -> None:
    page = assert_well_made(sections_html("A study", [("Pane", (EVERYTHING,))], ABOUT))
    assert page.one("title").text == "A study · NCT01234567"
    assert "NCT01234567 · ● Recruiting" in page.one("header").text
    assert "It has passed." in page.one("header").text
    foot = page.one("footer").text
    assert "Summary of a public registry record. Not the approved protocol, not medical" in foot
    for told in (ABOUT.record, ABOUT.address, ABOUT.document, ABOUT.made):
        assert told in foot


def test_the_contents_lead_to_every_part_and_a_keyboard_past_them() -> None:
    panes = [("One", (Section("A", ()), Section("A", ()))), ("Two", (Section("B", ()),))]
    page = assert_well_made(sections_html("A study", panes, ABOUT))
    places = {one.text: one.attributes["href"] for one in page.one("nav").all("a")}
    assert list(places) == ["One", "A", "Two", "B"]
    assert places["A"] == "#one-a--2"
    assert page.one("body").all("a")[0].attributes == {"class": "skip", "href": "#record"}
    assert page.one("main").attributes["id"] == "record"


def test_chapters_are_landmarks_and_their_parts_are_not() -> None:
    panes = [("One", (Section("A", (Section("B", ()),)),))]
    page = assert_well_made(sections_html("A study", panes, ABOUT))
    labelled = [one.attributes.get("aria-labelledby", "") for one in page.all("section")]
    assert labelled == ["one", "", ""]


def test_a_policy_forbids_whatever_is_no_style_of_the_page() -> None:
    page = _page()
    policies = [
        one.attributes["content"]
        for one in page.all("meta")
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert [policy.startswith("default-src 'none'; style-src ") for policy in policies] == [True]
    assert not page.all("script", "link", "img", "iframe", "object", "form")


@pytest.mark.parametrize("words", HOSTILE)
def test_text_that_looks_like_markup_is_shown_as_its_characters(words: str) -> None:
    figure = Figure("x", words, (words,), lambda w, m: Picture(1, 1, (Text(1, 1, words),)))
    page = _page(
        FactGrid((Field(words, words, words),)),
        Paragraph(words),
        Prose(MarkupText(words).blocks),
        ItemList((Item(words, words),)),
        Table((words, words), ((words, words),), words),
        figure,
        Link(words, words, words),
        Section(words, (Paragraph(words),), note=words),
        title=words,
        section=words,
    )
    assert page.one("h1").text == words
    assert page.one("title").text.startswith(words)
    assert page.one("caption").text == words
    assert page.one("main").text.count(words) >= 18


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " https://example.org",
        "https://example.org/\u202etxt.exe",
        "file:///etc/passwd",
        "data:text/html,<script>",
        "//example.org",
        "https://",
        "https:example.org",
        "HTTPS://a b",
        "NCT01234567",
    ],
)
def test_an_address_that_no_page_should_lead_to_stands_as_text(address: str) -> None:
    page = _page(Link("Here", address))
    assert not page.one("main").all("a")
    assert visible(address).split()[-1] in page.one("main").text


@pytest.mark.parametrize("address", ["http://a.org", "HTTPS://a.org/x?y=%20", "mailto:a@b.org"])
def test_an_address_of_the_web_can_be_followed(address: str) -> None:
    assert _page(Link("", address)).one("main").one("a").attributes["href"] == address


def test_what_works_unseen_becomes_visible() -> None:
    page = _page(Paragraph("a\u202eb\x00c\x1b[31md\u2066e\ud800f"))
    assert page.one("main").one("p").text == "a[RLO]b\ufffdc\ufffd[31md[LRI]e\ufffdf"
    page_bytes = sections_html("\ud800", [], ABOUT).encode()
    assert b"\xef\xbf\xbd" in page_bytes


def test_text_that_runs_from_right_to_left_does_so() -> None:
    first, second = _page(Paragraph("שלום"), Paragraph("Hello")).one("main").all("p")
    assert first.attributes == {"dir": "auto"}
    assert second.attributes == {}


def test_sections_without_titles_leave_no_gap_between_headings() -> None:
    inner = Section("Inner", (Section("Innermost", (Paragraph("x"),)),))
    page = assert_well_made(sections_html("A", [("", (Section("", (inner,)),))], ABOUT))
    assert [one.tag for one in page.one("main").all("h2", "h3", "h4")] == ["h2", "h3"]


def test_headings_below_the_lowest_one_still_say_their_level() -> None:
    section = Section("9", (Paragraph("x"),))
    for number in range(8, 2, -1):
        section = Section(str(number), (section,))
    page = assert_well_made(sections_html("A", [("2", (section,))], ABOUT))
    deep = [one for one in page.all("p") if one.attributes.get("role") == "heading"]
    assert [(one.attributes["aria-level"], one.text) for one in deep] == [
        (str(level), str(level)) for level in (7, 8, 9)
    ]


def test_the_markers_of_a_list_are_those_of_the_record() -> None:
    page = _page(Prose(MarkupText("2) two\n3) three\n\ntext\n\n- dash").blocks))
    listed = page.one("main").one("ol")
    assert listed.attributes["class"] == "bracketed"
    assert [one.attributes["value"] for one in listed.all("li")] == ["2", "3"]


def test_the_same_record_gives_the_same_page() -> None:
    panes = [("Pane", (EVERYTHING,))]
    assert sections_html("A", panes, ABOUT) == sections_html("A", panes, ABOUT)


def test_a_piece_to_be_pasted_has_no_style_no_ids_and_no_drawings() -> None:
    piece = fragment_html([EVERYTHING])
    root = read_html(piece)
    assert not root.all("svg", "figure", "style", "section", "html")
    assert "id=" not in piece
    assert "tabindex" not in piece
    assert root.one("table").attributes == {"border": "1"}
    assert "aria-labelledby" not in piece
    assert [one.text for one in root.all("h2")] == ["Title"]
    assert "To <b>40</b> years." in root.text


TEXTS = st.text(max_size=40)


def _as_read(text: str) -> list[str]:
    return visible(text).split()


@settings(deadline=None)
@given(TEXTS, TEXTS, st.lists(TEXTS, min_size=1, max_size=3))
def test_every_word_of_a_record_is_read_back(title: str, text: str, cells: list[str]) -> None:
    blocks = (
        Paragraph(text),
        Field("Label", text, title),
        ItemList((Item("I-1", text),)),
        Table(tuple(cells), (tuple(cells),), "Name"),
        Section(title, (Paragraph(text),)),
    )
    root = read_html(fragment_html([Section("", blocks)]))
    lines = [_as_read(part) for part in text.split("\n")]
    expected = [
        *_as_read(text),
        *("Label", *_as_read(text.split("\n")[0]), *(_as_read(f"({title})") if title else ())),
        *(word for line in lines[1:] for word in line),
        *("I-1", *_as_read(text)),
        *("Name", *(word for cell in (*cells, *cells) for word in _as_read(cell))),
        *(*_as_read(title), *_as_read(text)),
    ]
    assert root.words == expected


@settings(deadline=None)
@given(TEXTS)
def test_a_text_without_hidden_characters_is_read_back_character_by_character(text: str) -> None:
    paragraph = read_html(fragment_html([Section("", (Paragraph(text),))])).one("p")
    assert paragraph.text == visible(text)
    if text.isprintable():
        assert visible(text) == text


def test_a_pasted_table_has_no_caption_that_repeats_what_stands_above_it() -> None:
    table = Table(("A",), (("b",),), "Countries")
    assert "<caption>" in fragment_html([Section("Sites", (table,))])
    assert "<caption" not in fragment_html([Section("Countries", (table,))])


def test_a_brief_is_a_page_for_whoever_listens_to_it() -> None:
    study = study_with(statusModule={"startDateStruct": {"date": "2026-01"}})
    html = brief_html(brief_of(study, date(2026, 11, 25)), "00ff")
    page = assert_well_made(html)
    assert page.one("h1").text == "Study NCT01234567"
    assert [one.text for one in page.all("h2")] == [
        "Design",
        "Eligibility criteria",
        "Where and whom to ask",
        "Not in this record",
    ]
    assert not page.all("nav")
    assert page.one("figure").one("svg").attributes["aria-label"] == "Time axis"
    foot = page.one("footer").text
    for told in ("SHA-256 00ff", "Made on 2026-11-25", "Nothing was shortened."):
        assert told in foot


def test_the_day_is_that_of_the_context_and_none_where_there_is_none() -> None:
    assert made(date(2026, 11, 25)).startswith("Made on 2026-11-25 by Trial Protocol Viewer")
    assert made(None).startswith("Made by Trial Protocol Viewer")
