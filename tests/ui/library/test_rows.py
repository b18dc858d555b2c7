"""What rows bear beside the record: marks, and why they were found."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.row.row_painter import Row, paint_row, row_height, row_ink
from desktop_app.ui.library.row.row_words import end_phrases
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.looks.mark_shapes import mark_icon
from desktop_app.ui.looks.palette_colors import hit_color
from desktop_app.ui.looks.palettes import DARK, LIGHT, Scheme, palette_of
from desktop_app.ui.models.row_marks import NO_MARKS, RowMarks, TagMark, mark_words
from desktop_app.ui.models.snippets import Snippet
from desktop_app.ui.models.studies_model import StudiesModel
from tests.ui.test_models import summary

_LONG = "Some words that say nothing of it at all. " * 5
_MARKS = RowMarks(
    is_starred=True,
    is_changed=True,
    is_lost=True,
    has_note=True,
    own_status="Screening",
    tags=(TagMark("Ward 7", "red"),),
)


def drawn(
    qapp: QApplication,
    scheme: Scheme,
    marks: RowMarks,
    snippet: Snippet | None,
    width: int = 260,
    title: str = "Aspirin against headache",
) -> QImage:
    """Returns the picture of a row."""
    palette = palette_of(scheme)
    height = row_height(qapp.font(), is_explained=snippet is not None)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.base))
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    study = summary(brief_title=title)
    row = Row(study, marks, snippet, is_explained=snippet is not None)
    ink = row_ink(palette, study, is_selected=False)
    paint_row(painter, QRectF(image.rect()), qapp.font(), ink, row)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    """Returns all colours of a picture."""
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_found_words_are_marked_wherever_in_the_text_they_are(
    qapp: QApplication, scheme: Scheme
) -> None:
    marked = hit_color(palette_of(scheme), is_current=False).name()
    for before in ("", _LONG):
        text = f"{before}asthma and more {_LONG}"
        snippet = Snippet("Eligibility", text, ((len(before), len(before) + 6),))
        assert marked in colours(drawn(qapp, scheme, NO_MARKS, snippet))
    nothing = Snippet("Eligibility", _LONG)
    assert marked not in colours(drawn(qapp, scheme, NO_MARKS, nothing))


def test_nothing_turns_the_words_of_a_row_around_unseen(qapp: QApplication) -> None:
    as_written = drawn(qapp, LIGHT, NO_MARKS, None, title="\u202eABC\x1b")
    assert as_written == drawn(qapp, LIGHT, NO_MARKS, None, title="⟦RLO⟧ABC\ufffd")


@pytest.mark.parametrize(
    "text", ["", "x" * 5_000, "<img src='file:///etc/passwd'>", "مرحبا 你好 \u0301"]
)
def test_any_text_can_be_drawn(qapp: QApplication, text: str) -> None:
    snippet = Snippet("", text, ((0, len(text)), (4_000, 9_000)), ("asthma",))
    width = StudyListView(StudiesModel()).minimumWidth()
    image = drawn(qapp, LIGHT, _MARKS._replace(tags=_MARKS.tags * 20), snippet, width)
    edge = {image.pixelColor(width - 2, y).name() for y in range(image.height())}
    assert edge == {LIGHT.base}


def test_marks_are_drawn(qapp: QApplication) -> None:
    plain = drawn(qapp, LIGHT, NO_MARKS, None)
    assert drawn(qapp, LIGHT, _MARKS, None) != plain
    assert LIGHT.accent in colours(drawn(qapp, LIGHT, RowMarks(is_changed=True), None))
    assert drawn(qapp, LIGHT, RowMarks(is_lost=True), None) != plain


def test_rows_say_their_marks_to_screen_readers(qtbot: QtBot) -> None:
    model = StudiesModel()
    study = summary()
    model.show_first([study], has_more=False)
    model.extras.show_marks((study.nct_id,), {study.nct_id: _MARKS})
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("changed since you opened it", "starred", "own status: Screening"):
        assert words in spoken
    assert "has a note, tags: Ward 7, row 1 of 1" in spoken
    model.extras.show_marks((study.nct_id,), {})
    assert "starred" not in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(
    ("days", "told"), [(30, "30 days left in the trash"), (1, "1 day left in the trash")]
)
def test_rows_of_the_trash_tell_the_days_left(qtbot: QtBot, days: int, told: str) -> None:
    marks = RowMarks(days_left=days)
    assert end_phrases(summary(), marks)[0] == told
    assert end_phrases(summary(), NO_MARKS)[0].startswith("n = ")
    assert mark_words(marks) == (told,)


def test_rows_say_why_they_were_found_and_of_what_they_warn(qtbot: QtBot) -> None:
    model = StudiesModel()
    study = summary()
    model.show_first([study], has_more=False)
    model.extras.forget_snippets(is_explaining=True)
    snippet = Snippet("Exclusion criteria", "no asthma", ((3, 9),), ("asthma",))
    with qtbot.waitSignal(model.extras.snippets_wanted) as wanted:
        assert model.extras.snippet_of(study.nct_id) is None
    assert wanted.args == [(study.nct_id,)]
    with qtbot.waitSignal(model.dataChanged):
        model.extras.show_snippets({study.nct_id: snippet})
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "“asthma”: only in exclusion criteria, Exclusion criteria: no asthma" in spoken


def test_nothing_is_asked_of_a_list_without_words(qtbot: QtBot) -> None:
    model = StudiesModel()
    model.show_first([summary()], has_more=False)
    with qtbot.assertNotEmitted(model.extras.snippets_wanted, wait=60):
        assert model.extras.snippet_of(summary().nct_id) is None


def test_every_shape_can_be_drawn(qapp: QApplication) -> None:
    colour = QPalette().text().color()
    for name in ("star", "dot", "changed", "note", "more", "list", "folder", "search", "trash"):
        assert not mark_icon(name, colour, 12).isNull()
