"""Older versions of a record can be read, and say that they are older."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.conventions import Form, following
from desktop_app.presentation.context import HeldVersion
from desktop_app.ui.changes.comparing import Versions
from desktop_app.ui.changes.version_choice import VersionChoice
from desktop_app.ui.elided_box import ElidedBox
from desktop_app.ui.elision import elided_line
from desktop_app.ui.panes.record_pane import RecordPane
from desktop_app.ui.panes.version_box import VersionBox, version_words
from desktop_app.ui.study.notice_banner import NoticeBanner
from desktop_app.ui.study.study_header_view import StudyHeaderView
from tests.ui.conftest import AddStudies, part

NCT_ID = "NCT01234567"
ORIGIN = f"https://clinicaltrials.gov/api/v2/studies/{NCT_ID}, fetched 2026-11-25 14:03 UTC"


def held(version_id: int, origin: str) -> HeldVersion:
    return HeldVersion("ab" * 32, "ctgov-json", origin, 1, record_date="2024-02-06", id=version_id)


def _add_version(add_studies: AddStudies, day: str, title: str) -> None:
    add_studies(
        NCT_ID,
        identificationModule={"nctId": NCT_ID, "briefTitle": title},
        statusModule={"lastUpdatePostDateStruct": {"date": day}},
    )


def _banner(session: Session) -> str:
    labels = part(session.window, NoticeBanner).findChildren(QLabel)
    return " ".join(label.text() for label in labels)


def test_an_older_version_is_shown_and_says_so(session: Session, add_studies: AddStudies) -> None:
    _add_version(add_studies, "2023-01-05", "The first title")
    _add_version(add_studies, "2024-02-06", "The second title")
    session.window.show()
    session.window.show_study(NCT_ID)
    session.window.study_view.show_pane("record")
    box = part(part(session.window, RecordPane), VersionBox)
    assert [box.itemText(row)[:20] for row in range(box.count())] == [
        "Record of 2024-02-06",
        "Record of 2023-01-05",
    ]
    assert box.currentIndex() == 0
    assert "older version" not in _banner(session)
    box.activated.emit(1)
    assert "This is an older version of the record, of 2023-01-05." in _banner(session)
    assert box.currentIndex() == 1
    header = part(session.window, StudyHeaderView)
    assert header.accessibleName() == f"{NCT_ID}: The first title"
    box.activated.emit(0)
    assert "older version" not in _banner(session)


def test_a_study_with_one_version_offers_no_choice(
    session: Session, add_studies: AddStudies
) -> None:
    _add_version(add_studies, "2023-01-05", "The only title")
    session.window.show()
    session.window.show_study(NCT_ID)
    session.window.study_view.show_pane("record")
    assert not part(session.window, VersionBox).isVisible()


def test_boxes_of_versions_show_origins_short_and_tell_them_whole(qtbot: QtBot) -> None:
    choice = VersionChoice()
    qtbot.addWidget(choice)
    versions = Versions(NCT_ID, (held(2, ORIGIN), held(1, "a.json")))
    choice.show_versions(versions, versions, 1, 2)
    box = choice.boxes[1]
    assert box.currentText() == (
        "Record of 2024-02-06 · fetched from ClinicalTrials.gov, 2026-11-25 14:03 UTC"
    )
    assert box.accessibleDescription() == f"Record of 2024-02-06 · {ORIGIN}"
    assert ORIGIN in box.toolTip()
    assert choice.boxes[0].toolTip() == "<span>Record of 2024-02-06 · a.json</span>"


def test_versions_are_dated_as_readers_do() -> None:
    with following(Form.READER):
        assert version_words(held(2, "a.json")) == "Record of 6 Feb 2024 · a.json"


def test_a_box_that_is_too_narrow_shows_an_ellipsis(qtbot: QtBot) -> None:
    box = ElidedBox()
    qtbot.addWidget(box)
    words = "Some words that stand in a box " * 4
    box.add_line(words, words, 1)
    box.resize(200, box.sizeHint().height())
    narrow = box.grab().toImage()
    box.setItemText(0, elided_line(words, box.fontMetrics(), box.room))
    assert box.itemText(0).endswith("…")
    assert box.grab().toImage() == narrow
