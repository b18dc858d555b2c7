from desktop_app.presentation.section import Paragraph, Section, Table
from desktop_app.ui.panes.parts import Part, parts_of

SHORT = Table(("Term",), (("one",),))
LONG = Table(("Term",), tuple((str(n),) for n in range(61)), name="Events")
WIDE = Table(("Term",) * 13, (("one",) * 13,) * 21)
TEXT = Paragraph("Words.")


def test_a_section_is_a_part() -> None:
    sections = (Section("Flow", (TEXT, SHORT)), Section("Baseline", (Section("Age", (SHORT,)),)))
    assert parts_of(sections) == tuple(Part(section) for section in sections)


def test_a_long_table_is_taken_out_of_the_text() -> None:
    section = Section("Events", (TEXT, Section("Serious", (LONG,)), TEXT), note="2")
    rest = Section("Events", (TEXT, Section("Serious", ()), TEXT), note="2")
    assert parts_of((section,)) == (Part(rest, LONG),)


def test_each_of_several_long_tables_has_a_part_of_its_own() -> None:
    section = Section("Events", (TEXT, Section("Serious", (TEXT, LONG)), Section("Other", (LONG,))))
    assert parts_of((section,)) == (
        Part(Section("Events", (TEXT,))),
        Part(Section("Serious", (TEXT,)), LONG, group="Events"),
        Part(Section("Other", ()), LONG, group="Events"),
    )


def test_long_tables_beside_each_other_are_called_by_their_names() -> None:
    parts = parts_of((Section("All", (LONG, Table(LONG.columns, LONG.rows))),))
    assert [(part.title, part.group) for part in parts] == [("Events", "All"), ("All", "All")]


def test_a_large_table_at_the_end_is_taken_out_if_it_is_the_only_one() -> None:
    assert parts_of((Section("Serious", (TEXT, WIDE)),)) == (
        Part(Section("Serious", (TEXT,)), WIDE),
    )
    for blocks in ((WIDE, TEXT), (SHORT, WIDE), (Section("Age", (SHORT,)), WIDE)):
        section = Section("Baseline", blocks)
        assert parts_of((section,)) == (Part(section),)


def test_nothing_has_no_parts() -> None:
    assert parts_of(()) == ()
