"""What this is, in which version, under which licence."""

from PySide6.QtWidgets import QWidget

from desktop_app.languages import N_, _
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.uncaught import environment

_TEXT = N_(
    """{environment}

Reads clinical trial registry records offline, on the desk and on paper.

What it shows is a summary of a public registry record. It is not the approved protocol and not \
medical advice.

Trial Protocol Viewer is free software under the MIT licence. It uses Qt for Python under the \
GNU LGPL, version 3."""
)


def about_dialog(parent: QWidget | None) -> NoticeDialog:
    """Return the dialog; its details are the versions that a report of a fault must name."""
    return NoticeDialog(
        parent,
        _("About Trial Protocol Viewer"),
        _(_TEXT).format(environment=environment()),
        details=environment(),
    )
