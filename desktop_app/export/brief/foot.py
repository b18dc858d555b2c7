"""The foot of the brief: where it comes from, when it was printed, what was shortened."""

from desktop_app.export.about import WARNING, record_words
from desktop_app.export.phrases import page_words, printed, shortened_words
from desktop_app.export.typesetting.blocks import Block, Code, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.setting import FLOOR, QUIET, Setting, Style
from desktop_app.export.typesetting.tags import DECORATION, PARAGRAPH
from desktop_app.languages import _
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
    counted = page_words(1, 1)
    counted_width = setting.width(counted, plain)
    text = stacked(
        (
            setting.paragraph(_(WARNING), width - left - counted_width - size, Style(size, BOLD)),
            setting.paragraph(_source(brief, document_sha256), width - left, plain),
            setting.paragraph(_printed(brief), width - left, Style(size)),
        )
    )
    page = setting.paragraph(counted, width, plain).tagged(DECORATION)
    at = width - counted_width
    parts = [(left, 6.0, text), (at, 6.0, page)]
    if code:
        parts.append((0.0, 8.0, Block(_CODE_SIDE, (code,), tag=PARAGRAPH)))
    height = max(_CODE_SIDE + 8 if code else 0.0, text.height + 6)
    return Block(height, (Line(0, 0, width, 0),), tuple(parts))


def _source(brief: Brief, document_sha256: str) -> str:
    identity = brief.identity
    shown = document_sha256[:_HASH_DIGITS] + ("…" if len(document_sha256) > _HASH_DIGITS else "")
    record = record_words(identity.nct_id, identity.record_date)
    return _("Source: {record} · file SHA-256 {hash}").format(record=record, hash=shown)


def _printed(brief: Brief) -> str:
    return f"{printed(brief.printed)} · {shortened_words(shortenings(brief))}"
