from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.application import SAMPLE, Session, open_first_study
from desktop_app.directories import Directories
from desktop_app.errors import ExportError
from desktop_app.export.sheets import SHEETS
from desktop_app.languages import speaking, spoken_language
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.commands.actions import ACTIONS
from desktop_app.ui.dialogs.print_preview import PrintPreviewDialog
from desktop_app.ui.exporting import making
from desktop_app.ui.printing.made_sheet import MadeSheet
from desktop_app.ui.settings import PaperSize
from desktop_app.ui.status_line import StatusLine
from tests.accessibility.tree import nameless
from tests.export.pdf_reading import read_page
from tests.ui.conftest import part
from tests.ui.test_plain_text import labels_that_guess

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(session: Session) -> Session:
    open_first_study(session, ())
    return session


def _opened(session: Session, qtbot: QtBot) -> PrintPreviewDialog:
    part(session.window, QAction, "show_print_preview").trigger()
    # One that is closed is there until the next turn of the events.
    dialog = session.window.findChildren(PrintPreviewDialog)[-1]
    dialog.resize(1000, 760)
    qtbot.waitExposed(dialog)
    return dialog


def _choose(dialog: PrintPreviewDialog, title: str) -> None:
    box = dialog.parts.choices.sheet_box
    box.setCurrentIndex(box.findText(title))


def test_the_pages_of_the_sheet_are_shown_and_their_words_told(
    sample: Session, qtbot: QtBot
) -> None:
    dialog = _opened(sample, qtbot)
    view = dialog.parts.view
    assert dialog.windowTitle() == f"Print Preview of {SAMPLE}"
    assert view.accessibleName() == "Page 1 of 1"
    assert view.accessibleDescription().startswith(SAMPLE)
    assert dialog.parts.words.toPlainText() == view.accessibleDescription()
    colours = view.viewport().grab().toImage()
    box = view.desk.spread.boxes[0]
    inside = colours.pixelColor(round(box.x + 6), round(box.y + 6))
    assert inside.name() == "#ffffff"
    assert dialog.parts.print_button.isEnabled()
    dialog.close()


def test_every_control_has_a_name_and_no_label_guesses(sample: Session, qtbot: QtBot) -> None:
    dialog = _opened(sample, qtbot)
    dialog.parts.bar.words.setChecked(True)
    assert nameless(dialog) == []
    assert labels_that_guess(dialog) == []
    dialog.close()


def test_another_sheet_is_made_and_remembered(sample: Session, qtbot: QtBot) -> None:
    dialog = _opened(sample, qtbot)
    _choose(dialog, "Full Record")
    pages = dialog.parts.bar.number.maximum()
    assert pages > 2
    dialog.parts.choices.options.pane_boxes["results"].setChecked(False)
    for name in ("design", "arms", "eligibility", "sites", "outcomes", "related", "record"):
        dialog.parts.choices.options.pane_boxes[name].setChecked(False)
    assert dialog.parts.bar.number.maximum() < pages
    box = dialog.parts.choices.options.paper_box
    box.setCurrentIndex(box.findData(PaperSize.LETTER))
    assert dialog._made is not None
    assert {round(width) for width, _ in dialog._made.sizes} == {612}
    kept = sample.settings.current
    assert (kept.last_sheet, kept.paper, kept.sheet_panes) == (
        "full",
        PaperSize.LETTER,
        ("summary",),
    )
    dialog.close()
    again = _opened(sample, qtbot)
    assert again.parts.choices.form.id == "full"
    again.close()


def test_a_sheet_in_another_language_leaves_the_window_its_own(
    sample: Session, qtbot: QtBot
) -> None:
    dialog = _opened(sample, qtbot)
    box = dialog.parts.choices.options.language_box
    box.setCurrentIndex(box.findText("Deutsch"))
    assert dialog._made is not None
    assert read_page(dialog._made.file.content).language == "de"
    assert dialog.parts.view.accessibleName() == "Page 1 of 1"
    assert spoken_language() == "en"
    dialog.close()


def test_pages_are_gone_to_by_number_by_key_and_by_button(sample: Session, qtbot: QtBot) -> None:
    sample.settings.change(last_sheet="full")
    dialog = _opened(sample, qtbot)
    bar, view = dialog.parts.bar, dialog.parts.view
    bar.number.setValue(3)
    assert (view.page, view.accessibleName()) == (2, f"Page 3 of {bar.number.maximum()}")
    bar.back.click()
    assert (view.page, bar.number.value()) == (1, 2)
    bar.onward.click()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == bar.number.maximum() - 1
    assert not bar.onward.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    assert not bar.back.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    dialog.close()


def test_pages_are_made_larger_and_smaller(sample: Session, qtbot: QtBot) -> None:
    dialog = _opened(sample, qtbot)
    bar, view = dialog.parts.bar, dialog.parts.view
    bar.zoom_box.setCurrentIndex(bar.zoom_box.findText("100 %"))
    assert view.percent == pytest.approx(100)
    assert view.desk.spread.boxes[0].width == pytest.approx(595.28 * view.logicalDpiY() / 72, abs=1)
    bar.larger.click()
    assert view.percent == pytest.approx(125)
    assert bar.zoom_box.currentText() == "125 %"
    centre = QPointF(view.viewport().rect().center())
    down = QPoint(0, -120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(centre, centre, QPoint(), down, none, _CTRL, phase, False)
    QApplication.sendEvent(view.viewport(), turn)
    assert view.percent == pytest.approx(100)
    assert sample.settings.current.preview_zoom == "100"
    bar.zoom_box.setCurrentIndex(bar.zoom_box.findText("Fit Width"))
    room = view.viewport().width() - 32
    assert view.desk.spread.boxes[0].width == pytest.approx(room, abs=1)
    dialog.close()


def test_the_place_that_is_read_stays_while_pages_are_made_larger(
    sample: Session, qtbot: QtBot
) -> None:
    sample.settings.change(last_sheet="full", preview_zoom="100")
    dialog = _opened(sample, qtbot)
    view = dialog.parts.view
    dialog.parts.bar.number.setValue(3)
    for _ in range(4):
        dialog.parts.bar.larger.click()
        assert view.page == 2
    dialog.close()


def test_a_page_that_begins_at_the_top_does_so_in_a_window_of_another_size(
    sample: Session, qtbot: QtBot
) -> None:
    sample.settings.change(last_sheet="full")
    dialog = _opened(sample, qtbot)
    view = dialog.parts.view
    assert view.verticalScrollBar().value() == 0
    dialog.parts.bar.number.setValue(3)
    for width, height in ((1200, 900), (900, 600), (1000, 760)):
        dialog.resize(width, height)
        QApplication.sendPostedEvents()
        assert view.page == 2
        assert view.verticalScrollBar().value() == round(view.desk.spread.boxes[2].y) - 16
    dialog.close()


def test_two_pages_lie_side_by_side(sample: Session, qtbot: QtBot) -> None:
    sample.settings.change(last_sheet="full")
    dialog = _opened(sample, qtbot)
    dialog.parts.bar.two_pages.click()
    first, second, *_ = dialog.parts.view.desk.spread.boxes
    assert first.y == second.y
    assert sample.settings.current.previews_two_pages
    dialog.close()


def test_few_pages_of_many_are_in_memory(sample: Session, qtbot: QtBot) -> None:
    sample.settings.change(last_sheet="full", preview_zoom="200")
    dialog = _opened(sample, qtbot)
    for number in range(1, dialog.parts.bar.number.maximum() + 1):
        dialog.parts.bar.number.setValue(number)
    assert dialog._images.kept_bytes < 200_000_000
    assert len(dialog._images._wishes) <= 4
    dialog.close()


def test_grey_is_shown_grey_and_remembered(sample: Session, qtbot: QtBot) -> None:
    dialog = _opened(sample, qtbot)
    dialog.parts.choices.grey.click()
    assert sample.settings.current.prints_grey
    assert all(drawn.wish.is_grey for drawn in dialog._images._drawn.values())
    dialog.close()


def test_what_is_shown_is_exported_as_it_is(
    sample: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "shown.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog = _opened(sample, qtbot)
    dialog.parts.export_button.click()
    assert dialog._made is not None
    assert target.read_bytes() == dialog._made.file.content
    assert part(sample.window, StatusLine).message.startswith(f"One-Page Brief written to {target}")
    dialog.close()


def test_a_sheet_that_cannot_be_made_leaves_the_pages_and_says_why(
    sample: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _opened(sample, qtbot)
    before = dialog._made

    def fail(*_args: object) -> None:
        raise ExportError("The library cannot be read.")

    monkeypatch.setattr("desktop_app.ui.printing.made_sheet.make_file", fail)
    _choose(dialog, "Full Record")
    assert dialog.parts.state.text() == "The library cannot be read."
    assert dialog._made is before
    dialog.close()


def test_an_open_preview_gives_way_to_another(sample: Session, qtbot: QtBot) -> None:
    first = _opened(sample, qtbot)
    part(sample.window, QAction, "show_print_preview").trigger()
    shown = [one for one in sample.window.findChildren(PrintPreviewDialog) if one.isVisible()]
    assert len(shown) == 1
    assert shown[0] is not first
    shown[0].close()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_preview_fits_a_small_screen(sample: Session, qtbot: QtBot, percent: int) -> None:
    sample.settings.change(text_percent=percent)
    dialog = _opened(sample, qtbot)
    least = dialog.minimumSizeHint()
    dialog.close()
    sample.settings.change(text_percent=100)
    assert least.width() <= 900
    assert least.height() <= 700


@pytest.fixture
def threaded(qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    """Returns a window that works on threads, as it does in real life."""
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    open_first_study(session, ())
    yield session
    session.window.close()
    session.close()


def test_the_old_pages_stay_until_the_new_ones_come_and_no_stale_one_does(
    threaded: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _opened(threaded, qtbot)
    qtbot.waitUntil(lambda: dialog._made is not None)
    first, go_on, made = dialog._made, Event(), list[MadeSheet]()
    make: Callable[..., object] = making.make_file

    def wait_and_make(*args: object) -> object:
        assert go_on.wait(30)
        return make(*args)

    monkeypatch.setattr("desktop_app.ui.printing.made_sheet.make_file", wait_and_make)
    dialog._maker.made.connect(made.append)
    for title in ("Screening Sheet", "Full Record", "Large-Print Handout"):
        _choose(dialog, title)
    assert dialog.parts.state.text() == "Making the pages …"
    assert dialog.parts.progress.isVisible()
    assert dialog._made is first
    go_on.set()
    qtbot.waitUntil(lambda: bool(made))
    assert [one.wanted.form.id for one in made] == ["handout"]
    assert dialog._made is made[0]
    assert not dialog.parts.progress.isVisible()
    dialog.close()


def test_a_preview_that_is_closed_while_it_is_made_is_no_fault(
    threaded: Session, qtbot: QtBot
) -> None:
    threaded.settings.change(last_sheet="full")
    for _ in range(3):
        _opened(threaded, qtbot).close()
    dialog = _opened(threaded, qtbot)
    qtbot.waitUntil(lambda: dialog.parts.view.accessibleDescription() != "")
    dialog.close()


def test_each_sheet_has_a_command_that_is_called_as_it_is() -> None:
    names = {spec.id: spec.name for spec in ACTIONS}
    assert [names[f"show_{sheet.id}"] for sheet in SHEETS] == [sheet.title for sheet in SHEETS]


@pytest.mark.parametrize("sheet", [sheet.id for sheet in SHEETS if sheet.least == 1])
def test_a_sheet_is_shown_by_its_command(sample: Session, qtbot: QtBot, sheet: str) -> None:
    part(sample.window, QAction, f"show_{sheet}").trigger()
    dialog = part(sample.window, PrintPreviewDialog)
    assert dialog.parts.choices.form.id == sheet
    assert dialog._made is not None
    assert SAMPLE in dialog.parts.view.accessibleDescription()
    dialog.close()


def test_the_name_of_the_sheet_is_read_in_full(sample: Session, qtbot: QtBot) -> None:
    with speaking("es"):
        dialog = _opened(sample, qtbot)
    sheets = dialog.parts.choices.sheet_box
    assert sheets.currentText() == "Resumen de una página"
    assert sheets.width() >= sheets.sizeHint().width()
    dialog.close()


def test_an_open_preview_follows_theme_and_size_of_text(sample: Session, qtbot: QtBot) -> None:
    dialog = _opened(sample, qtbot)
    narrow = dialog.parts._side.width()
    part(sample.window, QAction, "use_dark_theme").trigger()
    sample.settings.change(text_percent=200)
    QApplication.sendPostedEvents()
    assert dialog.parts._side.width() > 1.5 * narrow
    picture = dialog.grab().toImage()
    assert picture.pixelColor(3, 3).lightness() < 80
    sample.settings.change(text_percent=100, theme="light")
    dialog.close()


def test_the_page_of_another_sheet_is_drawn_where_nothing_is_scrolled(
    sample: Session, qtbot: QtBot
) -> None:
    dialog = _opened(sample, qtbot)
    before = dialog.parts.view.viewport().grab().toImage()
    box = dialog.parts.choices.options.paper_box
    box.setCurrentIndex(box.findData(PaperSize.LETTER))
    _choose(dialog, "Large-Print Handout")
    assert dialog._made is not None
    drawn = {id(one.wish.page.content) for one in dialog._images._drawn.values()}
    assert id(dialog._made.file.content) in drawn
    assert dialog.parts.view.viewport().grab().toImage() != before
    dialog.close()
