"""A record of the registry that is read without being kept."""

import hashlib
from dataclasses import dataclass
from datetime import date

from desktop_app.readers.reading import ReadRecord
from desktop_app.registry.answers import FetchedStudy
from desktop_app.registry.recent import RecentStudies
from desktop_app.registry.stopping import Stop
from desktop_app.store.library import Library, StoredStudy
from desktop_app.store.versions import StoredVersion
from desktop_app.study.summary import record_date
from desktop_app.ui.exporting.chosen import OpenStudy
from desktop_app.ui.registry.searching.asking import Registry
from desktop_app.ui.view_context import context_of


@dataclass(frozen=True, slots=True)
class Unkept:
    """What was fetched, and as what it is read."""

    fetched: FetchedStudy
    record: ReadRecord


@dataclass(frozen=True, slots=True)
class FetchUnkept:
    """Fetches a record and reads it; raises RegistryError, RecordFormatError.

    What is ``recent`` is not asked for, and what was read is recent from then on.
    """

    nct_id: str
    recent: RecentStudies

    def __call__(self, registry: Registry, stop: Stop) -> Unkept:
        from desktop_app.registry.keeping import read_study

        fetched = self.recent.get(self.nct_id) or registry.study(self.nct_id, stop)
        unkept = Unkept(fetched, read_study(fetched))
        self.recent.put(fetched)
        return unkept


def opened_unkept(unkept: Unkept, shelf: Library, today: date) -> OpenStudy:
    """Return the study as the tabs show it; raises StoreError.

    Its version has no id: it is none of the library's.
    """
    fetched, record = unkept.fetched, unkept.record
    version = StoredVersion(
        id=0,
        nct_id=fetched.nct_id,
        record_date=record_date(record.study),
        imported_at=fetched.fetched_at,
        origin=record.document.origin,
        format=record.document.format,
        sha256=hashlib.sha256(fetched.content).hexdigest(),
        size=len(fetched.content),
        is_whole=True,
    )
    stored = StoredStudy(record.study, record.document, record.oddities, version, is_current=True)
    return OpenStudy(stored, context_of(stored, shelf, today))
