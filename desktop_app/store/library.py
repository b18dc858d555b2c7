"""The library: all studies of a person, in one file.

What reads and writes records is loaded when one is first read or added: to list and search the
library takes a tenth of the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import apsw

from desktop_app.errors import StoreError
from desktop_app.store.checks import check_whole
from desktop_app.store.connections import connect_reader, connect_writer
from desktop_app.store.failures import store_failures
from desktop_app.store.opening import open_for_reading, open_for_writing
from desktop_app.store.personal import schema as personal_schema
from desktop_app.store.personal.attaching import attach
from desktop_app.store.personal.opening import make_ready, opened_before
from desktop_app.store.reading_state import ReadingState
from desktop_app.store.search import Order, SearchOrder, SearchResult, every_study
from desktop_app.store.stored_study import StoredStudy
from desktop_app.store.summaries import (
    count_studies,
    current_version,
    position_of,
    read_summaries,
    read_summary,
)
from desktop_app.store.updated import all_changed, changed_among, count_changed, seen_version
from desktop_app.store.words import WordForms
from desktop_app.study.nct_numbers import parse_nct_number

if TYPE_CHECKING:
    from desktop_app.readers.reading import ReadRecord, SourceDocument
    from desktop_app.store.adding import AddedRecord
    from desktop_app.store.additions import Additions
    from desktop_app.store.derived import Progress
    from desktop_app.store.documents import DocumentTable
    from desktop_app.store.finding.explaining import Explanation
    from desktop_app.store.finding.found import Found
    from desktop_app.store.finding.texts import StudyTexts
    from desktop_app.store.personal.reader import PersonalReader
    from desktop_app.store.personal.writer import PersonalWriter
    from desktop_app.store.prepared import PreparedRecord
    from desktop_app.store.queries.completing import Completion
    from desktop_app.store.rereading import ReadDocument
    from desktop_app.store.searching import Searching
    from desktop_app.store.similar.census import Censuses
    from desktop_app.store.similar.finder import SimilarFinder
    from desktop_app.store.similar.records import RawRecords
    from desktop_app.store.standing.book import UpdateBook
    from desktop_app.store.stored_studies import StoredStudies
    from desktop_app.store.trash import Trash, TrashedStudy
    from desktop_app.store.upkeep import Upkeep
    from desktop_app.store.versions import StoredVersion
    from desktop_app.study.similar import SimilarStudies
    from desktop_app.study.summary import StudySummary

__all__ = ["FILE_NAME", "Library", "StoredStudy"]

FILE_NAME = "library.sqlite3"


class Library:
    """A library that is open.

    One thread at a time may use it, apart from `interrupt`, which any thread may call. A second
    thread takes `another_reader`: reading goes on while records are added, and sees each batch
    once it is complete. Only the library that was opened adds.

    All methods raise StoreError, with a sentence for the person, when the disk or the file fails.
    """

    def __init__(
        self,
        path: Path,
        reader: ReadDocument,
        reading: apsw.Connection,
        writing: apsw.Connection | None,
        personal_path: Path,
        *,
        is_read_only: bool,
    ) -> None:
        """Use connections that are open; `open` is what callers want.

        ``personal_problem`` says why what belongs to the person can be neither seen nor changed.
        """
        self.path = path
        self.personal_path = personal_path
        self.is_read_only = is_read_only
        self._reader = reader
        self._reading = reading
        self.personal_problem: StoreError | None = attach(reading, personal_path)
        self._forms = WordForms(reading)
        # The index of words is opened by its first use, which must not be interrupted.
        reading.execute("SELECT rowid FROM study_text LIMIT 0").fetchall()
        self._writing = writing
        self._reading_state = ReadingState(personal_path, is_kept=self.is_personal_kept)
        self._first: Library | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        reader: ReadDocument,
        read_only: bool = False,
        progress: Progress = lambda done, total: None,
        personal_path: Path | None = None,
    ) -> Self:
        """Open the library of a folder; make both on first use.

        What belongs to the person is in a file of that folder, unless another is named. Where that
        is damaged, or made by a newer version, the library opens all the same, without it.

        ``reader`` reads a source document again. A file of an older version is brought up to date,
        after a copy was put aside; building the derived tables again takes minutes for a large
        library, and tells ``progress``. Where nothing can be written, the library is opened for
        reading; ``read_only`` asks for that.

        The file is checked as far as can be done at once: all of it up to 16 MB, else its header,
        length, schema and the ends of its tables; `check` does the rest. Raises StoreTooNewError,
        StoreDamagedError or another StoreError, and leaves the file as it was.
        """
        path = folder / FILE_NAME
        personal = personal_path or folder / personal_schema.FILE_NAME
        # What cannot be opened as a whole is let go, so that another file can take its place.
        with store_failures(path), ExitStack() as opened:
            writing = None if read_only else open_for_writing(path, reader, progress)
            if writing is not None:
                opened.callback(writing.close)
            reading = open_for_reading(path) if writing is None else connect_reader(path)
            opened.callback(reading.close)
            if writing is not None or personal_path is not None:
                make_ready(personal, lambda: opened_before(reading))
            is_read_only = writing is None
            library = cls(path, reader, reading, writing, personal, is_read_only=is_read_only)
            opened.pop_all()
            return library

    def another_reader(self) -> Library:
        """Return the same library for another thread; it does everything but add."""
        with store_failures(self.path):
            reader = Library(
                *(self.path, self._reader, connect_reader(self.path), None, self.personal_path),
                is_read_only=self.is_read_only,
            )
        reader._first = self._first or self
        return reader

    def another_writer(self) -> Library:
        """Return the same library for another thread that adds, too; each batch waits its turn.

        Raises StoreError where nothing can be added.
        """
        if self.is_read_only:
            from desktop_app.store.additions import nothing_can_be_added

            raise nothing_can_be_added(self.path)
        with store_failures(self.path), ExitStack() as opened:
            reading = connect_reader(self.path)
            opened.callback(reading.close)
            writing = connect_writer(self.path)
            opened.callback(writing.close)
            library = Library(
                *(self.path, self._reader, reading, writing, self.personal_path), is_read_only=False
            )
            opened.pop_all()
            return library

    @cached_property
    def personal(self) -> PersonalReader:
        """Return what reads stars, tags and notes."""
        from desktop_app.store.personal.reader import PersonalReader

        return PersonalReader(self._reading, self.personal_path)

    @property
    def is_personal_kept(self) -> bool:
        """Tell whether stars, tags, notes and what was opened can be written.

        They can for a library that is only read, where their file is in another folder.
        """
        is_apart = self.personal_path.parent != self.path.parent
        return self.personal_problem is None and (is_apart or not self.is_read_only)

    def upkeep(self) -> Upkeep:
        """Return what backs the library up, checks it, builds it again and takes it elsewhere."""
        from desktop_app.store.upkeep import Upkeep

        return Upkeep(self.path, self.personal_path, self._reader)

    def update_book(self) -> UpdateBook:
        """Return what is kept of checks for updates, for the thread that uses this library."""
        from desktop_app.store.standing.book import UpdateBook

        return UpdateBook(self.path, self._reading, is_read_only=self.is_read_only)

    def lost(self, nct_ids: Iterable[str]) -> frozenset[str]:
        """Return those of some studies that the registry no longer has under their number."""
        from desktop_app.store.standing.rows import lost_among

        asked = _by_number(nct_ids)
        with store_failures(self.path):
            return frozenset(asked[number] for number in lost_among(self._reading, list(asked)))

    def personal_writer(self) -> PersonalWriter:
        """Return what changes stars, tags and notes; it may be used on another thread."""
        from desktop_app.store.personal.writer import PersonalWriter

        return PersonalWriter(self.personal_path, can_write=self.is_personal_kept)

    def trash(self) -> Trash:
        """Return what throws studies away and brings them back, on another thread if need be."""
        from desktop_app.store.trash import Trash

        return Trash(self.path, self._reader, is_read_only=self.is_read_only)

    def trashed(self, *, offset: int = 0, limit: int = 100) -> tuple[TrashedStudy, ...]:
        """Return some of the studies in the trash, those that came there last first."""
        from desktop_app.store.trash import trashed

        with store_failures(self.path):
            return trashed(self._reading, self._reader, offset, limit)

    def trashed_numbers(self) -> tuple[int, ...]:
        """Return the NCT numbers of all studies in the trash, in the order of `trashed`."""
        from desktop_app.store.trash import trashed_numbers

        with store_failures(self.path):
            return trashed_numbers(self._reading)

    def is_trashed(self, nct_id: str) -> bool:
        """Tell whether a study is in the trash."""
        number = parse_nct_number(nct_id)
        with store_failures(self.path):
            sql = "SELECT 1 FROM trash WHERE nct_number = ?"
            return number is not None and bool(self._reading.execute(sql, (number,)).get)

    def trash_days_left(self, nct_ids: Iterable[str]) -> dict[str, int]:
        """Return for how many days more those of some studies that are in the trash stay there."""
        from desktop_app.store.trash import days_left

        asked = _by_number(nct_ids)
        with store_failures(self.path):
            return {asked[one]: days for one, days in days_left(self._reading, list(asked)).items()}

    def count_trashed(self) -> int:
        """Return how many studies are in the trash."""
        with store_failures(self.path):
            return int(self._reading.execute("SELECT count(*) FROM trash").get)

    def add(self, record: ReadRecord | PreparedRecord) -> AddedRecord:
        """Add one record, which is safe on the disk on return.

        Raises RecordFormatError for a record without an NCT number.
        """
        return self._additions.add(record)

    def add_all(
        self,
        records: Iterable[ReadRecord | PreparedRecord],
        *,
        batch_size: int = 1_000,
        seconds: float = 1.0,
    ) -> Iterator[AddedRecord]:
        """Add records in batches, and yield each once it is safe on the disk, in their order.

        A batch ends after so many records or seconds. What was not yielded is not in the library.
        When ``records`` fails, those before the failure are added and yielded, and then it is
        raised; so is RecordFormatError for a record without an NCT number. Records may come
        prepared, by other processes.
        """
        return self._additions.add_all(records, batch_size, seconds)

    def get(self, nct_id: str) -> StoredStudy | None:
        """Return the current version of a study, by its number or a former one of it."""
        return self._studies.current(nct_id)

    def source(self, nct_id: str) -> SourceDocument | None:
        """Return the source document of the current version of a study, which is not read."""
        return self._studies.source(nct_id)

    def version(self, version_id: int) -> StoredStudy:
        """Return a version of a study; raises StudyNotFoundError if there is none of that id."""
        return self._studies.version(version_id)

    def versions(self, nct_id: str) -> tuple[StoredVersion, ...]:
        """Return the versions of a study: the current one first, then the newest record first."""
        return self._studies.versions(nct_id)

    def summary(self, nct_id: str) -> StudySummary | None:
        """Return the row of a study in the list of all, by its number or a former one of it."""
        number = parse_nct_number(nct_id)
        with store_failures(self.path):
            return None if number is None else read_summary(self._reading, number)

    def changed(self, nct_ids: Iterable[str]) -> frozenset[str]:
        """Return those of some studies that changed since the person looked at them."""
        asked = _by_number(nct_ids)
        with store_failures(self.path):
            return frozenset(asked[number] for number in changed_among(self._reading, list(asked)))

    def all_changed(self) -> tuple[str, ...]:
        """Return the studies that changed since the person looked at them, newest change first."""
        with store_failures(self.path):
            return all_changed(self._reading)

    def seen_version(self, nct_id: str) -> int | None:
        """Return the id of the version that the person looked at last, None if it is not known."""
        number = parse_nct_number(nct_id)
        with store_failures(self.path):
            return None if number is None else seen_version(self._reading, number)

    def count_changed(self) -> int:
        """Return how many studies changed since the person looked at them."""
        with store_failures(self.path):
            return count_changed(self._reading)

    def similar(self, nct_id: str, *, limit: int = 10) -> SimilarStudies | None:
        """Return what is like a study of the library, and what is tied to it, with the reasons.

        None where it is not held. Raises SearchInterrupted after `interrupt`.
        """
        number = parse_nct_number(nct_id)
        with store_failures(self.path):
            version_id = None if number is None else current_version(self._reading, number)
            raw = self._records.of_version(version_id)
            return None if raw is None else self._similar_finder.find(raw, limit)

    def change_number(self) -> int:
        """Return a number that is another one after others have written to the library."""
        with store_failures(self.path):
            return int(self._reading.pragma("data_version"))

    def count(self) -> int:
        """Return how many studies the library holds."""
        with store_failures(self.path):
            return count_studies(self._reading)

    def summaries(self, *, offset: int = 0, limit: int = 100) -> tuple[StudySummary, ...]:
        """Return some rows of the list of all studies, newest record first."""
        with store_failures(self.path):
            return read_summaries(self._reading, offset, limit)

    def position(self, nct_id: str) -> int | None:
        """Return where a study stands in `summaries`, None where it is not held."""
        number = parse_nct_number(nct_id)
        with store_failures(self.path):
            return None if number is None else position_of(self._reading, number)

    def search(
        self,
        query: str,
        *,
        order: Order = SearchOrder.NEWEST,
        offset: int = 0,
        limit: int = 100,
        seconds: float | None = None,
    ) -> SearchResult:
        """Return some of the studies that a query finds, as soon as that can be done.

        Case, accents and endings do not matter. The last word is the beginning of one until a
        space follows; NCT numbers may be begun as well. No query is wrong; an empty one finds all.
        What of it was not understood is told beside the result: see `desktop_app.store.queries`.
        ``seconds`` are what a person waits at most: what takes longer to find comes with `find`
        alone. Such are phrases, for which texts have to be looked at, and rare words among the
        very many with which the one begins that is being typed. Raises SearchInterrupted after
        `interrupt`.
        """
        if not query.strip() and order is SearchOrder.NEWEST:
            # The window is painted with these, before anything is loaded that searches.
            with store_failures(self.path):
                return every_study(self._reading, offset, limit)
        return self._searching.first(query, order, offset, limit, seconds)

    def find(
        self,
        query: str,
        *,
        order: Order = SearchOrder.NEWEST,
        give_way: Callable[[], None] = lambda: None,
    ) -> Generator[Found]:
        """Yield the whole of what a query finds: its rows, then the counts of the filters as well.

        Where texts have to be looked at, what was found so far comes in between. Takes up to
        seconds for hundreds of thousands, so let another thread do it; ``give_way`` is called all
        the time and may raise. Raises SearchInterrupted after `interrupt`. Read to the end or
        closed by the thread that began it.
        """
        return self._searching.all(query, order, give_way)

    def found_page(self, found: Found, offset: int, limit: int) -> tuple[StudySummary, ...]:
        """Return some rows of what was found; those that are gone meanwhile are left out."""
        return self._searching.page(found, offset, limit)

    def found_place(self, found: Found, nct_id: str) -> int | None:
        """Return where a study stands in what was found, None where it was not."""
        return self._searching.place(found, nct_id)

    def explain(self, nct_ids: Iterable[str], query: str) -> dict[str, Explanation]:
        """Return why some studies are found by a query: a piece of text, and a warning.

        Those in which no word of the query is found, or of a query without words, are left out.
        """
        return self._searching.explain(nct_ids, query)

    def find_identifier(self, text: str) -> tuple[str, ...]:
        """Return the studies whose number, in any registry, stands in a text, in its order."""
        return self._searching.find_identifier(text)

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        """Return what a query that is being typed can go on with where the cursor is."""
        return self._searching.completions(query, cursor)

    def count_matches(self, query: str) -> int:
        """Return how many studies a query finds."""
        return self._searching.count(query)

    def interrupt(self) -> None:
        """Make a query that runs on another thread give way; it raises SearchInterrupted."""
        try:
            self._reading.interrupt()
        except apsw.ConnectionClosedError:
            return

    def set_opened(self, nct_id: str) -> None:
        """Note that a study is opened now; never waits for records that are being added."""
        with store_failures(self.path):
            self._reading_state.set_opened(self._reading, nct_id)

    def last_opened(self) -> str | None:
        """Return the NCT number of the study that was opened last."""
        with store_failures(self.path):
            return self._reading_state.last_opened(self._reading)

    def check(self) -> tuple[str, ...]:
        """Check the whole library and return what is wrong, in sentences.

        Takes minutes for a large library, so let another reader do it on another thread.
        """
        with store_failures(self.path):
            return check_whole(self._reading)

    def close(self) -> None:
        """Close the library; it cannot be used any more."""
        with store_failures(self.path):
            self._reading_state.close()
            for connection in (self._reading, self._writing):
                if connection is not None:
                    connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    @cached_property
    def _additions(self) -> Additions:
        from desktop_app.store.additions import Additions

        return Additions(self.path, self._writing, self._reader)

    @cached_property
    def _studies(self) -> StoredStudies:
        from desktop_app.store.stored_studies import StoredStudies

        return StoredStudies(self.path, self._reading, self._documents, self._reader)

    @cached_property
    def _searching(self) -> Searching:
        from desktop_app.store.searching import Searching

        return Searching(self.path, self._reading, self._forms, self._texts)

    @cached_property
    def _texts(self) -> StudyTexts:
        from desktop_app.store.finding.texts import StudyTexts

        return StudyTexts(self._reading, lambda: self._documents, self._reader)

    @cached_property
    def _records(self) -> RawRecords:
        from desktop_app.store.similar.records import RawRecords

        return RawRecords(self._reading, self._documents, self._reader)

    @cached_property
    def _similar_finder(self) -> SimilarFinder:
        from desktop_app.store.similar.finder import SimilarFinder

        records, censuses = self._records, self._censuses
        return SimilarFinder(self._reading, self._forms.stem, records.names_of_row, censuses)

    @cached_property
    def _censuses(self) -> Censuses:
        """Kept by the library that was opened, for all that read it beside."""
        from desktop_app.store.similar.census import Censuses

        return Censuses() if self._first is None else self._first._censuses

    @cached_property
    def _documents(self) -> DocumentTable:
        from desktop_app.store.documents import DocumentTable

        return DocumentTable(self._reading)


def _by_number(nct_ids: Iterable[str]) -> dict[int, str]:
    """Return the numbers of studies with what they were asked for; what is none is left out."""
    numbers = ((parse_nct_number(nct_id), nct_id) for nct_id in nct_ids)
    return {number: nct_id for number, nct_id in numbers if number is not None}
