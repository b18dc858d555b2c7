"""What this is, in which version, under which licence."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop_app.languages import N_, _
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.faults.fault_details import environment

_TEXT = N_(
    """{environment}

Reads clinical trial registry records offline, on the desk and on paper.

What it shows is a summary of a public registry record. It is not the approved protocol and not \
medical advice.

Trial Protocol Viewer is free software under the MIT licence. It uses Qt for Python under the \
GNU LGPL, version 3, and other free software."""
)
LICENCES = N_("Licences")
_CLOSE = N_("Close")


class AboutDialog(NoticeDialog):
    """Its details are the versions that a report of a fault must name."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            _("About Trial Protocol Viewer"),
            _(_TEXT).format(environment=environment()),
            details=environment(),
            choices=(LICENCES, _CLOSE),
        )
        self._front = parent
        self.accepted.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        """Show the licences, where these were asked for."""
        if self.choice == LICENCES:
            from desktop_app.ui.dialogs.licences import LicencesDialog

            LicencesDialog(self._front).open()


def about_dialog(parent: QWidget | None) -> AboutDialog:
    """Return the dialog in front of a window."""
    return AboutDialog(parent)
