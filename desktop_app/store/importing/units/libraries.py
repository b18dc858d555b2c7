"""The documents of a file of a library for exchange as units of an import."""

from collections.abc import Iterator

from desktop_app.errors import RecordFormatError, StoreTooNewError
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import Reading, Rejected, SourceFormat
from desktop_app.store.exchange.reading import ExchangeFile, Row, open_exchange
from desktop_app.store.importing.files import SourceFile
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.units.unit import PROTOCOL, Unit, refused


def library_units(file: SourceFile, begin: Position, limits: Limits) -> Iterator[Unit]:
    """Yield a unit for each document; a unit begins behind the row whose id is its offset.

    What cannot be believed is told, as a unit of its own, and ends the file.
    """
    at = begin
    try:
        with open_exchange(file.path, limits) as library:
            first, last = library.ends()
            for row in library.rows(at.offset) if at.unit else library.rows():
                part = (row.id - first + 1) / max(last - first + 1, 1)
                unit = _unit(library, row, at, min(part, 1.0))
                yield unit
                at = unit.end
    except (RecordFormatError, StoreTooNewError) as error:
        yield refused(at, str(file.path), str(error))


def _unit(library: ExchangeFile, row: Row, begin: Position, done: float) -> Unit:
    return Unit(
        begin=begin,
        end=Position(begin.file, begin.unit + 1, 0, row.id),
        origin=row.origin,
        document=lambda: _record(library, row),
        readings=lambda: _readings(library, row),
        done=done,
        version=(row.nct_number, row.sha256),
    )


def _record(library: ExchangeFile, row: Row) -> bytes | None:
    """Return a document that is one record in the registry's JSON; None for any other."""
    found = library.document(row)
    if isinstance(found, Rejected) or found.format is not SourceFormat.CTGOV_JSON:
        return None
    return found.content if found.content.count(PROTOCOL) == 1 else None


def _readings(library: ExchangeFile, row: Row) -> Iterator[Reading]:
    found = library.document(row)
    if isinstance(found, Rejected):
        yield found
        return
    # Loaded here: most documents are read without models.
    from desktop_app.readers.detect import read_document

    yield read_document(found)
