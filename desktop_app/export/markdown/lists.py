"""Writes lists in Markdown; numbers stay those of the record."""

import re
from collections.abc import Iterable, Iterator
from itertools import cycle, pairwise
from typing import assert_never

from desktop_app.export.markdown.escaping import BREAK, inline, lines_of, opening, paragraph, strong
from desktop_app.export.phrases import label_words
from desktop_app.presentation.section import Field, Item
from desktop_app.punctuation import with_note
from desktop_app.study.markup import TextBlock, TextList, TextParagraph

_MARKER = re.compile(r"(\d{1,9})([.)])\Z", re.ASCII)
_OTHER = {".": ")", ")": "."}

Bullets = Iterator[str]
"""The marks of the lists of a text in turn: two lists with one mark would become one list."""


def bullets() -> Bullets:
    """Return the marks for the lists that follow each other."""
    return cycle("-*")


def hung(mark: str, content: str) -> str:
    """Return an item: its content behind its mark, further lines below its first one."""
    hanging = " " * (len(mark) + 1)
    lines = content.split("\n")
    below = (f"{hanging}{line}" if line else "" for line in lines[1:])
    return "\n".join((f"{mark} {lines[0]}".rstrip(" "), *below))


def written_fields(fields: Iterable[Field], bullet: str) -> str:
    """Return elements as a list; one without a label goes on in the item of the one above."""
    items: list[str] = []
    for field in fields:
        lines = _field(field)
        if not field.label and items:
            items[-1] = BREAK.join((items[-1], *lines))
        else:
            items.append(BREAK.join(lines))
    return "\n".join(hung(bullet, item) for item in items)


def _field(field: Field) -> list[str]:
    first, *others = lines_of(field.value) or [""]
    note = inline(field.note)
    if not field.label:
        return [with_note(opening(first), note), *map(opening, others)]
    lead = strong(label_words(field.label))
    return [f"{lead} {with_note(inline(first), note)}".rstrip(), *map(opening, others)]


def written_items(items: Iterable[Item], bullet: str = "-") -> str:
    """Return numbered statements; their numbers are text."""
    return "\n".join(hung(bullet, _item(item)) for item in items)


def _item(item: Item) -> str:
    first, *others = lines_of(item.text) or [""]
    lead = f"{opening(item.number)} {inline(first)}" if item.number.strip() else opening(first)
    text = BREAK.join((lead.rstrip(" "), *map(opening, others)))
    return "\n\n".join(part for part in (text, written_items(item.items)) if part)


def written_prose(blocks: Iterable[TextBlock], marks: Bullets) -> str:
    """Return a text of the record as paragraphs and lists."""
    written: list[str] = []
    last = ""
    for block in blocks:
        match block:
            case TextParagraph():
                text, last = paragraph(block.text), ""
            case TextList():
                text, last = _text_list(block, marks, last)
            case _:
                assert_never(block)
        if text:
            written.append(text)
    return "\n\n".join(written)


def _text_list(text: TextList, marks: Bullets, last: str) -> tuple[str, str]:
    """Return a list, and the character behind its numbers, which is not that of the list before.

    ``last`` is the one of the list before, empty where none is next to it.
    """
    contents = [written_prose(item.blocks, bullets()) for item in text.items]
    delimiter = _common_delimiter(text) if text.ordered else ""
    if delimiter:
        used = _OTHER[delimiter] if delimiter == last else delimiter
        marked = (item.marker[:-1] + used for item in text.items)
        return "\n".join(map(hung, marked, contents)), used
    bullet = next(marks)
    if text.ordered:
        contents = [
            f"{opening(item.marker)} {content}".rstrip(" ")
            for item, content in zip(text.items, contents, strict=True)
        ]
    return "\n".join(hung(bullet, content) for content in contents), ""


def _common_delimiter(text: TextList) -> str:
    """Return what stands behind the numbers of a list that is counted on as Markdown does.

    Else it is empty: the numbers are then written as text, or they would be counted anew.
    """
    matches = [_MARKER.match(item.marker) for item in text.items]
    numbers = [(int(match[1]), match[2]) for match in matches if match]
    if len(numbers) < len(matches) or any(
        (low + 1, end) != following for (low, end), following in pairwise(numbers)
    ):
        return ""
    return numbers[0][1] if numbers else ""
