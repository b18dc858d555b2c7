from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.pictures.shapes import Picture
from desktop_app.export.text import printable, to_text
from desktop_app.presentation.section import (
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

EVERYTHING = Section(
    "Title",
    (
        FactGrid((Field("Sex", "Female"), Field("Enrollment", "12", "estimated"))),
        FieldList((Field("Who", "A\nB"), Field("", "C"))),
        Paragraph("Words of ours."),
        Prose(MarkupText("Text:\n\n* a\n\n  * b\n* c").blocks),
        ItemList((Item("I-1", "First\nsecond line", (Item("I-1.1", "nested"),)),)),
        Table(("Country", "Sites"), (("Switzerland", "2"), ("France", "10"))),
        SideBySide(Section("Left", (Paragraph("l"),)), Section("Right", (Paragraph("r"),))),
    ),
    note="a note",
)

EXPECTED = """\
Title (a note)
==============
Sex:        Female
Enrollment: 12 (estimated)
Who: A
     B
     C
Words of ours.
Text:
* a
  * b
* c
I-1  First
     second line
     I-1.1  nested
Country      Sites
Switzerland  2
France       10

Left
====
l

Right
=====
r
"""


def test_every_kind_of_block_is_drawn() -> None:
    assert to_text([EVERYTHING]) == EXPECTED


def test_lines_are_broken_at_words_and_hang_below_their_text() -> None:
    text = to_text([Section("", (ItemList((Item("E-1", "alpha beta gamma delta " * 3),)),))], 30)
    assert text.splitlines()[0] == "E-1  alpha beta gamma delta"
    assert all(line.startswith("     ") for line in text.splitlines()[1:])
    assert max(map(len, text.splitlines())) <= 30


def test_control_characters_do_not_reach_a_terminal() -> None:
    assert printable("a\x1b[31mb\u202ec\nd\te") == "a\ufffd[31mb\ufffdc\nd\te"


@given(st.lists(st.text(max_size=60), max_size=5), st.integers(20, 90))
def test_no_word_is_lost(words: list[str], width: int) -> None:
    section = Section("", tuple(Paragraph(word) for word in words))
    shown = "".join(to_text([section], width).split())
    assert shown == "".join("".join(word.split()) for word in words)


def test_a_label_too_long_for_its_gutter_stands_above_its_value() -> None:
    label = "Frequency Threshold for Reporting Other Adverse Events (%)"
    text = to_text((Section("", (FieldList((Field(label, "5"),)),)),), width=60)
    assert text.splitlines() == [f"{label}:", " " * 30 + "5"]


def test_the_lines_of_a_cell_stand_in_their_column() -> None:
    table = Table(("Group", "Value"), (("A\nB", "1"),))
    assert to_text((Section("", (table,)),)).splitlines() == ["Group  Value", "A      1", "B"]


def test_a_picture_is_told_in_words_and_a_link_by_its_address() -> None:
    figure = Figure("ages", "Ages", ("From 18 years.",), lambda width, measure: Picture(1, 1, ()))
    link = Link("A paper", "https://example.org/\x1b[31m", note="PubMed")
    text = to_text((Section("", (figure, link)),))
    assert text.splitlines() == [
        "[Ages]",
        "  From 18 years.",
        "",
        "A paper (PubMed)",
        "  https://example.org/\ufffd[31m",
    ]


def test_one_huge_cell_does_not_fill_the_other_rows_with_spaces() -> None:
    rows = (("x" * 100_000, "1"), *(("short", "2") for _ in range(1000)))
    text = to_text((Section("", (Table(("Name", "Value"), rows),)),))
    assert len(text) < 400_000
    assert "x" * 100_000 + "  1" in text


def test_values_stand_below_each_other_whatever_their_labels_are_written_in() -> None:
    fields = (Field("性别", "Female"), Field("Enrollment", "12"))
    table = Table(("国家", "Sites"), (("中国", "1"), ("Spain", "2")), "")
    text = to_text((Section("", (FieldList(fields), table)),))
    assert text.splitlines() == [
        "性别:       Female",
        "Enrollment: 12",
        "国家   Sites",
        "中国   1",
        "Spain  2",
    ]
