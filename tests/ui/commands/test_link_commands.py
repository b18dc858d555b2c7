import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.commands.link_commands import LinkCommands, shown_address
from desktop_app.ui.dialogs.notice import NoticeDialog


def asked(qtbot: QtBot, address: str) -> tuple[QWidget, str]:
    """Returns a window with the dialog about an address, and what that says."""
    window = QWidget()
    qtbot.addWidget(window)
    LinkCommands(window).follow(address)
    (dialog,) = window.findChildren(NoticeDialog)
    (label,) = [one for one in dialog.findChildren(QLabel) if one.text()]
    return window, label.text()


def buttons_of(window: QWidget) -> list[str]:
    return [button.text().replace("&", "") for button in window.findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.registry.example@evil.example/x", "evil.example"),
        ("http://\u0430pple.example/", "xn--pple-43d.example"),
        ("https://exam\u00adple.example/", "example.example"),
    ],
)
def test_the_dialog_names_who_is_asked_for_a_page(qtbot: QtBot, address: str, host: str) -> None:
    window, words = asked(qtbot, address)
    assert f"from {host}," in words
    assert "Open in Browser" in buttons_of(window)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "http://a b", "http://a\nb", "data:text/html,x"],
)
def test_what_no_browser_opens_can_be_copied_alone(qtbot: QtBot, address: str) -> None:
    window, words = asked(qtbot, address)
    assert address in words
    assert "Open in Browser" not in buttons_of(window)


def test_marks_that_turn_a_text_around_are_shown_by_name() -> None:
    assert shown_address("https://x.example/\u202egpj.exe") == "https://x.example/⟦RLO⟧gpj.exe"


def test_a_very_long_address_is_shown_in_part_and_says_so(qtbot: QtBot) -> None:
    window, words = asked(qtbot, "https://x.example/" + "y" * 100_000)
    assert "more characters; copy to read all" in words
    (dialog,) = window.findChildren(NoticeDialog)
    assert dialog.sizeHint().width() < 1000
    assert dialog.sizeHint().height() < 600
