"""The results of a search of the registry, read page by page as they are seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.errors import DesktopAppError, PageTokenError
from desktop_app.registry.answers import FoundStudy
from desktop_app.registry.found_rows import found_row
from desktop_app.registry.news import Novelty
from desktop_app.registry.paging import Following
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.ui.models.studies_model import PAGE_ROWS, StudiesModel
from desktop_app.ui.registry.searching.asking import Asking, Registry


@dataclass(frozen=True, slots=True)
class Block:
    """As many rows as the list reads at once, from one of them on; ``total`` is -1 where unknown.

    ``next_token`` is empty at the end of the list.
    """

    offset: int
    studies: tuple[FoundStudy, ...]
    next_token: str
    total: int = -1


class Results(QObject):
    """Fills a list. The registry knows no row by its number, only the page after another.

    So there is room in the list for one block more than is read, and it grows as it is seen.
    ``began`` tells that something is asked, ``shown`` that rows came, ``failed`` that they do not.
    """

    began = Signal()
    shown = Signal()
    failed = Signal(object)

    def __init__(self, rows: StudiesModel, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self.rows = rows
        self.query = StudiesQuery()
        self.total = 0
        self.novelties: Mapping[str, Novelty] = {}
        self._asking = asking
        self._tokens: dict[int, str] = {}
        self._wanted: list[int] = []
        self._listed: tuple[FoundStudy, ...] | None = None
        self._is_lost = False
        rows.page_wanted.connect(self._read)

    def find(self, query: StudiesQuery, novelties: Mapping[str, Novelty] | None = None) -> None:
        """Show what a search finds, from its first page on."""
        self.clear(query)
        self.novelties = novelties or {}
        self._ask(0)

    def clear(self, query: StudiesQuery) -> None:
        """Show nothing of what was found before; a search is about to be asked."""
        self.query = query
        self.novelties = {}
        self._listed = None
        self._is_lost = False
        self._tokens = {0: ""}
        self._wanted.clear()
        self.total = 0
        self.rows.show_first((), has_more=False)

    def list_these(self, found: Sequence[tuple[FoundStudy, Novelty]]) -> None:
        """Show studies that are known already."""
        self._asking.cancel()
        self._wanted.clear()
        self._tokens = {}
        self.novelties = {study.nct_id: novelty for study, novelty in found}
        self._listed = tuple(study for study, _novelty in found)
        self.total = len(self._listed)
        self._show_listed(0)
        self.shown.emit()

    def again(self) -> None:
        """Ask once more for what did not come; from the beginning where its place is forgotten."""
        if self._is_lost:
            self.find(self.query, self.novelties)
        else:
            self._ask(self._wanted[0] if self._wanted else 0)

    @property
    def is_begun(self) -> bool:
        """Whether there are rows already."""
        return self.rows.rowCount() > 0

    def _show_listed(self, offset: int) -> None:
        assert self._listed is not None
        rows = tuple(map(found_row, self._listed[offset : offset + PAGE_ROWS]))
        if offset:
            self.rows.show_page(offset, rows)
        else:
            self.rows.show_first(rows, has_more=self.total > len(rows))
            self.rows.show_total(self.total)

    @Slot(int)
    def _read(self, offset: int) -> None:
        """Read rows that are seen, after those that are on their way."""
        if self._listed is not None:
            self._show_listed(offset)
        elif offset in self._tokens and offset not in self._wanted:
            self._wanted.append(offset)
            if not self._asking.is_busy:
                self._ask(offset)

    def _ask(self, offset: int) -> None:
        if offset not in self._wanted:
            self._wanted.append(offset)
        self.began.emit()
        self._asking.ask(
            _Reading(self.query, offset, self._tokens.get(offset, "")), self._show, self._fail
        )

    @Slot(object)
    def _show(self, block: Block) -> None:
        if block.offset in self._wanted:
            self._wanted.remove(block.offset)
        rows = tuple(map(found_row, block.studies))
        if block.offset:
            self.rows.show_page(block.offset, rows)
        else:
            self.total = max(block.total, len(rows))
            self.rows.show_first(rows, has_more=bool(block.next_token))
        self._make_room(block)
        self.shown.emit()
        if self._wanted:
            self._ask(self._wanted[0])

    def _make_room(self, block: Block) -> None:
        """Let the rows that follow be seen, so that they are read."""
        end = block.offset + len(block.studies)
        if block.next_token and end not in self._tokens:
            self._tokens[end] = block.next_token
            self.rows.show_total(max(end + 1, min(self.total, end + PAGE_ROWS)))
        elif not block.next_token:
            self.total = end
            self.rows.show_total(end)
        self.rows.total = self.total

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        self._is_lost = isinstance(error, PageTokenError)
        self.rows.give_up()
        self.failed.emit(error)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one block: pages may have fewer rows than were asked for, or none."""

    query: StudiesQuery
    offset: int
    token: str

    def __call__(self, registry: Registry, stop: Stop) -> Block:
        block = Block(self.offset, (), self.token)
        following = Following()
        while True:
            size = PAGE_ROWS - len(block.studies)
            is_first = not self.offset and block.total < 0
            page = registry.found(
                self.query, stop, token=block.next_token, size=size, count=is_first
            )
            numbers = (study.nct_id for study in page.studies)
            following.note(page.address, block.next_token, numbers)
            block = replace(
                block,
                studies=(*block.studies, *page.studies),
                next_token=page.next_token,
                total=block.total if page.total is None else page.total,
            )
            if not page.next_token or len(block.studies) >= PAGE_ROWS:
                return block
