"""The foot of the brief: where it comes from, when it was printed, what was shortened."""

from desktop_app import APPLICATION, __version__
from desktop_app.export.about import WARNING, record_words
from desktop_app.export.typesetting.blocks import Block, Code, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.setting import FLOOR, QUIET, Setting, Style
from desktop_app.export.typesetting.tags import DECORATION, PARAGRAPH
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.brief.shortenings import shortenings

_CODE_SIDE = 46.0
_HASH_DIGITS = 16


def foot(setting: Setting, brief: Brief, document_sha256: str, width: float) -> Block:
    """Return the foot below its rule; its type does not grow with the page."""
    size = FLOOR + (0.5 if setting.size >= 9 else 0.0)
    code = Code(brief.identity.address, 0.0, 0.0, _CODE_SIDE) if brief.identity.address else None
    left = _CODE_SIDE + 10 if code else 0.0
    plain = Style(size, REGULAR, QUIET)
    text = stacked(
        (
            setting.paragraph(WARNING, width - left - 40, Style(size, BOLD)),
            setting.paragraph(_source(brief, document_sha256), width - left, plain),
            setting.paragraph(_printed(brief), width - left, Style(size)),
        )
    )
    page = setting.paragraph("1 of 1", width, plain).tagged(DECORATION)
    at = width - setting.width("1 of 1", plain)
    parts = [(left, 6.0, text), (at, 6.0, page)]
    if code:
        parts.append((0.0, 8.0, Block(_CODE_SIDE, (code,), tag=PARAGRAPH)))
    height = max(_CODE_SIDE + 8 if code else 0.0, text.height + 6)
    return Block(height, (Line(0, 0, width, 0),), tuple(parts))


def _source(brief: Brief, document_sha256: str) -> str:
    identity = brief.identity
    shown = document_sha256[:_HASH_DIGITS] + ("…" if len(document_sha256) > _HASH_DIGITS else "")
    record = record_words(identity.nct_id, identity.record_date)
    return f"Source: {record} · file SHA-256 {shown}"


def _printed(brief: Brief) -> str:
    named = ", ".join(shortenings(brief))
    printed = f"Printed on {brief.printed.isoformat()} by {APPLICATION} {__version__}"
    return f"{printed} · " + (f"Shortened: {named}." if named else "Nothing was shortened.")
