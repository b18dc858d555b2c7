"""The tool bar in windows of all widths: what is at its end stays in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.commands.command_bar import CommandBar


@pytest.fixture
def bar(qtbot: QtBot) -> CommandBar:
    made = CommandBar(QLineEdit())
    qtbot.addWidget(made)
    pixels = QPixmap(16, 16)
    pixels.fill(Qt.GlobalColor.black)
    for word in ("Importieren", "Kurzprotokoll", "Drucken", "Screeningblatt"):
        made.addAction(QAction(QIcon(pixels), word, made))
    made.end()
    made.resize(1000, 50)
    made.show()
    return made


def all_in_sight(bar: CommandBar) -> bool:
    boxes = bar.findChildren(QLineEdit)
    named = [bar.widgetForAction(action) for action in bar.actions() if action.text()]
    shown = [*(one for one in named if isinstance(one, QToolButton)), *boxes]
    return all(one.isVisible() and one.geometry().right() <= bar.width() for one in shown)


def test_words_give_way_to_what_is_at_the_end(bar: CommandBar, qtbot: QtBot) -> None:
    assert bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert all_in_sight(bar)
    bar.resize(320, 50)
    qtbot.waitUntil(lambda: all_in_sight(bar))
    assert bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert all(action.toolTip() for action in bar.actions() if action.text())
    bar.resize(1000, 50)
    assert bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_large_text_is_room_as_well(bar: CommandBar, qtbot: QtBot) -> None:
    bar.setFont(QFont(bar.font().family(), 30))
    qtbot.waitUntil(lambda: all_in_sight(bar))
    assert bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
