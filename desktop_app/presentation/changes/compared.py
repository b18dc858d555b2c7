"""Names the two records that are compared, so that each is told from the other."""

from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.presentation.changes.content import Compared
from desktop_app.presentation.context import Context
from desktop_app.presentation.origins import short_origin_words
from desktop_app.study.study import Study
from desktop_app.study.summary import record_date

Record = tuple[Study, Context]


def both_compared(old: Record, new: Record) -> tuple[Compared, Compared]:
    """Return the two records by their dates, and by their studies where these are two."""
    numbers = [_number(study) for study, _context in (old, new)]
    is_one_study = numbers[0] == numbers[1]
    first, second = (_compared(*record, is_one_study) for record in (old, new))
    return first, second


def _compared(study: Study, context: Context, is_one_study: bool) -> Compared:
    title = " ".join((study.protocol_section.identification_module.brief_title or "").split())
    number = _number(study)
    which = _version_words(study, context, is_one_study)
    words = which if is_one_study else " · ".join(part for part in (number, title, which) if part)
    return Compared(study, words, number, title)


def _number(study: Study) -> str:
    return study.protocol_section.identification_module.nct_id or ""


def _version_words(study: Study, context: Context, is_told_apart: bool) -> str:
    """Return the date of a record, and where it came from if two of one study are told apart."""
    day = record_date(study)
    parts = [
        _("Record of {date}").format(date=date_text(day))
        if day
        else _("Record of a date not stated")
    ]
    if is_told_apart and context.provenance is not None:
        shown = context.provenance.shown
        if shown.imported_at:
            parts.append(_("imported {date}").format(date=date_text(shown.imported_at)))
        parts.append(short_origin_words(shown.origin))
    return " · ".join(part for part in parts if part)
