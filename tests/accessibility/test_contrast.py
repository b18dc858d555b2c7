"""Text of at least 4.5:1 on every ground it stands on, and 3:1 for what has to be made out."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import desktop_app
from desktop_app.analysis.pictures.shapes import Ink
from desktop_app.presentation.status import StatusRole
from desktop_app.ui.looks.palette_colors import (
    accent_color,
    contrast,
    hit_color,
    mixed,
    warning_color,
    warning_text_color,
)
from desktop_app.ui.looks.palettes import (
    BLACK_ON_WHITE,
    DARK,
    LIGHT,
    WHITE_ON_BLACK,
    Scheme,
    chosen_scheme,
    palette_of,
    system_scheme,
)
from desktop_app.ui.looks.status_colors import status_color, status_tint
from desktop_app.ui.looks.theme import Appearance
from desktop_app.ui.pictures.inks import ink_colors
from desktop_app.ui.settings import Settings, Theme

Role = QPalette.ColorRole
_TEXT, _SHAPE, _HIGH = 4.5, 3.0, 7.0
_PLAIN = {"light": LIGHT, "dark": DARK}
_HIGH_ONES = {"black on white": BLACK_ON_WHITE, "white on black": WHITE_ON_BLACK}
_ALL = _PLAIN | _HIGH_ONES
EVERY_SCHEME = pytest.mark.parametrize("scheme", list(_ALL.values()), ids=list(_ALL))

_TEXTS = (
    (Role.WindowText, (Role.Window, Role.Base)),
    # Lists, tables with stripes, and the row that is pointed at.
    (Role.Text, (Role.Base, Role.AlternateBase, Role.Window, Role.Midlight)),
    (Role.ButtonText, (Role.Button, Role.Base, Role.Midlight)),
    (Role.PlaceholderText, (Role.Base, Role.Window, Role.Midlight)),
    (Role.HighlightedText, (Role.Highlight,)),
    (Role.Link, (Role.Base, Role.Window)),
    # Flat buttons have the accent for their words.
    (Role.Accent, (Role.Base, Role.Window, Role.Midlight)),
    (Role.ToolTipText, (Role.ToolTipBase,)),
)
_SHAPES = (
    # Edges of buttons, boxes and lines of text, and the handles of scroll bars.
    (Role.Dark, (Role.Base, Role.Window)),
    # The ring and the line that show where the keyboard is.
    (Role.Accent, (Role.Base, Role.Window)),
    (Role.Highlight, (Role.Base, Role.Window)),
)


def _least(palette: QPalette, pairs: tuple[tuple[Role, tuple[Role, ...]], ...]) -> float:
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
    return min(
        contrast(palette.color(group, one), palette.color(group, other))
        for group in groups
        for one, others in pairs
        for other in others
    )


def _grounds(palette: QPalette) -> list[QColor]:
    return [palette.color(role) for role in (Role.Base, Role.Window, Role.Midlight)]


@EVERY_SCHEME
def test_text_is_read_on_every_ground_it_stands_on(scheme: Scheme) -> None:
    assert _least(palette_of(scheme), _TEXTS) >= _TEXT


@EVERY_SCHEME
def test_edges_marks_and_the_focus_are_made_out(scheme: Scheme) -> None:
    assert _least(palette_of(scheme), _SHAPES) >= _SHAPE


@pytest.mark.parametrize("scheme", list(_HIGH_ONES.values()), ids=list(_HIGH_ONES))
def test_high_contrast_is_high(scheme: Scheme) -> None:
    assert _least(palette_of(scheme), _TEXTS) >= _HIGH


@EVERY_SCHEME
def test_a_status_is_read_in_its_chip_and_in_the_list(scheme: Scheme) -> None:
    palette = palette_of(scheme)
    for role in StatusRole:
        color = status_color(role, palette)
        for ground in (*_grounds(palette), status_tint(role, palette)):
            assert contrast(color, ground) >= _TEXT, role


@EVERY_SCHEME
def test_second_lines_of_the_selected_study_are_read(scheme: Scheme) -> None:
    palette = palette_of(scheme)
    marked = palette.highlight().color()
    quiet = mixed(palette.highlightedText().color(), marked, 0.88)
    assert contrast(quiet, marked) >= _TEXT


@EVERY_SCHEME
@pytest.mark.parametrize("is_current", [False, True])
def test_what_is_found_is_read_on_its_mark(scheme: Scheme, is_current: bool) -> None:
    palette = palette_of(scheme)
    # Whatever is found wears the colour of text as long as it is marked.
    assert contrast(palette.text().color(), hit_color(palette, is_current)) >= _TEXT


@EVERY_SCHEME
def test_pictures_are_read_and_their_lines_made_out(scheme: Scheme) -> None:
    inks = ink_colors(palette_of(scheme))
    grounds = [inks[ink] for ink in (Ink.GROUND, Ink.ACCENT_TINT, Ink.PANEL, Ink.LAND)]
    for ink in (Ink.TEXT, Ink.QUIET, Ink.ACCENT, Ink.ALERT):
        assert min(contrast(inks[ink], ground) for ground in grounds) >= _TEXT, ink
    assert min(contrast(inks[Ink.RULE], ground) for ground in grounds) >= _SHAPE


@EVERY_SCHEME
def test_warnings_are_read(scheme: Scheme) -> None:
    palette = palette_of(scheme)
    grounds = (*_grounds(palette), mixed(warning_color(), palette.base().color(), 0.1))
    assert min(contrast(warning_text_color(palette), ground) for ground in grounds) >= _TEXT


@EVERY_SCHEME
def test_the_accent_is_the_one_of_the_scheme(scheme: Scheme) -> None:
    assert accent_color(palette_of(scheme)).name() == scheme.accent


def test_a_palette_of_low_contrast_is_found() -> None:
    palette = palette_of(LIGHT)
    palette.setColor(Role.WindowText, QColor("#999999"))
    assert _least(palette, _TEXTS) < _TEXT


def test_high_contrast_of_the_system_is_followed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    appearance = Appearance(qapp, qapp)
    appearance.wear(Settings(theme=Theme.DARK))
    monkeypatch.setattr(Appearance, "has_high_contrast", lambda _self: True)
    QGuiApplication.styleHints().accessibility().contrastPreferenceChanged.emit(
        Qt.ContrastPreference.HighContrast
    )
    assert qapp.palette().color(Role.Base).name() == WHITE_ON_BLACK.base
    assert qapp.palette().color(Role.Accent).name() == WHITE_ON_BLACK.accent
    monkeypatch.undo()
    appearance.wear(Settings(theme=Theme.LIGHT))
    assert qapp.palette().color(Role.Base).name() == LIGHT.base


def test_colours_that_a_person_chose_in_the_system_are_worn() -> None:
    system = QPalette(QColor("#000000"))
    for role, color in (
        (Role.Window, "#2d3236"),
        (Role.Base, "#2d3236"),
        (Role.WindowText, "#ffffff"),
        (Role.Highlight, "#a6d8ff"),
        (Role.HighlightedText, "#2d3236"),
        (Role.Link, "#75e9fc"),
    ):
        system.setColor(role, QColor(color))
    scheme = system_scheme(system)
    assert scheme is not None
    assert (scheme.base, scheme.highlight, scheme.accent) == ("#2d3236", "#a6d8ff", "#75e9fc")
    palette = palette_of(scheme)
    assert min(_least(palette, _TEXTS), _least(palette, _SHAPES)) >= _TEXT
    system.setColor(Role.WindowText, QColor("#777777"))
    assert system_scheme(system) is None


def test_without_the_wish_there_is_no_high_contrast() -> None:
    assert chosen_scheme(is_dark=False, has_high_contrast=False) is LIGHT
    assert chosen_scheme(is_dark=True, has_high_contrast=False) is DARK
    assert chosen_scheme(is_dark=False, has_high_contrast=True) is BLACK_ON_WHITE


def test_nothing_moves_by_itself() -> None:
    """There is no animation, so that there is none to be switched off."""
    moving = {"QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QScroller"}
    for file in sorted(Path(desktop_app.__file__).parent.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {node.name for node in ast.walk(tree) if isinstance(node, ast.alias)}
        assert not names & moving, file
        calls = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert "setAnimated" not in calls, file
