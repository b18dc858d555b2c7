"""Writes a brief as a page of HTML: what the printed page says, for whoever listens to it."""

from desktop_app.export.about import About, made, record_date_words, record_words
from desktop_app.export.html.page import sections_html
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.brief.sections import brief_sections, shortened


def brief_html(brief: Brief, document_sha256: str = "") -> str:
    """Return a brief as a page; ``document_sha256`` is that of the record's document."""
    told = _about(brief, document_sha256)
    panes = (("", brief_sections(brief)),)
    return sections_html(told.title, panes, told, has_contents=False)


def _about(brief: Brief, document_sha256: str) -> About:
    identity = brief.identity
    marks = (
        identity.nct_id,
        identity.org_study_id,
        str(identity.status),
        identity.phase,
        identity.study_type,
        record_date_words(identity.record_date),
    )
    return About(
        title=brief.titles.brief,
        marks=tuple(mark for mark in marks if mark),
        facts=(),
        notices=(),
        record=record_words(identity.nct_id, identity.record_date),
        address=identity.address,
        document=f"SHA-256 {document_sha256}" if document_sha256 else "",
        made=f"{made(brief.printed)} · {shortened(brief)}",
    )
