"""What every file says of the record that it was made from: which one, how old, from where."""

from dataclasses import dataclass
from datetime import date

from desktop_app import APPLICATION, __version__
from desktop_app.analysis.checks import notices, record_notices
from desktop_app.conventions import date_text
from desktop_app.export.source import Source
from desktop_app.languages import N_, _
from desktop_app.presentation.context import Context
from desktop_app.presentation.header import StudyHeader, study_header
from desktop_app.presentation.record.addresses import registry_address
from desktop_app.presentation.wording import is_not_applicable, is_stated
from desktop_app.study.dates import PartialDate
from desktop_app.study.summary import record_date

REGISTRY = "ClinicalTrials.gov"
WARNING = N_("Summary of a public registry record. Not the approved protocol, not medical advice.")


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
    header = study_header(study)
    told = (
        *record_notices(study, _left_out(source.context)),
        # Without a day nothing is said that depends on it.
        *(notices(study, today) if today else ()),
    )
    return About(
        title=header.title,
        marks=marks_of(header),
        facts=header.facts,
        notices=tuple(notice.text for notice in told),
        record=record_words(source.nct_id, record_date(study)),
        address=registry_address(source.nct_id),
        document=f"{source.document_name}, SHA-256 {source.document_sha256}",
        made=made(today),
    )


def source_words(told: About) -> str:
    """Return which record a file was made from, as its foot says it."""
    return _("Source: {record}").format(record=told.record)


def document_words(told: About) -> str:
    """Return which document a file was made from, as its foot says it."""
    return _("Source document: {document}").format(document=told.document)


def _left_out(context: Context) -> tuple[str, ...]:
    return context.provenance.left_out if context.provenance else ()


def made(today: date | None) -> str:
    """Return by what a file was made, and when where a day is given."""
    application = f"{APPLICATION} {__version__}"
    if today is None:
        return _("Made by {application}").format(application=application)
    return _("Made on {date} by {application}").format(
        date=date_text(today), application=application
    )


def marks_of(header: StudyHeader) -> tuple[str, ...]:
    """Return what tells which study it is and where it stands, each understood by itself."""
    phase = _phase(header.phase)
    marks = (header.nct_id, header.org_study_id, str(header.status), phase, header.study_type)
    return tuple(mark for mark in marks if mark)


def _phase(phase: str) -> str:
    """Return a phase as it is understood without a label beside it."""
    if phase and not is_stated(phase):
        return _("Phase not stated")
    return _("Phase not applicable") if is_not_applicable(phase) else phase


def record_words(nct_id: str, version: PartialDate | str | None) -> str:
    """Return which record a file was made from; either may be empty, or say ``Not stated``."""
    # Translators: {version} is "version of 2026-11-22" or "version date not stated".
    return _("{registry} record {number}, {version}").format(
        registry=REGISTRY, number=number_words(nct_id), version=version_words(version)
    )


def number_words(nct_id: str) -> str:
    """Return the number of a record, or that it has none."""
    return nct_id if is_stated(nct_id) else _("number not stated")


def version_words(version: PartialDate | str | None) -> str:
    """Return which version of a record it is, by its date: ``version of 2026-11-22``."""
    if not version or not is_stated(str(version)):
        return _("version date not stated")
    return _("version of {date}").format(date=_dated(version))


def record_date_words(version: PartialDate | str | None) -> str:
    """Return of which day a record is: ``record of 2026-11-22``."""
    if not version or not is_stated(str(version)):
        return _("record date not stated")
    return _("record of {date}").format(date=_dated(version))


def _dated(version: PartialDate | str) -> str:
    """Return a date in words; one that is a text is in words already."""
    return version if isinstance(version, str) else date_text(version)
