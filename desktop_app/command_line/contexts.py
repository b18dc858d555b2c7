"""What the tabs may know beside the study, for a record that is read and not opened."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from desktop_app.command_line.inputs import Inputs
from desktop_app.export.source import Source, file_stem
from desktop_app.presentation.context import Context, HeldVersion, Provenance
from desktop_app.readers.reading import ReadRecord, SourceFormat
from desktop_app.study.summary import record_date

SUFFIXES = {
    SourceFormat.CTGOV_JSON: ".json",
    SourceFormat.CTGOV_XML: ".xml",
    SourceFormat.REGISTRY_PAGE: ".txt",
}
"""How the names of source documents end."""


def context_of_record(record: ReadRecord, today: date) -> Context:
    """Return where a record came from and what was odd in it; the library is not looked at."""
    document = record.document
    shown = HeldVersion(
        sha256=_sha256(record),
        format=document.format.value,
        origin=document.origin,
        size=len(document.content),
        record_date=str(record_date(record.study) or ""),
        is_shown=True,
    )
    oddities = tuple(str(oddity) for oddity in record.oddities)
    left_out = tuple(oddity.told for oddity in record.oddities if oddity.leaves_out)
    return Context(today=today, provenance=Provenance(shown, oddities, left_out=left_out))


def source_of_record(record: ReadRecord, today: date) -> Source:
    """Return a record as it is put on paper or in a file."""
    return Source(
        study=record.study,
        document=record.document.content,
        document_name=file_stem(record.study) + SUFFIXES[record.document.format],
        document_sha256=_sha256(record),
        context=context_of_record(record, today),
    )


def sources_of(inputs: Inputs, words: Iterable[str], today: date) -> Iterator[Source]:
    """Yield the records that words mean one by one, so that only one is held at a time."""
    for word in words:
        for record in inputs.records(word):
            yield source_of_record(record, today)


def _sha256(record: ReadRecord) -> str:
    return hashlib.sha256(record.document.content).hexdigest()
