"""Takes a long tab apart: what is shown at a time, and which tables are too long for a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.presentation.section import Block, Section, Table

_LONGEST_IN_TEXT = 60
"""Rows; a longer table is scrolled by itself."""
_FEW_ROWS, _MANY_CELLS = 20, 240
"""A table at the end of a part is scrolled by itself if it has more of both."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown at a time: a text, and below it a long table where there is one.

    ``group`` names the section that the part belongs to, empty for one that stands by itself.
    """

    section: Section
    table: Table | None = None
    group: str = ""

    @property
    def title(self) -> str:
        """What the list of parts calls it."""
        return self.section.title or (self.table.name if self.table is not None else "")


def parts_of(sections: Sequence[Section]) -> tuple[Part, ...]:
    """Return the parts of a tab in reading order; nothing of the sections is left out."""
    return tuple(part for section in sections for part in _taken_apart(section, ""))


def _taken_apart(section: Section, group: str) -> Iterator[Part]:
    """Give every long table a part of its own where a section has more than one."""
    last = _large_table_at_end(section)
    if last is not None:
        yield Part(replace(section, blocks=section.blocks[:-1]), last, group)
        return
    holders = [block for block in section.blocks if _long_tables(block)]
    if sum(_long_tables(block) for block in holders) <= 1:
        yield _with_table(section, group)
        return
    rest = tuple(block for block in section.blocks if block not in holders)
    if rest or section.note:
        yield Part(replace(section, blocks=rest), group=group)
    for block in holders:
        if isinstance(block, Section):
            yield from _taken_apart(block, group or section.title)
        elif isinstance(block, Table):
            titled = Section(block.name or section.title, ())
            yield Part(titled, block, group or section.title)


def _long_tables(block: Block) -> int:
    if isinstance(block, Section):
        return sum(_long_tables(inner) for inner in block.blocks)
    return int(_is_long(block))


def _is_long(block: Block) -> bool:
    return isinstance(block, Table) and len(block.rows) > _LONGEST_IN_TEXT


def _large_table_at_end(section: Section) -> Table | None:
    """Return the table in which a section ends if it is large and the only one in the section."""
    last = section.blocks[-1] if section.blocks else None
    if not isinstance(last, Table) or any(_tables(block) for block in section.blocks[:-1]):
        return None
    is_large = len(last.rows) > _FEW_ROWS and len(last.rows) * len(last.columns) > _MANY_CELLS
    return last if is_large else None


def _tables(block: Block) -> int:
    if isinstance(block, Section):
        return sum(_tables(inner) for inner in block.blocks)
    return int(isinstance(block, Table))


def _with_table(section: Section, group: str) -> Part:
    found: list[Table] = []
    return Part(_without(section, found), found[0] if found else None, group)


def _without(section: Section, found: list[Table]) -> Section:
    """Return a section without its long tables, which are added to what is found."""
    if not _long_tables(section):
        return section
    kept: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Table) and _is_long(block):
            found.append(block)
        else:
            kept.append(_without(block, found) if isinstance(block, Section) else block)
    return replace(section, blocks=tuple(kept))
