"""Draws blocks on a page and marks each stretch of it with the element that it belongs to."""

from dataclasses import dataclass, replace
from typing import TypeVar

from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.pdf.annotations import Area, annotate, link_to_address, link_to_place
from desktop_app.export.pdf.marks import Pen
from desktop_app.export.pdf.outline import Outline
from desktop_app.export.pdf.pages import SetPage
from desktop_app.export.pdf.structure import Element, Structure
from desktop_app.export.text_language import language_of
from desktop_app.export.typesetting.blocks import Block, Code, Drawing, Frame, Jump, Mark, Text, Web
from desktop_app.export.typesetting.tags import HEADINGS, PARAGRAPH, Role, Tag
from desktop_app.languages import _

Named = TypeVar("Named", Tag, Jump)

_LINK = Tag(Role.LINK)


@dataclass(slots=True)
class PageDrawing:
    """A page while it is drawn."""

    canvas: Canvas
    pen: Pen
    structure: Structure
    outline: Outline
    is_in_decoration: bool = False
    scope: str = ""

    def draw(self, page: SetPage) -> None:
        """Draw a page, and end it."""
        self.structure.begin_page()
        self.scope = page.scope
        self.canvas.setPageSize(page.size)
        if page.target:
            self.canvas.bookmarkHorizontal(page.target, 0, page.size[1])
        for placed in page.placed:
            element = self.structure.root
            for tag in placed.path:
                element = element.child(tag)
            self._draw_block(placed.block, placed.x, page.size[1] - placed.y, element)
        self._end_decoration()
        self.canvas.showPage()

    def _draw_block(self, block: Block, left: float, top: float, element: Element) -> None:
        tag = block.tag
        if tag is not None:
            if tag.role is Role.DECORATION:
                self._begin_decoration()
                self._draw_plainly(block, left, top)
                return
            element = element.child(tag)
            if tag.role is Role.FIGURE:
                self._draw_figure(block, left, top, element)
                return
            if tag.role in HEADINGS and not element.children:
                # One that goes on from the page before is there already.
                self.outline.add(self.canvas, self._scoped(tag), top)
        for mark in block.marks:
            self._draw_mark(mark, left, top, element)
        for x, y, part in block.parts:
            self._draw_block(part, left + x, top - y, element)

    def _draw_mark(self, mark: Mark, left: float, top: float, element: Element) -> None:
        match mark:
            case Text():
                owner = element.child(PARAGRAPH) if element.is_group else element
                if not owner.children:
                    owner.language = language_of(" ".join(mark.lines))
                self._begin(owner)
                self.pen.draw(mark, left, top)
                self._end()
            case Code():
                self._draw_code(mark, left, top, element)
            case Jump():
                link = element.child(_LINK)
                area = Area.of(left + mark.x, top - mark.y, mark.width, mark.height)
                action = link_to_place(self.canvas, self._scoped(mark))
                annotate(self.canvas, self.structure, link, area, mark.words, action)
            case Web():
                link = element.child(_LINK)
                area = Area.of(left + mark.x, top - mark.y, mark.width, mark.height)
                action = link_to_address(mark.address)
                annotate(self.canvas, self.structure, link, area, mark.address, action)
            case _:
                self._begin_decoration()
                self.pen.draw(mark, left, top)

    def _scoped(self, named: Named) -> Named:
        """Return a heading or a jump with its target as a name within the scope of the page."""
        return replace(named, target=self.scope + named.target) if named.target else named

    def _draw_code(self, code: Code, left: float, top: float, element: Element) -> None:
        area = Area.of(left + code.x, top - code.y, code.side, code.side)
        link = element.child(_LINK)
        words = _("QR code of {address}").format(address=code.address)
        figure = link.child(Tag(Role.FIGURE, alt=words))
        figure.box = area.box
        self._begin(figure)
        self.pen.draw(code, left, top)
        self._end()
        annotate(self.canvas, self.structure, link, area, words, link_to_address(code.address))

    def _draw_figure(self, block: Block, left: float, top: float, element: Element) -> None:
        element.box = _bounds(block, left, top)
        element.language = language_of(element.tag.alt)
        self._begin(element)
        self._draw_plainly(block, left, top)
        self._end()

    def _draw_plainly(self, block: Block, left: float, top: float) -> None:
        for mark in block.marks:
            self.pen.draw(mark, left, top)
        for x, y, part in block.parts:
            self._draw_plainly(part, left + x, top - y)

    def _begin(self, element: Element) -> None:
        self._end_decoration()
        number = self.structure.mark(element)
        self.canvas.addLiteral(f"/{element.tag.role._value_} <</MCID {number}>> BDC")

    def _end(self) -> None:
        self.canvas.addLiteral("EMC")

    def _begin_decoration(self) -> None:
        if not self.is_in_decoration:
            self.canvas.addLiteral("/Artifact BMC")
            self.is_in_decoration = True

    def _end_decoration(self) -> None:
        if self.is_in_decoration:
            self.canvas.addLiteral("EMC")
            self.is_in_decoration = False


def _bounds(block: Block, left: float, top: float) -> tuple[float, float, float, float] | None:
    """Return what a figure covers, where it is a single picture or frame."""
    match block.marks:
        case (Drawing(picture, _, x, y), *_):
            return Area.of(left + x, top - y, picture.width, picture.height).box
        case (Frame(x, y, width, height), *_):
            return Area.of(left + x, top - y, width, height).box
    return None
