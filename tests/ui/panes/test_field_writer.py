"""Elements with their labels."""

from pytestqt.qtbot import QtBot

from desktop_app.presentation.section import Field, FieldList, Section
from tests.ui.panes.drawn import lines_of, shown


def test_labels_of_one_list_stand_all_above_their_values_or_all_beside(qtbot: QtBot) -> None:
    long = "A label that is much too long for the room that there is beside its value"
    alike = shown(qtbot, Section("Groups", (FieldList((Field(long, "one"), Field("B", "two"))),)))
    assert lines_of(alike)[-4:] == [long, "one", "B", "two"]
    short = shown(qtbot, Section("Groups", (FieldList((Field("A", "one"), Field("B", "two"))),)))
    assert lines_of(short)[-2:] == ["A\tone", "B\ttwo"]
