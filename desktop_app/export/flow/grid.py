"""The few facts that are read first, several in a row."""

from collections.abc import Iterator, Sequence

from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.texts import text_block
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import ITEM, ITEM_BODY, ITEM_LABEL, Role, Tag
from desktop_app.presentation.section import Field
from desktop_app.punctuation import with_note

_CELL = 13.0
"""How wide a cell is at least, in type sizes."""
_MOST = 4


def grid_pieces(setting: Setting, fields: Sequence[Field], width: float) -> Iterator[Piece]:
    """Yield rows of facts, each with its label above it."""
    columns = max(1, min(_MOST, int(width / (_CELL * setting.size))))
    path = (Tag(Role.LIST, key=object()),)
    cell = width / columns
    for start in range(0, len(fields), columns):
        row = [_fact(setting, field, cell - setting.size) for field in fields[start:][:columns]]
        parts = tuple((cell * at, 0.0, block) for at, block in enumerate(row))
        height = max(block.height for block in row)
        yield Piece(Block(height, (), parts), path=path, above=setting.size * 0.5)


def _fact(setting: Setting, field: Field, width: float) -> Block:
    label = setting.paragraph(field.label, width, setting.small)
    said = with_note(field.value, field.note)
    value = text_block(setting, said, width, setting.small if field.is_absent else setting.strong)
    named = Block(label.height, (), ((0.0, 0.0, label),), ITEM_LABEL)
    told = Block(value.height, (), ((0.0, 0.0, value),), ITEM_BODY)
    parts = ((0.0, 0.0, named), (0.0, label.height, told))
    return Block(label.height + value.height, (), parts, ITEM)
