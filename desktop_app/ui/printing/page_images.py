"""The images of the pages in sight, drawn off the GUI thread; few are kept at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from desktop_app.ui.printing.page_renderer import Page, PageRenderer
from desktop_app.ui.tasks import Progress, Task, TaskRunner

_MOST_PIXELS = 16_000_000
"""Of one image, which is 64 MB; larger pages are drawn coarser and stretched."""
_MOST_KEPT_BYTES = 96_000_000
"""Of images that are not in sight."""
_SAME_SHAPE = 0.01


@dataclass(frozen=True, slots=True)
class Wish:
    """A page as it is wanted, in pixels of the screen."""

    page: Page
    width: int
    height: int
    is_grey: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """An image, and what it was wanted as."""

    wish: Wish
    image: QImage


def draw(renderer: PageRenderer, wish: Wish, progress: Progress) -> Drawn:
    """Draw a page as it is wanted, or coarser where that would be too large."""
    progress(0)
    share = min(1.0, (_MOST_PIXELS / (wish.width * wish.height)) ** 0.5)
    width, height = max(1, round(wish.width * share)), max(1, round(wish.height * share))
    return Drawn(wish, renderer.image(wish.page, width, height, is_grey=wish.is_grey))


class PageImages(QObject):
    """Draws one page at a time, the most wanted first; ``arrived`` tells the number of a page."""

    arrived = Signal(int)

    def __init__(self, renderer: PageRenderer, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._runner = runner
        self._wishes: tuple[Wish, ...] = ()
        self._drawn: dict[int, Drawn] = {}
        self._task: Task | None = None

    def image(self, number: int, width: int, height: int) -> QImage | None:
        """Return the newest image of a page, to be stretched where it was drawn in another size.

        None where there is none, or only one of another shape.
        """
        drawn = self._drawn.get(number)
        if drawn is None:
            return None
        shape = drawn.wish.width / drawn.wish.height
        return drawn.image if abs(shape * height / width - 1) < _SAME_SHAPE else None

    def want(self, wishes: Sequence[Wish]) -> None:
        """Draw these pages, the first one first; wishes from before are given up."""
        self._wishes = tuple(wishes)
        self._forget_unseen()
        self._draw_next()

    def stop(self) -> None:
        """Draw nothing more."""
        self._wishes = ()
        if self._task is not None:
            self._task.cancel()

    @property
    def kept_bytes(self) -> int:
        """Return how much memory the images take."""
        return sum(drawn.image.sizeInBytes() for drawn in self._drawn.values())

    def _draw_next(self) -> None:
        """Start the next page; a runner that works at once is not called within itself."""
        while self._task is None:
            wish = next((wish for wish in self._wishes if not self._is_drawn(wish)), None)
            if wish is None:
                return
            work = partial(draw, self._renderer, wish)
            task = self._runner.start(work, on_success=self._take)
            if not task.is_finished:
                self._task = task
                task.finished.connect(self._go_on)
            elif not self._is_drawn(wish):
                return

    def _is_drawn(self, wish: Wish) -> bool:
        drawn = self._drawn.get(wish.page.number)
        return drawn is not None and drawn.wish == wish

    @Slot(object)
    def _take(self, drawn: Drawn) -> None:
        number, content = drawn.wish.page.number, drawn.wish.page.content
        if any(wish.page.content is content for wish in self._wishes):
            self._drawn.pop(number, None)
            self._drawn[number] = drawn
            self._forget_unseen()
            self.arrived.emit(number)

    @Slot()
    def _go_on(self) -> None:
        self._task = None
        self._draw_next()

    def _forget_unseen(self) -> None:
        """Let go of images that are not in sight, those drawn longest ago first."""
        seen = {wish.page.number for wish in self._wishes}
        unseen = [number for number in self._drawn if number not in seen]
        beyond = sum(self._drawn[number].image.sizeInBytes() for number in unseen)
        for number in unseen:
            if beyond <= _MOST_KEPT_BYTES:
                return
            beyond -= self._drawn.pop(number).image.sizeInBytes()
