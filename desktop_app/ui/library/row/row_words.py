"""The words of a row that depend on how much room there is."""

from desktop_app.languages import N_, _, ngettext
from desktop_app.study.listed_codes import EnrollmentType
from desktop_app.study.summary import StudySummary
from desktop_app.ui.models.row_marks import RowMarks, days_left_words
from desktop_app.ui.models.study_words import enrollment_of, no_enrollment, no_enrollment_briefly

_FULL, _SHORT = N_("n = {number} {kind}"), N_("{number} {kind}")
_OTHER_KIND = (_FULL, _SHORT)
_KINDS = {
    # Translators: abbreviation of "actual", behind a number of participants.
    EnrollmentType.ACTUAL: (_FULL, _SHORT, N_("{number} act.")),
    # Translators: abbreviation of "estimated", behind a number of participants.
    EnrollmentType.ESTIMATED: (_FULL, _SHORT, N_("{number} est.")),
    "": (
        N_("n = {number}, type not stated"),
        N_("n = {number}, no type"),
        N_("{number}, no type"),
    ),
}
"""How an enrollment of a type is told, the fullest first."""


def end_phrases(summary: StudySummary, marks: RowMarks) -> tuple[str, ...]:
    """Return what ends the first line, the fullest first: of what is in the trash, for how long."""
    if marks.end_words:
        return marks.end_words
    if marks.days_left is None:
        return enrollment_phrases(summary)
    brief = ngettext("{count} day left", "{count} days left", marks.days_left)
    return days_left_words(marks.days_left), brief.format(count=marks.days_left)


def enrollment_phrases(summary: StudySummary) -> tuple[str, ...]:
    """Return the enrollment with its kind, the fullest first: ``n = 12 estimated``."""
    number, kind = enrollment_of(summary)
    if not number:
        return (no_enrollment(summary), no_enrollment_briefly(summary))
    texts = _KINDS.get(summary.enrollment_type, _OTHER_KIND)
    return tuple(_(text).format(number=number, kind=kind) for text in texts)


def narrowest_line() -> str:
    """Return a first line that is never cut: 5… is another number than 5796."""
    return f"NCT00000000  {_('{number} est.').format(number=99999)}"
