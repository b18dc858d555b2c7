import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.looks.icons import tinted_icon
from desktop_app.ui.looks.palette_colors import contrast
from desktop_app.ui.looks.palettes import DARK, LIGHT, Scheme, palette_of
from desktop_app.ui.looks.theme import Appearance, scaled_font
from desktop_app.ui.settings import Settings, Theme

Role = QPalette.ColorRole
_TEXT_ON_GROUND = (
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.Text, Role.Midlight),
    (Role.ButtonText, Role.Button),
    (Role.PlaceholderText, Role.Base),
    (Role.PlaceholderText, Role.Window),
    (Role.PlaceholderText, Role.Midlight),
    (Role.HighlightedText, Role.Highlight),
    (Role.Link, Role.Base),
    (Role.Accent, Role.Window),
    (Role.ToolTipText, Role.ToolTipBase),
)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), _TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(
    scheme: Scheme, text: QPalette.ColorRole, ground: QPalette.ColorRole
) -> None:
    palette = palette_of(scheme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        ratio = contrast(palette.color(group, text), palette.color(group, ground))
        assert ratio >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_has_the_focus_is_seen(scheme: Scheme) -> None:
    palette = palette_of(scheme)
    for ground in (Role.Window, Role.Base):
        assert contrast(palette.color(Role.Accent), palette.color(ground)) >= 3


def test_the_theme_of_the_settings_is_worn(qapp: QApplication) -> None:
    appearance = Appearance(qapp, qapp)
    appearance.wear(Settings(theme=Theme.DARK))
    assert qapp.palette().color(Role.Base).name() == DARK.base
    appearance.wear(Settings(theme=Theme.LIGHT))
    assert qapp.palette().color(Role.Base).name() == LIGHT.base


def test_text_grows_from_the_systems_size_and_back(qapp: QApplication) -> None:
    appearance = Appearance(qapp, qapp)
    appearance.wear(Settings())
    usual = qapp.font().pointSizeF()
    appearance.wear(Settings(text_percent=200))
    assert qapp.font().pointSizeF() == pytest.approx(2 * usual)
    appearance.wear(Settings(text_percent=100))
    assert qapp.font().pointSizeF() == pytest.approx(usual)


def test_a_change_of_look_is_told_once(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, qapp)
    told: list[None] = []
    appearance.changed.connect(lambda: told.append(None))
    for settings in (Settings(theme=Theme.DARK), Settings(theme=Theme.DARK), Settings()):
        appearance.wear(settings)
    assert len(told) == 2


class _Header(QWidget):
    """Gives its label a font and a palette of its own, as parts of the window do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel("A title", self)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._dress()

    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(Role.WindowText, palette.color(Role.Accent))
        self.label.setPalette(palette)
        self.label.setFont(scaled_font(self.font(), 200))


def test_what_dresses_itself_follows_every_change(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, qapp)
    appearance.wear(Settings(theme=Theme.DARK, text_percent=120))
    window = QWidget()
    qtbot.addWidget(window)
    label = _Header(window).label
    window.show()
    for scheme, percent in ((LIGHT, 100), (DARK, 200), (LIGHT, 200), (LIGHT, 100)):
        theme = Theme.LIGHT if scheme is LIGHT else Theme.DARK
        appearance.wear(Settings(theme=theme, text_percent=percent))
        QApplication.sendPostedEvents()
        assert label.palette().color(Role.WindowText).name() == scheme.accent
        assert label.font().pointSizeF() == pytest.approx(2 * qapp.font().pointSizeF())


@pytest.mark.skipif(sys.platform != "linux", reason="only fontconfig can be told to find no font")
def test_there_are_letters_where_the_system_has_no_font(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(
        f"<fontconfig><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    run = subprocess.run(
        [sys.executable, "-c", _HAS_LETTERS],
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"),
        },
    )
    assert run.stdout.split() == ["False", "True", "True"]


_HAS_LETTERS = """
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from desktop_app.ui.looks.theme import usable_font
app = QApplication([])
print(QFontMetrics(app.font()).inFont("A"))
font = usable_font(app)
print(QFontMetrics(font).inFont("A"), QFontMetrics(app.font()).inFont("A"))
"""


def test_a_font_measured_in_pixels_is_scaled_too(qapp: QApplication) -> None:
    font = QFont()
    font.setPixelSize(12)
    assert scaled_font(font, 150).pixelSize() == 18


def test_an_icon_is_drawn_in_the_colour_of_the_text(qapp: QApplication) -> None:
    image = tinted_icon("import", palette_of(DARK)).pixmap(64, 64).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {DARK.text}


def test_an_icon_that_is_missing_is_none(qapp: QApplication) -> None:
    assert not tinted_icon("import", palette_of(LIGHT)).isNull()
    assert tinted_icon("no-such-icon", palette_of(LIGHT)).isNull()
