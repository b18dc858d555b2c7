"""Text elements that the registry keeps as CommonMark, which is paragraphs, lists and escapes.

Only some elements are markup; the rest are plain text, in which ``<`` and ``*`` are themselves.
Emphasis, links, headings, code and HTML do not occur as markup in records, so they are not
interpreted: their characters are the record's words and stay.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LIST_SEPARATOR = re.compile(r"^[ \t]*<!-- -->[ \t]*$\n?", re.MULTILINE)
"""What the registry writes between two lists that would otherwise be one; no word of a record."""
_TOO_DEEP = re.compile(r"^[ \t]{40}|(?:[*+-][ \t]+|\d{1,9}[.)][ \t]+){20}", re.MULTILINE)
"""Lists that nobody nests so; the parser would leave out what it finds in them."""
_LIST_OR_BREAK = re.compile(r"^[ \t]*(?:[*+-]|\d{1,9}[.)])(?:[ \t]|$)|\\$", re.MULTILINE)
"""What needs the parser; all else is paragraphs, which most texts are and which is quick."""
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_LONGEST_TEXT = 320_000
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph; ``\\n`` in it is a line break of the author's."""

    text: str


@dataclass(frozen=True, slots=True)
class TextItem:
    """An item of a list: its marker as written (``*``, ``3.``) and what it holds."""

    marker: str
    blocks: tuple["TextBlock", ...]


@dataclass(frozen=True, slots=True)
class TextList:
    """A list, ordered or not, that may hold lists."""

    ordered: bool
    items: tuple[TextItem, ...]


TextBlock = TextParagraph | TextList


@dataclass(frozen=True, slots=True)
class MarkupText:
    """A text element in the registry's markup; ``source`` is what the record holds."""

    source: str

    @property
    def body(self) -> str:
        """Return the source without the registry's own marks between lists."""
        return _LIST_SEPARATOR.sub("", self.source)

    @property
    def is_overlong(self) -> bool:
        """Tell whether the text is ten times what the registry takes; lists in it are not read."""
        return len(self.source) > _LONGEST_TEXT

    @property
    def plain(self) -> str:
        """Return the text with its escapes undone and its lines as they are."""
        return unescape(self.body)

    @property
    def blocks(self) -> tuple[TextBlock, ...]:
        """Return the text as paragraphs and nested lists."""
        text = self.body
        if self.is_overlong or _TOO_DEEP.search(text) or not _LIST_OR_BREAK.search(text):
            return tuple(_paragraphs(text))
        return tuple(_read_blocks(iter(_parser().parse(text))))

    def __bool__(self) -> bool:
        return bool(self.source.strip())

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.union_schema(
            [
                core_schema.is_instance_schema(cls),
                core_schema.no_info_after_validator_function(cls, core_schema.str_schema()),
            ],
            mode="left_to_right",
            serialization=core_schema.plain_serializer_function_ser_schema(lambda m: m.source),
        )


def unescape(text: str) -> str:
    """Undo backslash escapes: ``9\\*10\\^7`` is ``9*10^7``."""
    return _ESCAPE.sub(r"\1", text)


def _paragraphs(text: str) -> Iterator[TextParagraph]:
    for part in _BLANK_LINES.split(text):
        lines = "\n".join(line.strip(" \t") for line in part.split("\n")).strip("\n")
        if lines.strip():
            yield TextParagraph(unescape(lines))


@cache
def _parser() -> "MarkdownIt":
    # Imported when first needed: it takes longer to import than to start the window's first pane.
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"maxNesting": 100}).enable(["list", "escape", "newline"])


def _read_blocks(tokens: Iterator["Token"]) -> Iterator[TextBlock]:
    """Yield the blocks up to the token that closes the element the iterator stands in."""
    for token in tokens:
        if token.type == "inline":
            yield TextParagraph(_inline_text(token))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield TextList(token.type[0] == "o", tuple(_read_items(tokens)))
        elif token.type in ("list_item_close", "bullet_list_close", "ordered_list_close"):
            return


def _read_items(tokens: Iterator["Token"]) -> Iterator[TextItem]:
    for token in tokens:
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup}" if token.info else token.markup
            yield TextItem(marker, tuple(_read_blocks(tokens)))
        else:
            return


def _inline_text(token: "Token") -> str:
    parts = []
    for child in token.children or ():
        parts.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
    return "".join(parts)
