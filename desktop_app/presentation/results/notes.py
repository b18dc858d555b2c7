"""What stands below a table of results: comments of the record, and remarks of ours."""

from desktop_app.languages import N_, _
from desktop_app.presentation.results.texts import ABSENT, lines_of
from desktop_app.presentation.section import Block, Item, ItemList, Paragraph
from desktop_app.study.markup import MarkupText

SEVERAL_VALUES = N_("Where a group has several values in one place, all of them are shown.")


def no_value() -> str:
    """Return what the mark for nothing means."""
    meaning = _("The record states nothing here.")
    return f"{ABSENT}  {meaning}"


class TableNotes:
    """Gathers comments while the cells of a table are made; equal comments have one number."""

    def __init__(self) -> None:
        self._comments: dict[str, str] = {}
        self._remarks: dict[str, None] = {}

    def mark(self, comment: MarkupText | None) -> str:
        """Return what refers to a comment behind the text of a cell: `` [1]``."""
        text = lines_of(comment)
        return f" {self._comments.setdefault(text, f'[{len(self._comments) + 1}]')}" if text else ""

    def remark(self, text: str) -> None:
        """Say something quietly below the table, once."""
        self._remarks[text] = None

    def blocks(self) -> tuple[Block, ...]:
        """Return what was gathered."""
        items = tuple(Item(number, text) for text, number in self._comments.items())
        remarks = tuple(Paragraph(text, is_quiet=True) for text in self._remarks)
        return ((ItemList(items),) if items else ()) + remarks
