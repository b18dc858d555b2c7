from datetime import date

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop_app.presentation.header import study_header
from desktop_app.ui.clipped_label import ClippedLabel
from desktop_app.ui.study_header_view import StudyHeaderView
from tests.studies import study_with

_TITLE = "A long title of a study in a rare disease " * 8


def _header(qtbot: QtBot, height: int) -> tuple[StudyHeaderView, ClippedLabel, ClippedLabel]:
    view = StudyHeaderView()
    qtbot.addWidget(view)
    study = study_with(
        identificationModule={"nctId": "NCT00000001", "briefTitle": _TITLE.strip()},
        designModule={"enrollmentInfo": {"count": 12, "type": "ESTIMATED"}},
    )
    view.show_header(study_header(study, date(2026, 1, 1)))
    view.resize(500, height)
    view.show()
    view.fit(500, 24, height)
    title, facts = view.findChildren(ClippedLabel)
    return view, title, facts


def _read(tip: str) -> str:
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_facts_without_room_are_in_the_tool_tip_of_the_title(qtbot: QtBot) -> None:
    view, title, facts = _header(qtbot, 40)
    assert facts.text() == ""
    told = _read(title.toolTip())
    assert told.startswith(_TITLE.strip() + "\n")
    assert "12 participants" in told
    assert "12 participants" in view.accessibleDescription()


def test_facts_that_are_seen_are_not_told_again(qtbot: QtBot) -> None:
    _, title, facts = _header(qtbot, 600)
    assert "12" in facts.text()
    assert "participants" not in _read(title.toolTip())
