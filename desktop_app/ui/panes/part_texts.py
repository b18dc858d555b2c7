"""The texts of the parts of a tab, each made comparable when words are first looked for."""

from functools import cached_property

from desktop_app.ui.panes.hits import SearchableText, searchable_sections
from desktop_app.ui.panes.parts import Part
from desktop_app.ui.panes.table_hits import TableText


class PartText:
    """What is searched in one part: its text, and its long table."""

    def __init__(self, part: Part, *, has_figures_in_words: bool = False) -> None:
        self._part = part
        self._has_figures_in_words = has_figures_in_words

    @cached_property
    def text(self) -> SearchableText:
        """The text above the table."""
        return searchable_sections(
            (self._part.section,), has_figures_in_words=self._has_figures_in_words
        )

    @cached_property
    def table(self) -> TableText | None:
        """The long table, where there is one."""
        return TableText(self._part.table) if self._part.table is not None else None

    def count(self, words: str) -> int:
        """Return how often the part has the words."""
        in_table = sum(self.table.counts(words)) if self.table is not None else 0
        return self.text.count(words) + in_table
