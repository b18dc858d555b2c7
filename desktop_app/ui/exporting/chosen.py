"""The studies that a command is for: the open one, or those that are selected in the list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped

if TYPE_CHECKING:
    from desktop_app.presentation.context import Context
    from desktop_app.store.library import StoredStudy
    from desktop_app.ui.library.library_queries import Query


@dataclass(frozen=True)
class OpenStudy:
    """The study that is shown, in the version that is shown, with what the tabs know beside it."""

    stored: StoredStudy
    context: Context

    @property
    def nct_id(self) -> str:
        """Return the number, empty where the record has none."""
        return self.stored.study.protocol_section.identification_module.nct_id or ""

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """What was left out of the study because it could not be read."""
        return tuple(oddity.told for oddity in self.stored.oddities if oddity.leaves_out)

    @property
    def words(self) -> str:
        """Return what it is called in dialogs."""
        return self.nct_id or _("the open study")

    def __len__(self) -> int:
        return 1


@dataclass(frozen=True)
class SelectedRows:
    """Rows of a list: which list, and which of its rows. They may not be read yet."""

    query: Query
    rows: tuple[range, ...]

    @property
    def words(self) -> str:
        """Return what they are called in dialogs."""
        count = len(self)
        words = ngettext("{count} selected study", "{count} selected studies", count)
        return words.format(count=grouped(count))

    def __len__(self) -> int:
        return sum(map(len, self.rows))


Chosen = OpenStudy | SelectedRows
