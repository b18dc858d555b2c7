from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop_app.presentation.section import Section
from desktop_app.ui.models.parts_model import HITS_ROLE, NOTE_ROLE, PartsModel
from desktop_app.ui.panes.parts import Part

PARTS = (
    Part(Section("Flow", ())),
    Part(Section("Deaths", (), note="Primary"), group="Events"),
    Part(Section("", ()), group="Events"),
)


def shown() -> PartsModel:
    model = PartsModel()
    model.show_parts(PARTS)
    return model


def texts(model: PartsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_a_group_is_named_above_its_parts(qapp: QApplication) -> None:
    model = shown()
    assert texts(model) == ["Flow", "Events", "Deaths", "Untitled"]
    assert [model.part_at(row) for row in range(-1, 5)] == [None, 0, None, 1, 2, None]
    assert model.row_of(1) == 2


def test_the_name_of_a_group_cannot_be_chosen(qapp: QApplication) -> None:
    model = shown()
    assert model.flags(model.index(1)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(2)) & Qt.ItemFlag.ItemIsSelectable


def test_note_and_hits_are_told_to_everybody(qapp: QApplication) -> None:
    model = shown()
    model.show_hits([0, 3, 1])
    row = model.index(2)
    assert (row.data(NOTE_ROLE), row.data(HITS_ROLE)) == ("Primary", 3)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Deaths, Primary, 3 found"
    model.show_hits([])
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Deaths, Primary"


def test_model_keeps_the_rules_of_its_kind(qapp: QApplication) -> None:
    model = PartsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_parts(PARTS)
    model.show_hits([1, 2, 3])
    model.show_parts(())
    assert model.rowCount() == 0
    del tester
