"""The outline of a file, which readers show beside its pages, made of its headings."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.pdf.strings import one_line
from desktop_app.export.typesetting.tags import HEADINGS, Tag

_OPEN = 1
"""Down to this level the outline is unfolded at first."""


@dataclass(slots=True)
class Outline:
    """Counts the headings of a file, so that none stands more than one level below the last."""

    count: int = 0
    level: int = -1

    def add(self, canvas: Canvas, tag: Tag, top: float) -> None:
        """Add a heading that stands at a height of the page; one without a title is left out."""
        title = one_line(tag.title)
        if not title:
            return
        self.count += 1
        key = tag.target or f"place-{self.count}"
        self.level = min(HEADINGS.index(tag.role), self.level + 1)
        canvas.bookmarkHorizontal(key, 0, top + 6)
        canvas.addOutlineEntry(title, key, self.level, closed=int(self.level >= _OPEN))
