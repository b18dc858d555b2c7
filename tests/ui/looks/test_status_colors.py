import pytest
from PySide6.QtGui import QColor, QPalette

from desktop_app.presentation.status import StatusRole
from desktop_app.ui.looks.palette_colors import (
    READABLE_CONTRAST,
    contrast,
    hit_color,
    is_dark,
    quiet_color,
)
from desktop_app.ui.looks.status_colors import status_color, status_tint


def palette_of(window: str, base: str, text: str) -> QPalette:
    palette = QPalette(QColor(window))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(role, QColor(text))
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    return palette


LIGHT = palette_of("#f4f5f6", "#ffffff", "#1d2125")
DARK = palette_of("#25292e", "#1b1e22", "#e6e8ea")
THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("role", list(StatusRole))
def test_status_is_readable_on_every_ground_it_stands_on(
    palette: QPalette, role: StatusRole
) -> None:
    color = status_color(role, palette)
    grounds = (palette.base().color(), palette.window().color(), status_tint(role, palette))
    assert min(contrast(color, ground) for ground in grounds) >= READABLE_CONTRAST


@THEMES
def test_every_status_role_has_a_colour_of_its_own(palette: QPalette) -> None:
    assert len({status_color(role, palette).name() for role in StatusRole}) == len(StatusRole)


@THEMES
def test_quiet_text_can_be_read_and_is_quieter_than_text(palette: QPalette) -> None:
    base, text = palette.base().color(), palette.text().color()
    assert READABLE_CONTRAST <= contrast(quiet_color(palette), base) < contrast(text, base)


@THEMES
@pytest.mark.parametrize("is_current", [True, False])
def test_text_on_a_found_word_can_be_read(palette: QPalette, is_current: bool) -> None:
    ground = hit_color(palette, is_current)
    assert contrast(palette.text().color(), ground) >= READABLE_CONTRAST


def test_a_theme_is_dark_where_its_window_is_darker_than_its_text() -> None:
    assert (is_dark(LIGHT), is_dark(DARK)) == (False, True)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
