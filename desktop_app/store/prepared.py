"""Records made ready for the library: all that can be worked out without looking into it.

This is most of the work of an import. It needs no database, and what comes of it can be sent from
one process to another.
"""

import hashlib
from dataclasses import dataclass

from desktop_app.errors import RecordFormatError
from desktop_app.languages import _
from desktop_app.readers.reading import Oddity, ReadRecord, SourceDocument
from desktop_app.store.study_text import Texts, study_texts, texts_of_number
from desktop_app.study.base import label
from desktop_app.study.completeness import WHOLE, lacking_modules
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.study.study import ProtocolSection, Study
from desktop_app.study.summary import StudySummary, summarize

# Moves every working day, for all studies, whether anything changed or not.
_NOT_CONTENT = {"derived_section": {"misc_info_module": {"version_holder"}}}


@dataclass(frozen=True, slots=True)
class PreparedRecord:
    """A record with what the library keeps of it.

    ``fingerprint`` is equal for equal content, whatever the layout of the document and the day of
    the download. ``lacks`` names the modules that every whole record has and this one has not.
    ``is_readable`` is false for a document of the library that no reader understands any more.
    """

    nct_number: int
    document: SourceDocument
    sha256: bytes
    fingerprint: bytes
    lacks: tuple[str, ...]
    former_numbers: tuple[int, ...]
    summary: StudySummary
    texts: Texts
    oddities: tuple[Oddity, ...] = ()
    is_readable: bool = True


def prepare(record: ReadRecord) -> PreparedRecord:
    """Work out what the library keeps of a record.

    Raises RecordFormatError for a record without an NCT number.
    """
    study = record.study
    nct_number = _nct_number(record)
    return PreparedRecord(
        nct_number=nct_number,
        document=record.document,
        sha256=hashlib.sha256(record.document.content).digest(),
        fingerprint=_fingerprint(record),
        lacks=lacking_modules(study),
        former_numbers=_former_numbers(study, nct_number),
        summary=summarize(study),
        texts=study_texts(study),
        oddities=record.oddities,
    )


def prepare_unreadable(nct_number: int, document: SourceDocument) -> PreparedRecord:
    """Make do for a document that is in the library and can no longer be read."""
    sha256 = hashlib.sha256(document.content).digest()
    return PreparedRecord(
        nct_number=nct_number,
        document=document,
        sha256=sha256,
        fingerprint=sha256[:16],
        lacks=tuple(label(ProtocolSection, module) for module in WHOLE),
        former_numbers=(),
        summary=StudySummary(format_nct_id(nct_number), "", "", "", (), None, "", None),
        texts=texts_of_number(nct_number),
        is_readable=False,
    )


def _nct_number(record: ReadRecord) -> int:
    written = record.study.protocol_section.identification_module.nct_id or ""
    number = parse_nct_number(written)
    if number is None:
        said = (
            _(
                "The record in {file} cannot be kept in the library, which keeps studies by their"
                " NCT number: its number is “{number}”."
            )
            if written.strip()
            else _(
                "The record in {file} cannot be kept in the library, which keeps studies by their"
                " NCT number: it has none."
            )
        )
        raise RecordFormatError(said.format(file=record.document.origin, number=written[:40]))
    return number


def _fingerprint(record: ReadRecord) -> bytes:
    content = record.study.model_dump_json(
        by_alias=True, exclude_defaults=True, exclude=_NOT_CONTENT
    )
    # What could not be read is told by the oddities alone, and is content too.
    odd = "".join(f"\n{oddity.path}\t{oddity.note}" for oddity in record.oddities)
    return hashlib.blake2b((content + odd).encode(), digest_size=16).digest()


def _former_numbers(study: Study, nct_number: int) -> tuple[int, ...]:
    aliases = study.protocol_section.identification_module.nct_id_aliases
    numbers = {parse_nct_number(alias) for alias in aliases}
    return tuple(sorted(number for number in numbers if number and number != nct_number))
