"""What happens to an address of a record that somebody asks for: shown first, opened then."""

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.panes.visible_text import visible_text

_SCHEMES = ("http", "https")
_LINE, _MOST_LINES = 64, 6
"""Of an address as it is shown: a label breaks no line within a word."""
_OPEN, _COPY, _CANCEL = N_("Open in Browser"), N_("Copy Address"), N_("Cancel")
_IN_BROWSER = N_(
    """The record gives this address:

{address}

It is opened in your browser from {host}, and needs the network."""
)
_IN_NONE = N_(
    """The record gives this address, which no browser opens:

{address}"""
)


class LinkCommands(QObject):
    """Opens studies by their numbers and pages in the browser; ``study_wanted`` gives a number."""

    study_wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot(str)
    def follow(self, address: str) -> None:
        """Show a study, or ask whether a page is to be opened."""
        number = parse_nct_number(address)
        # Digits alone are an address that a record states, whatever it may mean.
        if number is not None and not address.strip().isdigit():
            self.study_wanted.emit(format_nct_id(number))
            return
        self._ask(address)

    def _ask(self, address: str) -> None:
        can_open = is_web_address(address)
        words = _(_IN_BROWSER if can_open else _IN_NONE)
        sentence = words.format(address=shown_address(address), host=_host(address))
        choices = (_CANCEL, _COPY, _OPEN) if can_open else (_CANCEL, _COPY)
        dialog = NoticeDialog(self._window, _("Address in the Record"), sentence, choices=choices)
        dialog.setProperty("address", address)
        dialog.finished.connect(self._take_choice)
        dialog.open()

    @Slot(int)
    def _take_choice(self, _result: int) -> None:
        dialog = self.sender()
        if not isinstance(dialog, NoticeDialog):
            return
        address = str(dialog.property("address"))
        if dialog.choice == _OPEN:
            QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
        elif dialog.choice == _COPY:
            QGuiApplication.clipboard().setText(address)


def shown_address(address: str) -> str:
    """Return an address as a dialog shows it: in lines, with nothing in it that deceives the eye.

    Of a very long one the beginning is shown, and how much more there is.
    """
    text = visible_text(address)
    room = _LINE * _MOST_LINES
    lines = [text[start : start + _LINE] for start in range(0, min(len(text), room), _LINE)]
    if len(text) > room:
        more = len(text) - room
        words = ngettext(
            "… ({count} more character; copy to read all)",
            "… ({count} more characters; copy to read all)",
            more,
        )
        lines.append(words.format(count=grouped(more)))
    return "\n".join(lines)


def _host(address: str) -> str:
    """Return who is asked for the page, in the letters that no other letters look like."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def is_web_address(address: str) -> bool:
    """Tell whether an address is one that a browser opens, and nothing that runs a program."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().lower() in _SCHEMES and bool(url.host())
