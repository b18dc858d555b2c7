"""What a check for updates found, a row for each study of which there is something to tell."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_app.languages import N_, _
from desktop_app.registry.updates.words import OUTCOME_NAMES, line_words
from desktop_app.store.standing.values import UpdateLine
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.ui.models.lines_model import LinesModel, text_of_cells
from desktop_app.ui.panes.visible_text import visible_text

OUTCOME, NUMBER, TITLE, NOTE = range(4)


class ReportModel(LinesModel):
    """The lines of a check; the titles of studies are read as their rows are seen."""

    _HEADERS = (N_("Result"), N_("NCT number"), N_("Title"), N_("Note"))

    def __init__(self, title_of: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(self._HEADERS, self._texts, parent=parent)
        self._title_of = title_of
        self._titles: dict[int, str] = {}
        self.lines: Sequence[UpdateLine] = ()

    def show_lines(self, lines: Sequence[UpdateLine]) -> None:
        """Show what another check found."""
        self._titles.clear()
        super().show_lines(lines)

    def as_text(self) -> str:
        """Return the lines as a table that any spreadsheet takes."""
        return text_of_cells(map(self._texts, self.lines))

    def _texts(self, line: UpdateLine) -> tuple[str, ...]:
        if line.number not in self._titles:
            title = self._title_of(format_nct_id(line.number))
            self._titles[line.number] = visible_text(title).replace("\n", " ")
        return (
            _(OUTCOME_NAMES[line.outcome]),
            format_nct_id(line.number),
            self._titles[line.number],
            line_words(line),
        )
