"""What somebody should know before reading a record: a study that stopped, dates that passed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.analysis.age_text import age_text
from desktop_app.conventions import date_text
from desktop_app.languages import N_, _, ngettext
from desktop_app.punctuation import listed, listed_long
from desktop_app.study.codes import code_label
from desktop_app.study.completeness import lacking_modules
from desktop_app.study.date_structs import PartialDateStruct
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import DateType, Status
from desktop_app.study.status import StatusModule
from desktop_app.study.study import Study

_STOPPED = (Status.SUSPENDED, Status.TERMINATED, Status.WITHDRAWN)
_GOING_ON = (
    Status.RECRUITING,
    Status.NOT_YET_RECRUITING,
    Status.ACTIVE_NOT_RECRUITING,
    Status.ENROLLING_BY_INVITATION,
    Status.SUSPENDED,
)
# As the registry's glossary explains these terms.
_MEANINGS = {
    Status.NO_LONGER_AVAILABLE: N_("Expanded access was available before and will not be again."),
    Status.TEMPORARILY_NOT_AVAILABLE: N_("Expanded access is expected to be available again."),
    Status.WITHHELD: N_("The registry does not show the details of this study."),
}


class Severity(Enum):
    """How much a notice matters: a note is a hint at the record, not at the study."""

    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Notice:
    """One or two plain sentences for the banner above a study."""

    severity: Severity
    text: str


def notices(study: Study, today: date) -> tuple[Notice, ...]:
    """Return what there is to say about a study on a day, warnings first."""
    protocol = study.protocol_section
    status = protocol.status_module
    return (
        *(Notice(Severity.WARNING, text) for text in _warnings(status, today)),
        *(Notice(Severity.NOTE, text) for text in _date_notes(status, today)),
        *(Notice(Severity.NOTE, text) for text in _age_notes(protocol.eligibility_module)),
    )


def record_notices(study: Study, left_out: Sequence[str] = ()) -> tuple[Notice, ...]:
    """Return what there is to say about the record itself: a part only, or values left out.

    ``left_out`` says of each value that could not be read which it was and why.
    """
    texts = []
    lacking = lacking_modules(study)
    # The registry itself leaves out nearly all of a record that it withholds.
    if lacking and study.protocol_section.status_module.overall_status != Status.WITHHELD:
        part = _("This is a part of a record. It lacks: {parts}.")
        texts.append(part.format(parts=listed(lacking)))
    if left_out:
        unread = ngettext(
            "A value of this record could not be read: {values}.",
            "Values of this record could not be read: {values}.",
            len(left_out),
        )
        texts.append(unread.format(values=listed_long(left_out)))
    return tuple(Notice(Severity.WARNING, text) for text in texts)


def _warnings(status: StatusModule, today: date) -> Iterator[str]:
    overall = status.overall_status
    if isinstance(overall, Status):
        if overall in _STOPPED:
            yield _why_stopped(status, overall)
        elif overall is Status.UNKNOWN:
            yield _last_known(status)
        elif overall in _MEANINGS:
            words = _("{status}. {meaning}")
            yield words.format(status=code_label(overall), meaning=_(_MEANINGS[overall]))
    if _is_past_completion(status, today):
        yield _completion_passed(status.completion_date_struct)


def _why_stopped(status: StatusModule, overall: Status) -> str:
    if not status.why_stopped:
        return _("{status}. The record does not say why.").format(status=code_label(overall))
    return _("{status}. Reason stated: {reason}").format(
        status=code_label(overall), reason=status.why_stopped.plain.strip()
    )


def _last_known(status: StatusModule) -> str:
    known = status.last_known_status
    words = _(
        "Unknown status. The record has not been verified in over two years. "
        "Last known status: {status}."
    )
    label = code_label(known) if isinstance(known, Status) else known
    return words.format(status=label or _("not stated"))


def _is_past_completion(status: StatusModule, today: date) -> bool:
    return status.overall_status in _GOING_ON and _is_past(status.completion_date_struct, today)


def _is_past(stated: PartialDateStruct, today: date) -> bool:
    """Tell whether the last day that the date may mean is over."""
    return stated.date is not None and stated.date.last_day < today


def _completion_passed(stated: PartialDateStruct) -> str:
    match stated.type:
        case DateType.ESTIMATED:
            words = _("Its planned completion date, {date}, has passed.")
        case DateType.ACTUAL:
            words = _("Its actual completion date, {date}, has passed.")
        case _other:
            words = _("Its completion date, {date}, has passed.")
    return words.format(date=date_text(stated.date) if stated.date else "")


def _start_passed(stated: PartialDateStruct) -> str:
    match stated.type:
        case DateType.ESTIMATED:
            words = _(
                "Its planned start date, {date}, has passed."
                " The record says that it is not yet recruiting."
            )
        case DateType.ACTUAL:
            words = _(
                "Its actual start date, {date}, has passed."
                " The record says that it is not yet recruiting."
            )
        case _other:
            words = _(
                "Its start date, {date}, has passed. The record says that it is not yet recruiting."
            )
    return words.format(date=date_text(stated.date) if stated.date else "")


def _date_notes(status: StatusModule, today: date) -> Iterator[str]:
    start = status.start_date_struct
    if (
        status.overall_status == Status.NOT_YET_RECRUITING
        and _is_past(start, today)
        and not _is_past_completion(status, today)
    ):
        yield _start_passed(start)
    for words, end in (
        (
            _(
                "The record states a primary completion date, {end}, before its start date,"
                " {start}."
            ),
            status.primary_completion_date_struct,
        ),
        (
            _("The record states a completion date, {end}, before its start date, {start}."),
            status.completion_date_struct,
        ),
    ):
        if start.date and end.date and end.date.last_day < start.date.first_day:
            yield words.format(end=date_text(end.date), start=date_text(start.date))
            return


def _age_notes(eligibility: EligibilityModule) -> Iterator[str]:
    low, high = eligibility.minimum_age, eligibility.maximum_age
    if low is None or high is None or low.is_no_limit or high.is_no_limit:
        return
    if low.in_days > high.in_days:
        words = _("The record states a minimum age, {low}, above its maximum age, {high}.")
        yield words.format(low=age_text(low), high=age_text(high))
