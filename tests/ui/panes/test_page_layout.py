import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.page_layout import Column, page_layout, whole


@pytest.fixture
def scale(qtbot: QtBot) -> TypeScale:
    return TypeScale(QFont("Sans Serif", 9))


def test_page_changes_by_steps(scale: TypeScale) -> None:
    widths = {page_layout(width, scale).width for width in range(400, 720)}
    assert 9 <= len(widths) <= 11


def test_page_is_never_wider_than_text_and_aside_need(scale: TypeScale) -> None:
    page = page_layout(4000, scale)
    assert page.width == page_layout(2000, scale).width
    assert page.running.width + page.gap + page.aside == page.width


def test_aside_takes_three_tenths_of_a_wide_page(scale: TypeScale) -> None:
    page = page_layout(1000, scale)
    assert page.is_wide
    assert page.aside / page.width == pytest.approx(0.3, abs=0.01)


def test_narrow_page_has_one_column(scale: TypeScale) -> None:
    page = page_layout(500, scale)
    assert not page.is_wide
    assert page.halves(whole(page.width)) is None


def test_larger_text_needs_a_wider_window_for_two_columns() -> None:
    large = TypeScale(QFont("Sans Serif", 18))
    assert not page_layout(1000, large).is_wide


def test_deep_indents_leave_room_for_words() -> None:
    column = whole(300)
    for _ in range(40):
        column = column.indented(24)
    assert column == Column(180, 120, 300)
