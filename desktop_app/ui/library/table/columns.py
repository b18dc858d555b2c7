"""The columns of the table of studies."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.conventions import date_text
from desktop_app.languages import N_, _
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import not_stated
from desktop_app.punctuation import as_recorded, with_note
from desktop_app.store.search import SortColumn
from desktop_app.study.codes import code_label
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import StudyType
from desktop_app.study.summary import StudySummary
from desktop_app.ui.models.row_marks import RowMarks, mark_words
from desktop_app.ui.models.study_words import enrollment_of, no_enrollment, phase_phrase, title_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what stands in it, its width in digits, and by what it is sorted."""

    id: str
    name: str
    words: Callable[[StudySummary, RowMarks], str]
    digits: int
    sorted_by: SortColumn | None = None
    is_shown_at_first: bool = True

    @property
    def label(self) -> str:
        """Return its heading."""
        return _(self.name)


def _date(date: PartialDate | None) -> str:
    return date_text(date) if date else not_stated()


def _type(study: StudySummary, _marks: RowMarks) -> str:
    kind = study.study_type
    return code_label(StudyType.__members__.get(kind, kind)) if kind else not_stated()


def _enrollment(study: StudySummary, _marks: RowMarks) -> str:
    number, kind = enrollment_of(study)
    return with_note(number, kind) if number else no_enrollment(study)


def _marks(_study: StudySummary, marks: RowMarks) -> str:
    return as_recorded(mark_words(marks))


COLUMNS: tuple[Column, ...] = (
    Column("number", N_("NCT Number"), lambda s, _m: s.nct_id, 13, SortColumn.NUMBER),
    Column("title", N_("Title"), lambda s, _m: title_of(s), 60, SortColumn.TITLE),
    Column("status", N_("Status"), lambda s, _m: str(status_look(s.overall_status)), 24,
           SortColumn.STATUS),
    Column("phase", N_("Phase"), lambda s, _m: phase_phrase(s), 18, SortColumn.PHASE),
    Column("type", N_("Study type"), _type, 16, SortColumn.TYPE, is_shown_at_first=False),
    Column("enrollment", N_("Enrollment"), _enrollment, 18, SortColumn.ENROLLMENT),
    Column("conditions", N_("Conditions"), lambda s, _m: as_recorded(s.conditions), 36),
    Column("sponsor", N_("Lead sponsor"), lambda s, _m: s.lead_sponsor or not_stated(), 30,
           SortColumn.SPONSOR),
    Column("start", N_("Start"), lambda s, _m: _date(s.start_date), 13, SortColumn.START),
    Column("completion", N_("Completion"), lambda s, _m: _date(s.completion_date), 13,
           SortColumn.COMPLETION, is_shown_at_first=False),
    Column("updated", N_("Last update"), lambda s, _m: _date(s.record_date), 13,
           SortColumn.UPDATED),
    Column("marks", N_("Your marks"), _marks, 24),
)  # fmt: skip
