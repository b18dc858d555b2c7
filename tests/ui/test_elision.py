import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop_app.ui.elision import elided_line


@pytest.mark.parametrize("words", ["Aspirin against headache", "Gout"])
def test_a_line_that_fits_stays_as_it_is(qapp: QApplication, words: str) -> None:
    metrics = QFontMetricsF(qapp.font())
    assert elided_line(words, metrics, metrics.horizontalAdvance(words) + 1) == words


def test_a_line_is_cut_between_words(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())
    room = metrics.horizontalAdvance("Aspirin against head")
    assert elided_line("Aspirin against headache in adults", metrics, room) == "Aspirin against…"


def test_of_one_endless_word_a_part_is_shown(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())
    shown = elided_line("A " + "N" * 200, metrics, metrics.horizontalAdvance("N" * 40))
    assert shown.startswith("A NNNN")
    assert shown.endswith("N…")
