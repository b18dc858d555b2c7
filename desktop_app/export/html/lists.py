"""Writes fields, prose and numbered statements as lists, with the numbers that the record gives."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from desktop_app.export.html.markup import element, line, reading, stacked, worded
from desktop_app.presentation.section import Field, Item
from desktop_app.punctuation import with_note
from desktop_app.study.markup import TextBlock, TextItem, TextList, TextParagraph

_NUMBER = re.compile(r"(\d{1,9})([.)])\Z", re.ASCII)


def written_fields(fields: Iterable[Field], kind: str) -> str:
    """Return elements as a list of terms; ``kind`` is ``facts`` for the few that are read first."""
    groups = tuple(_groups(fields))
    # A value without a label of its own, and none above it to continue, is no part of such a list.
    loose = [_value(field, "p") for label, values in groups if not label for field in values]
    named = [_group(label, values) for label, values in groups if label]
    return "\n".join((*loose, *((stacked("dl", named, class_=kind),) if named else ())))


def _groups(fields: Iterable[Field]) -> Iterator[tuple[str, list[Field]]]:
    label, values = "", list[Field]()
    for field in fields:
        if field.label:
            if values:
                yield label, values
            label, values = field.label, []
        values.append(field)
    if values:
        yield label, values


def _group(label: str, values: list[Field]) -> str:
    return element("div", worded("dt", label) + "".join(_value(one, "dd") for one in values))


def _value(field: Field, tag: str) -> str:
    first, *others = field.value.split("\n")
    note = (
        element("span", line(with_note("", field.note).strip()), class_="note")
        if field.note
        else ""
    )
    lines = [f"{worded('span', first)} {note}" if note else line(first), *map(line, others)]
    shown = "<br>\n".join(lines)
    quiet = "absent" if field.is_absent else ""
    return element(tag, shown, class_=quiet, **reading(field.value))


def written_prose(blocks: Iterable[TextBlock]) -> str:
    """Return a text of the record as paragraphs and lists."""
    return "\n".join(_text_block(block) for block in blocks)


def _text_block(block: TextBlock) -> str:
    match block:
        case TextParagraph():
            return worded("p", block.text)
        case TextList():
            return _text_list(block)
        case _:
            assert_never(block)


def _text_list(text: TextList) -> str:
    if not text.ordered:
        return stacked("ul", (stacked("li", (written_prose(one.blocks),)) for one in text.items))
    has_brackets = all(one.marker.endswith(")") for one in text.items)
    kind = "bracketed" if has_brackets else ""
    return stacked("ol", map(_numbered, text.items), class_=kind)


def _numbered(item: TextItem) -> str:
    """Return an item under the number that the record gives it."""
    match = _NUMBER.match(item.marker)
    number = str(int(match[1])) if match else ""
    return stacked("li", (written_prose(item.blocks),), value=number)


def written_items(items: Iterable[Item]) -> str:
    """Return numbered statements; their numbers are text, so that they are read and copied."""
    # Without bullets some readers take it for no list, unless it says that it is one.
    return stacked("ol", map(_item, items), class_="statements", role="list")


def _item(item: Item) -> str:
    number = element("span", line(item.number), class_="number")
    nested = f"\n{written_items(item.items)}" if item.items else ""
    return element("li", f"{number} {worded('span', item.text)}{nested}")
