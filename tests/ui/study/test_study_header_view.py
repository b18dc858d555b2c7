import pytest
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.presentation.header import study_header
from desktop_app.ui.clipped_label import ClippedLabel
from desktop_app.ui.study.study_header_view import StudyHeaderView
from tests.studies import study_with
from tests.ui.conftest import part

_TITLE = "A long title of a study in a rare disease " * 8


def _header(qtbot: QtBot, height: int) -> tuple[StudyHeaderView, ClippedLabel, ClippedLabel]:
    view = StudyHeaderView()
    qtbot.addWidget(view)
    study = study_with(
        identificationModule={"nctId": "NCT00000001", "briefTitle": _TITLE.strip()},
        designModule={"enrollmentInfo": {"count": 12, "type": "ESTIMATED"}},
    )
    view.show_header(study_header(study))
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


def test_a_line_of_facts_is_worth_some_more_height(qtbot: QtBot) -> None:
    view, title, _ = _header(qtbot, 40)
    least = view.height() + title.height()
    view.fit(500, 24, least - 10, least + 40)
    shown = view.findChildren(ClippedLabel)[1].text()
    assert shown.replace("\N{NO-BREAK SPACE}", " ").startswith("Sponsor not stated")
    assert view.height() > least - 10
    view.fit(500, 24, least - 10)
    assert view.findChildren(ClippedLabel)[1].text() == ""


def test_letters_of_another_font_have_the_height_that_they_need(qtbot: QtBot) -> None:
    label, plain = ClippedLabel(), QLabel("临床试验")
    for widget in (label, plain):
        qtbot.addWidget(widget)
        # In this size the letters of most systems' Chinese font stand higher.
        widget.setFont(QFont(widget.font().family(), 10))
    label.show_text(plain.text())
    assert label.height_of(1000, 2) >= plain.sizeHint().height()


@pytest.mark.parametrize("width", [900, 420, 260])
def test_the_age_of_a_copy_goes_on_in_the_next_line(qtbot: QtBot, width: int) -> None:
    view, *_ = _header(qtbot, 600)
    view.setFont(QFont(view.font().family(), 20))
    view.age.show("This copy is of 9 March 2026 · 262 days old")
    view.resize(width, 600)
    view.fit(width, 24, 600)
    words = part(view, QLabel, "record_age")
    assert view.minimumSizeHint().width() <= 420
    for shown in (words, view.age.button):
        right = shown.mapTo(view, shown.rect().bottomRight())
        assert right.x() <= max(width, view.minimumSizeHint().width())
        assert right.y() <= view.height()
    assert words.height() >= words.heightForWidth(words.width())
