"""Finds the largest type in which a brief fits on its page, and shortens it where none does."""

from dataclasses import dataclass, field, replace

from desktop_app.export.brief.figures import Pictures
from desktop_app.export.brief.layout import Page, set_page
from desktop_app.export.brief.search import last_true, last_true_near
from desktop_app.export.brief.shortening import A_LINE, shortened
from desktop_app.export.paper import BOX_HEIGHT
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import FLOOR, Setting
from desktop_app.presentation.brief.bounds import bounded
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.brief.cuts import cut, sizes
from desktop_app.presentation.brief.order import USUAL, Cuts

_LARGEST = 11.0
_STEP = 0.25
_COMFORTABLE = 8.5
"""Points; down to here long lists are shown whole before they are shortened to their usual size."""

_AIRS = (0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4)
_MOST_BETWEEN = 1.6
"""How much of the room that is left goes between two parts at the most, in sizes of type."""

_GROWTH = 0.6
"""How type grows with the room: twice the room is about half as much again of type."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A brief as its page shows it."""

    brief: Brief
    page: Page
    type_size: float


def fitted(brief: Brief, document_sha256: str) -> Fitted:
    """Return the brief on its page; it always fits."""
    pictures = Pictures()
    shown = bounded(brief)
    schematic = shown.figures.schematic
    if schematic and not pictures.has_room(schematic):
        shown = cut(shown, Cuts(schematic=0))
    return _Fitting(shown, document_sha256, pictures).result()


@dataclass(frozen=True, slots=True)
class _Fitting:
    brief: Brief
    document_sha256: str
    pictures: Pictures
    breaker: LineBreaker = field(default_factory=LineBreaker)
    settings: dict[tuple[float, float], Setting] = field(default_factory=dict)

    def result(self) -> Fitted:
        shown = self.brief
        size = self._largest(shown, _COMFORTABLE, _LARGEST)
        for cuts in (USUAL, replace(USUAL, axis=0)):
            if not size:
                shown = cut(self.brief, cuts)
                size = self._largest(shown, FLOOR, _COMFORTABLE)
        if not size:
            # What is left out is no more than the smallest type asks for.
            shown, size = cut(self.brief, shortened(sizes(self.brief), self._spare)), FLOOR
        return self._spread(shown, self._side_by_side(shown, size))

    def _page(self, brief: Brief, size: float, air: float) -> Page:
        key = (size, air)
        if key not in self.settings:
            self.settings[key] = Setting(self.breaker, size, air)
        return set_page(self.settings[key], brief, self.pictures, self.document_sha256)

    def _fits(self, brief: Brief, size: float) -> bool:
        return self._page(brief, size, _least_air(size)).spare >= 0

    def _largest(self, brief: Brief, smallest: float, largest: float) -> float:
        """Return the largest type size that fits, or 0 where not even the smallest one does."""
        # Most pages are full in the smallest type, which has to be tried on them in any case.
        spare = self._page(brief, FLOOR, _least_air(FLOOR)).spare
        if spare < 0 or not self._fits(brief, smallest):
            return 0.0
        sizes = [smallest + _STEP * step for step in range(int((largest - smallest) / _STEP) + 1)]
        guess = FLOOR * (BOX_HEIGHT / (BOX_HEIGHT - spare)) ** _GROWTH
        return sizes[
            last_true_near(
                sizes, lambda size: self._fits(brief, size), round((guess - smallest) / _STEP)
            )
        ]

    def _side_by_side(self, brief: Brief, size: float) -> float:
        """Return a slightly smaller size where inclusion and exclusion then stand side by side."""
        for smaller in (size, size - _STEP, size - 2 * _STEP):
            if smaller >= FLOOR:
                page = self._page(brief, smaller, _least_air(smaller))
                if page.spare >= 0 and not page.is_continued:
                    return smaller
        return size

    def _spread(self, brief: Brief, size: float) -> Fitted:
        """Give the room that is left to the spacing."""
        least = _least_air(size)
        page = self._page(brief, size, least)
        if page.spare > A_LINE:
            airs = [least, *(air for air in _AIRS if air > least)]
            best = last_true(airs, lambda air: _is_as_good(self._page(brief, size, air), page))
            page = self._page(brief, size, airs[best])
        return Fitted(brief, page.spread(_MOST_BETWEEN * size), size)

    def _spare(self, cuts: Cuts) -> float:
        return self._page(cut(self.brief, cuts), FLOOR, _least_air(FLOOR)).spare


def _is_as_good(page: Page, closer: Page) -> bool:
    """Tell whether a page fits, and keeps side by side what stands so on a closer one."""
    return page.spare >= 0 and page.is_continued <= closer.is_continued


def _least_air(size: float) -> float:
    """Large type asks for room; small type stands close."""
    return max(0.0, min(0.5, (size - FLOOR) * 0.2))
