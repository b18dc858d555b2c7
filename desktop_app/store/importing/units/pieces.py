"""The studies of a content that holds several."""

import io
import json
import re
from collections.abc import Iterator

from desktop_app.readers.quick_pieces import QuickPiece, Rest, quick_pieces
from desktop_app.store.importing.units.unit import WHOLE_BYTES

_AFTER_LAST = re.compile(rb'[\s,]*(\]?\s*(,\s*"\w+"\s*:\s*("[^"\\]*"|[\d.]+)\s*)*\}?)?\s*\Z')
"""What may stand behind the last study: the end of an array, or of an answer of the API."""


def documents_in(content: bytes) -> Iterator[bytes | None]:
    """Yield the studies of a content that holds several; None where it has to be read patiently."""
    stream = io.BytesIO(content)
    for piece in quick_pieces(stream):
        if isinstance(piece, QuickPiece):
            yield piece.content
        else:
            yield last_study(piece)


def last_study(rest: Rest) -> bytes | None:
    """Return the last study of a file, without what ends the file."""
    if len(rest.content) > WHOLE_BYTES:
        return None
    text = rest.content.decode("utf-8", "replace")
    try:
        _value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    content = text[:end].encode()
    if not rest.content.startswith(content):
        return None
    return content if _AFTER_LAST.match(rest.content, len(content)) else None
