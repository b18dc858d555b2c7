"""The texts of the parts of a tab, each made comparable when words are first looked for."""

from functools import cached_property

from desktop_app.ui.panes.hits import SearchableText, searchable_sections
from desktop_app.ui.panes.parts import Part
from desktop_app.ui.panes.reading_aids import NO_AIDS, ReadingAids
from desktop_app.ui.panes.table_hits import TableText


class PartText:
    """What is searched in one part: its text, and its long table."""

    def __init__(self, part: Part, aids: ReadingAids = NO_AIDS) -> None:
        self._part, self._aids = part, aids

    @cached_property
    def text(self) -> SearchableText:
        """The text above the table."""
        return searchable_sections((self._part.section,), self._aids)

    @cached_property
    def table(self) -> TableText | None:
        """The long table, where there is one."""
        return TableText(self._part.table) if self._part.table is not None else None

    def count(self, words: str) -> int:
        """Return how often the part has the words."""
        in_table = sum(self.table.counts(words)) if self.table is not None else 0
        return self.text.count(words) + in_table
