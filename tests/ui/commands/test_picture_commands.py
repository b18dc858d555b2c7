from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.analysis.pictures.shapes import Box, Ink, Picture, TextMeasure
from desktop_app.errors import ExportError
from desktop_app.presentation.section import Figure
from desktop_app.ui.commands.link_commands import LinkCommands, is_web_address
from desktop_app.ui.commands.picture_commands import ask_for_picture
from desktop_app.ui.dialogs.pictures import PicturesDialog
from desktop_app.ui.pictures.files import SVG_TYPE, figure_image, figure_mime, write_figure


def drawn(width: float, measure: TextMeasure) -> Picture:
    return Picture(width, 60, (Box(10, 10, 40, 40, None, Ink.ACCENT),))


FIGURE = Figure("ages", "Ages", ("From 18 years.", "To 40 years."), drawn)
OTHER = Figure("masking", "Masking", ("No one is masked.",), drawn)


@pytest.mark.parametrize(
    ("suffix", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_a_picture_is_written_in_the_form_its_name_asks_for(
    qtbot: QtBot, tmp_path: Path, suffix: str, start: bytes
) -> None:
    target = tmp_path / f"ages.{suffix}"
    write_figure(FIGURE, "NCT01234567", target)
    assert target.read_bytes().startswith(start)


def test_a_picture_that_cannot_be_written_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        write_figure(FIGURE, "NCT01234567", tmp_path / "no such folder" / "ages.svg")


def test_a_copied_picture_is_an_image_a_drawing_and_words(qtbot: QtBot) -> None:
    data = figure_mime(FIGURE, "NCT01234567")
    assert data.hasImage()
    assert data.hasFormat(SVG_TYPE)
    assert data.text().splitlines() == ["Ages: NCT01234567", "From 18 years.", "To 40 years."]


def test_an_image_is_drawn_in_the_colours_of_paper_whatever_the_theme(qtbot: QtBot) -> None:
    image = figure_image(FIGURE)
    sharpness = image.devicePixelRatio()
    assert image.pixelColor(2, 2).name() == "#ffffff"
    inside = round((16 + 30) * sharpness)
    assert image.pixelColor(inside, inside).name() == "#0f6c74"
    assert image.format() is QImage.Format.Format_RGB32


def test_the_dialog_shows_each_picture_with_its_words(qtbot: QtBot) -> None:
    dialog = PicturesDialog((FIGURE, OTHER))
    qtbot.addWidget(dialog)
    assert dialog._words.toPlainText() == "From 18 years.\nTo 40 years."
    dialog._list.setCurrentRow(1)
    assert dialog._view.accessibleName() == "Picture: Masking"
    with qtbot.waitSignal(dialog.copy_wanted) as asked:
        dialog._ask_copy()
    assert asked.args == [OTHER]


def test_the_form_that_was_chosen_gives_the_name_its_ending(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(
        ((str(tmp_path / "a"), "PNG image (*.png)"), (str(tmp_path / "b.svg"), ""), ("", ""))
    )
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: next(answers))
    window = QWidget()
    qtbot.addWidget(window)
    assert ask_for_picture(window, tmp_path) == tmp_path / "a.png"
    assert ask_for_picture(window, tmp_path) == tmp_path / "b.svg"
    assert ask_for_picture(window, tmp_path) is None


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/1/", True),
        ("http://example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("www.example.org", False),
        ("\\\\server\\share", False),
    ],
)
def test_only_addresses_of_the_web_are_opened(address: str, opens: bool) -> None:
    assert is_web_address(address) is opens


def test_the_number_of_a_study_is_followed_and_other_digits_are_asked_about(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    links = LinkCommands(window)
    with qtbot.waitSignal(links.study_wanted) as asked:
        links.follow("NCT01234567")
    assert asked.args == ["NCT01234567"]
    links.follow("12345678")
    assert "12345678" in window.findChildren(QLabel)[0].text()


def test_the_clipboard_holds_a_copied_picture(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(figure_mime(FIGURE, "x"))
    assert not QGuiApplication.clipboard().image().isNull()
