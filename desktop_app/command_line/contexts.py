"""What the tabs may know beside the study, for a record that is read and not opened."""

import hashlib
from datetime import date

from desktop_app.presentation.context import Context, HeldVersion, Provenance
from desktop_app.readers.reading import ReadRecord
from desktop_app.study.summary import record_date


def context_of_record(record: ReadRecord, today: date) -> Context:
    """Return where a record came from and what was odd in it; the library is not looked at."""
    document = record.document
    shown = HeldVersion(
        sha256=hashlib.sha256(document.content).hexdigest(),
        format=document.format.value,
        origin=document.origin,
        size=len(document.content),
        record_date=str(record_date(record.study) or ""),
        is_shown=True,
    )
    oddities = tuple(str(oddity) for oddity in record.oddities)
    return Context(today=today, provenance=Provenance(shown, oddities))
