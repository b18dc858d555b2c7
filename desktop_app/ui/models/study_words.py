"""What the list says of a study, in words."""

from desktop_app.languages import _, ngettext
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import enrollment_words, is_enrollment_stated, phase_words
from desktop_app.punctuation import listed
from desktop_app.study.listed_codes import EnrollmentType, Phase, StudyType
from desktop_app.study.summary import StudySummary


def drawn_text(text: str) -> str:
    """Return a text of a record as `visible_text` does, which most texts need not load."""
    if text.isprintable():
        return text
    from desktop_app.ui.panes.visible_text import visible_text

    return visible_text(text)


def title_of(summary: StudySummary) -> str:
    """Return the title, or that there is none."""
    return summary.brief_title or _("No title in this record")


def phase_phrase(summary: StudySummary) -> str:
    """Return the phase so that it can stand alone: ``Phase 2``, ``Phase not stated``."""
    phases = [Phase.__members__.get(phase, phase) for phase in summary.phases]
    if phases and phases != [Phase.NA]:
        return phase_words(phases)
    is_missing = not phases and summary.study_type in ("", StudyType.INTERVENTIONAL)
    return _("Phase not stated") if is_missing else _("Phase not applicable")


class _Enrollment:
    """What a row knows of the number of participants, as the whole record has it."""

    def __init__(self, summary: StudySummary) -> None:
        kind = summary.enrollment_type
        self.count = summary.enrollment_count
        self.type: str = EnrollmentType.__members__.get(kind, kind)


def enrollment_of(summary: StudySummary) -> tuple[str, str]:
    """Return the number of participants and its kind, both empty where there is no number."""
    info = _Enrollment(summary)
    return enrollment_words(info) if is_enrollment_stated(info) else ("", "")


def no_enrollment(summary: StudySummary) -> str:
    """Return why there is no number: an expanded access record enrolls nobody into a study."""
    if summary.study_type == StudyType.EXPANDED_ACCESS:
        return _("enrollment not applicable")
    return _("enrollment not stated")


def no_enrollment_briefly(summary: StudySummary) -> str:
    """Return the same for where there is little room."""
    if summary.study_type == StudyType.EXPANDED_ACCESS:
        return _("n not applicable")
    return _("n not stated")


def spoken_summary(summary: StudySummary, *others: str) -> str:
    """Return a study as a screen reader says it, with what else is to be said of it."""
    number, kind = enrollment_of(summary)
    participants = no_enrollment(summary)
    if number:
        count = summary.enrollment_count or 0
        words = ngettext("{count} participant {kind}", "{count} participants {kind}", count)
        participants = words.format(count=number, kind=kind)
    return listed(
        (
            summary.nct_id,
            title_of(summary),
            status_look(summary.overall_status).word,
            phase_phrase(summary),
            participants,
            *others,
        )
    )
