"""The paragraphs of a text, which may go on in a second column; marks of items hang before them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.export.brief.elements import within
from desktop_app.export.pdf.marks import with_space
from desktop_app.export.typesetting.blocks import Block, indented, stacked
from desktop_app.export.typesetting.fonts import REGULAR
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import ITEM_LABEL, Role, Tag

_BETWEEN = 0.25
"""The room between paragraphs, in lines."""

_BROKEN = 0.6
"""How much higher, in lines, columns may be that break no paragraph."""

_LONELY = 0.15
"""A last line that is shorter, in relation to the width, looks lost."""

_MARK = re.compile(r"(?:[•*–-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s+(?=\S)")
_BODY = Tag(Role.ITEM_BODY, "text")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that is set, with its place in the text.

    ``mark`` stands before it, in the room ``hang``; ``run`` counts the lists of the text, and is
    0 for what is no item.
    """

    number: int
    lines: tuple[str, ...]
    mark: str = ""
    hang: float = 0.0
    run: int = 0

    def divided(self, at: int) -> tuple["Paragraph", "Paragraph"]:
        """Return the first lines, with the space behind their last one, and what follows them."""
        first = (*self.lines[: at - 1], with_space(self.lines[at - 1]))
        return replace(self, lines=first), replace(self, lines=self.lines[at:], mark="")


def paragraphs(
    setting: Setting, texts: Sequence[str], width: float, *, evenly: bool = False
) -> list[Paragraph]:
    """Return texts broken into lines of a width; those that begin with a mark as items.

    ``evenly`` breaks lines earlier where a lonely word would stand in the last one.
    """
    made: list[Paragraph] = []
    run = 0
    for number, text in enumerate(texts):
        found = _MARK.match(text)
        run += bool(found and not (made and made[-1].mark))
        mark = found[0].rstrip() if found else ""
        hang = setting.width(mark, setting.body) + setting.size * 0.45 if mark else 0.0
        words = text[found.end() :] if found else text
        lines = _lines(setting, words, width - hang, evenly=evenly)
        made.append(Paragraph(number, lines, mark, hang, run if mark else 0))
    return made


def _lines(setting: Setting, text: str, width: float, *, evenly: bool) -> tuple[str, ...]:
    lines = setting.breaker.lines(text, REGULAR, width * 1000 / setting.size)
    if not evenly or len(lines) == 1 or setting.width(lines[-1], setting.body) > _LONELY * width:
        return lines
    even = setting.even_width(text, width, setting.body)
    return setting.breaker.lines(text, REGULAR, even * 1000 / setting.size)


def set_paragraphs(setting: Setting, shown: Iterable[Paragraph]) -> Block:
    """Return paragraphs one below the other."""
    blocks = (_block(setting, one) for one in shown)
    return stacked(blocks, setting.size * 1.2 * _BETWEEN)


def _block(setting: Setting, one: Paragraph) -> Block:
    lines = setting.set_lines(one.lines, setting.body)
    if not one.run:
        return lines.tagged(Tag(Role.PARAGRAPH, ("what and why", one.number)))
    path = (Tag(Role.LIST, ("what and why", "list", one.run)), Tag(Role.ITEM, one.number))
    text = indented(within((*path, _BODY), lines), one.hang)
    if not one.mark:
        return text
    mark = setting.set_lines((one.mark,), setting.body)
    return Block(text.height, (), ((0.0, 0.0, within((*path, ITEM_LABEL), mark)), (0.0, 0.0, text)))


def halves(shown: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Divide paragraphs where the higher half is lowest, if possible between two of them.

    No column gets a single line of a paragraph, and none ends with what announces the next one.
    """
    index, at = min(_places(shown), default=(0.0, len(shown), 0))[1:]
    if not at:
        return [*shown[:index]], [*shown[index:]]
    begun, rest = shown[index].divided(at)
    return [*shown[:index], begun], [rest, *shown[index + 1 :]]


def _places(shown: Sequence[Paragraph]) -> Iterator[tuple[float, int, int]]:
    """Yield where paragraphs may be divided, each place after how high the columns then are.

    A place is the index of a paragraph and how many of its lines stay; heights are in lines.
    """
    every = sum(len(one.lines) + _BETWEEN for one in shown)
    above = 0.0
    for index, one in enumerate(shown):
        announced = index > 0 and shown[index - 1].lines[-1].endswith(":")
        for at in (0, *range(2, len(one.lines) - 1)):
            left = above + at
            if left and not (announced and at == 0):
                yield max(left, every - left) + (_BROKEN if at else 0.0), index, at
        above += len(one.lines) + _BETWEEN
