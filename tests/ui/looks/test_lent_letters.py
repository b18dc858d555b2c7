"""Letters that the system lacks, lent by the bundled fonts."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.resource_files import resource_path
from desktop_app.ui.looks.lent_letters import _SCRIPTS, LentLetters
from desktop_app.ui.looks.theme import can_write


@pytest.mark.parametrize(
    "document",
    [
        '{"measure": "Safety：Incidence"}'.encode(),
        b'{"measure": "Safety\\uff1aIncidence"}',
        b"\xef\xbb\xbf<measure>Safety&#xff1a;Incidence</measure>",
        b"<measure>Safety&#65306;Incidence</measure>",
    ],
)
def test_a_full_width_colon_of_a_record_can_be_drawn(qapp: QApplication, document: bytes) -> None:
    letters = LentLetters()
    letters.lend_for(document)
    assert can_write(qapp.font(), "：")
    assert letters.lend_for(document) == ()


def test_korean_letters_are_lent_as_well(qapp: QApplication) -> None:
    LentLetters().lend_for("안녕".encode())
    assert can_write(qapp.font(), "안녕")


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"{}",
        "µg ≥ 5 °C – “Ærø” Việt".encode(),
        b'{"a": "\\u2265 \\ud83d"}',
        b"<a>&#9999999;</a>",
    ],
)
def test_nothing_is_lent_for_other_letters(document: bytes) -> None:
    assert LentLetters().lend_for(document) == ()


def test_every_font_is_there() -> None:
    assert all(resource_path("fonts", f"{name}.ttf").is_file() for _, _, name in _SCRIPTS)
