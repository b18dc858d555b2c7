"""What every file says of the record that it was made from: which one, how old, from where."""

from dataclasses import dataclass
from datetime import date

from desktop_app import APPLICATION, __version__
from desktop_app.analysis.checks import notices, record_notices
from desktop_app.export.source import Source
from desktop_app.presentation.context import Context
from desktop_app.presentation.header import StudyHeader, study_header
from desktop_app.presentation.record.addresses import registry_address
from desktop_app.presentation.wording import NOT_STATED
from desktop_app.study.dates import PartialDate
from desktop_app.study.summary import record_date

LEFT_OUT = " is left out: "
"""What the note of a value says that the study lacks because it could not be read."""
NOT_THE_PROTOCOL = "Not the approved protocol, not medical advice."
WARNING = f"Summary of a public registry record. {NOT_THE_PROTOCOL}"


@dataclass(frozen=True, slots=True)
class About:
    """The head and the foot of a file.

    ``marks`` tell which study it is and where it stands, ``facts`` are phrases, ``notices`` are
    what has to be known before reading. ``address`` is empty where the registry shows no record.
    """

    title: str
    marks: tuple[str, ...]
    facts: tuple[str, ...]
    notices: tuple[str, ...]
    record: str
    address: str
    document: str
    made: str


def about(source: Source) -> About:
    """Return what there is to say of a record."""
    today = source.context.today
    study = source.study
    header = study_header(study, today or date.min)
    # Without a day nothing is said that depends on it.
    facts = header.facts if today else header.facts[:-1]
    told = (
        *record_notices(study, _left_out(source.context)),
        *(notices(study, today) if today else ()),
    )
    return About(
        title=header.title,
        marks=_marks(header),
        facts=facts,
        notices=tuple(notice.text for notice in told),
        record=record_words(source.nct_id, record_date(study)),
        address=registry_address(source.nct_id),
        document=f"{source.document_name}, SHA-256 {source.document_sha256}",
        made=made(today),
    )


def _left_out(context: Context) -> tuple[str, ...]:
    oddities = context.provenance.oddities if context.provenance else ()
    return tuple(oddity for oddity in oddities if LEFT_OUT in oddity)


def made(today: date | None) -> str:
    """Return by what a file was made, and when where a day is given."""
    when = f" on {today.isoformat()}" if today else ""
    return f"Made{when} by {APPLICATION} {__version__}"


def _marks(header: StudyHeader) -> tuple[str, ...]:
    phase = f"Phase {header.phase.lower()}" if header.phase.startswith("Not ") else header.phase
    marks = (header.nct_id, header.org_study_id, str(header.status), phase, header.study_type)
    return tuple(mark for mark in marks if mark)


def record_words(nct_id: str, version: PartialDate | str | None) -> str:
    """Return which record a file was made from; either may be empty, or say ``Not stated``."""
    number = nct_id if nct_id not in ("", NOT_STATED) else f"number {NOT_STATED.lower()}"
    return f"ClinicalTrials.gov record {number}, {version_words(version)}"


def version_words(version: PartialDate | str | None) -> str:
    """Return which version of a record it is, by its date: ``version of 2026-11-22``."""
    is_stated = version and version != NOT_STATED
    return f"version of {version}" if is_stated else f"version date {NOT_STATED.lower()}"
