import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.notice import NoticeDialog


@pytest.mark.parametrize("choices", [("Quit", "Continue"), ("Continue", "Quit"), ("Close",)])
def test_return_presses_the_usual_button(qtbot: QtBot, choices: tuple[str, ...]) -> None:
    dialog = NoticeDialog(None, "Title", "A sentence.", details="details", choices=choices)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.isDefault()
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert dialog.choice == choices[-1]
