"""How the full record begins: its title, where the study stands, and what the paper is not."""

from collections.abc import Iterator

from desktop_app.analysis.checks import notices, record_notices
from desktop_app.export.flow.pieces import Piece, spaced
from desktop_app.export.flow.sections import Measure, heading_piece, section_pieces
from desktop_app.export.flow.texts import text_block
from desktop_app.export.source import Source
from desktop_app.export.typesetting.setting import Setting
from desktop_app.presentation.header import study_header
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.presentation.wording import NOT_STATED
from desktop_app.study.summary import record_date

SUMMARY_NOTE = (
    "Printed from a public registry record. Not the approved protocol, not medical advice."
)


def opening_pieces(
    setting: Setting, source: Source, printed: str, measure: Measure
) -> Iterator[Piece]:
    """Yield what stands before the contents."""
    study = source.study
    today = source.context.today
    assert today is not None
    header = study_header(study, today)
    marks = [header.nct_id, header.org_study_id, header.status.word, header.phase]
    line = " · ".join(mark for mark in (*marks, header.study_type) if mark)
    yield Piece(text_block(setting, line, measure.width, setting.strong))
    yield heading_piece(setting, header.title, measure.width, 0)
    yield Piece(text_block(setting, " · ".join(header.facts), measure.width), above=setting.size)
    told = (*record_notices(study), *notices(study, today))
    for notice in told:
        text = text_block(setting, notice.text, measure.width, setting.strong)
        yield Piece(text, above=setting.size * 0.5)
    about = Section("", (FieldList(_about(source, printed)),))
    yield from spaced(section_pieces(setting, (about,), measure, 1), setting.gap)


def _about(source: Source, printed: str) -> tuple[Field, ...]:
    return (
        Field("Source", f"ClinicalTrials.gov record {source.nct_id or NOT_STATED}"),
        Field("Version", str(record_date(source.study) or NOT_STATED)),
        Field("File", f"{source.document_name}, SHA-256 {source.document_sha256}"),
        Field("Printed on", printed),
        Field("What it is", SUMMARY_NOTE),
    )
