from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.text import printable, to_text
from desktop_app.presentation.section import (
    FactGrid,
    Field,
    FieldList,
    Item,
    ItemList,
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
Title  (a note)
===============
Sex:        Female
Enrollment: 12  (estimated)
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
