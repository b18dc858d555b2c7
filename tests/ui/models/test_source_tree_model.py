import json

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop_app.readers.reading import SourceFormat
from desktop_app.readers.source_tree import read_source_tree
from desktop_app.ui.models.source_tree_model import SourceTreeModel

RECORD = {
    "protocolSection": {"phases": ["PHASE2", "PHASE3"], "text": "<b>one</b>\ntwo \u202eback"},
    "hasResults": False,
    "long": "x" * 5_000,
}
ROLES = Qt.ItemDataRole


@pytest.fixture
def model(qapp: QApplication) -> SourceTreeModel:
    model = SourceTreeModel()
    model.show_tree(read_source_tree(json.dumps(RECORD).encode(), SourceFormat.CTGOV_JSON))
    return model


def shown(model: SourceTreeModel, parent: QModelIndex | None = None) -> list[tuple[str, str]]:
    """Return name and value of every row, in order."""
    above = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found.append((str(index.data()), str(index.siblingAtColumn(1).data())))
        found += shown(model, index)
    return found


def test_the_model_keeps_the_rules_of_models(model: SourceTreeModel) -> None:
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.narrow("phase")
    model.narrow("")
    assert tester.model() is model


def test_names_and_values_are_shown_in_one_line(model: SourceTreeModel) -> None:
    rows = dict(shown(model))
    assert rows["protocolSection"] == "2 parts"
    assert rows["[1]"] == "PHASE3"
    assert rows["hasResults"] == "false"
    assert rows["text"] == "<b>one</b> two ⟦RLO⟧back"
    assert rows["long"] == "x" * 300 + "…"


def test_each_part_knows_what_it_stands_in(model: SourceTreeModel) -> None:
    phases = model.index(0, 0, model.index(0, 0))
    assert phases.data() == "phases"
    assert phases.parent() == model.index(0, 0)
    assert not phases.parent().parent().isValid()


def test_words_leave_less_and_say_how_much(model: SourceTreeModel) -> None:
    model.narrow("phase3")
    assert model.hit_count == 1
    assert shown(model) == [
        ("protocolSection", "1 of 2 parts"),
        ("phases", "1 of 2 parts"),
        ("[1]", "PHASE3"),
    ]
    assert "PHASE2" in model.json_of(model.index(0, 0))
    model.narrow("")
    assert len(shown(model)) == 7


def test_words_that_are_nowhere_leave_nothing(model: SourceTreeModel) -> None:
    model.narrow("nowhere")
    assert shown(model) == []
    assert model.hit_count == 0


def test_a_tool_tip_is_no_markup(model: SourceTreeModel) -> None:
    text = model.index(1, 0, model.index(0, 0))
    tip = str(text.data(ROLES.ToolTipRole))
    assert "protocolSection.text" in tip
    assert "&lt;b&gt;one" in tip
    assert text.data(ROLES.AccessibleTextRole).startswith("text: <b>one")
