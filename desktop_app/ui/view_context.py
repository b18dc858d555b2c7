"""What the tabs may know beside the study that is shown, taken from the library."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.analysis.checks import Notice, Severity
from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.presentation.context import Context, HeldStudy, HeldVersion, Provenance
from desktop_app.readers.encodings import to_utf8
from desktop_app.store.library import Library, StoredStudy
from desktop_app.store.versions import StoredVersion
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.study.summary import StudySummary

_NUMBER = re.compile(rb"NCT(?:\\[NRT]|[^0-9A-Z]){0,6}([0-9]{8})(?![0-9])")
"""Looked for in capitals: three letters that are fixed are found three times as quickly."""
_MOST_LOOKED_UP = 500
"""No real record names a tenth of that; of one that does, it is not said what is not held."""


def context_of(stored: StoredStudy, library: Library, today: date) -> Context:
    """Return what may be known beside a study of the library; takes a few milliseconds.

    Raises StoreError when the disk or the file fails.
    """
    numbers = _numbers_in(to_utf8(stored.document.content))
    return Context(
        today=today,
        provenance=Provenance(
            shown=held_version(stored.version, stored.version.id),
            oddities=tuple(str(oddity) for oddity in stored.oddities),
            versions=_versions(stored, library.versions(stored.version.nct_id)),
            left_out=tuple(oddity.told for oddity in stored.oddities if oddity.leaves_out),
        ),
        held=dict(_held(library, numbers[:_MOST_LOOKED_UP])),
        knows_library=len(numbers) <= _MOST_LOOKED_UP,
    )


def _versions(stored: StoredStudy, versions: Sequence[StoredVersion]) -> tuple[HeldVersion, ...]:
    return tuple(held_version(version, stored.version.id) for version in versions)


def held_version(version: StoredVersion, shown_id: int) -> HeldVersion:
    """Return a version of the library as the tabs and lists of versions know it."""
    return HeldVersion(
        sha256=version.sha256,
        format=version.format.value,
        origin=version.origin,
        size=version.size,
        record_date=str(version.record_date or ""),
        imported_at=version.imported_at,
        is_shown=version.id == shown_id,
        id=version.id,
    )


def _numbers_in(document: bytes) -> tuple[str, ...]:
    """Return every number that the source holds: all that the record refers to, found quickly."""
    numbers = dict.fromkeys(int(match[1]) for match in _NUMBER.finditer(document.upper()))
    return tuple(format_nct_id(number) for number in numbers if number)


def _held(library: Library, nct_ids: Sequence[str]) -> Iterator[tuple[str, HeldStudy]]:
    for nct_id in nct_ids:
        summary = library.summary(nct_id)
        if summary is not None:
            yield nct_id, _held_study(summary)


def _held_study(summary: StudySummary) -> HeldStudy:
    return HeldStudy(summary.brief_title, summary.overall_status or None, summary.phases)


def older_version_notices(stored: StoredStudy) -> tuple[Notice, ...]:
    """Return what is to be said where a version is shown that is not the current one."""
    if stored.is_current:
        return ()
    when = stored.version.record_date
    text = (
        _("This is an older version of the record, of {date}. Your library holds a newer one.")
        if when
        else _(
            "This is an older version of the record, whose date is not stated. Your library holds"
            " a newer one."
        )
    ).format(date=date_text(when) if when else "")
    return (Notice(Severity.WARNING, text),)
