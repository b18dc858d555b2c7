"""A worker of a rebuilding: reads documents, and sends what is kept of them.

It ends when its work is done, or when the process that started it is gone.
"""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from desktop_app.languages import speak
from desktop_app.readers.reading import ReadRecord, SourceDocument
from desktop_app.store.connections import connect_reader
from desktop_app.store.documents import DocumentTable
from desktop_app.store.importing.messages import receive_message, send
from desktop_app.store.rebuilding.groups import groups_of_studies
from desktop_app.store.rebuilding.messages import PreparedGroup, PreparedStudy, RebuildJob
from desktop_app.store.rereading import VersionRow, prepare_again, slim

STUDIES_A_GROUP = 100
_GROUPS_BETWEEN_COLLECTIONS = 100


def run_rebuild_worker(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Do one job, which comes in first."""
    job = receive_message(incoming, RebuildJob)
    if job is None:
        return
    speak(job.language)
    # What is read holds no cycles, and to look for them takes a third of the time.
    gc.disable()
    try:
        for number, group in enumerate(_groups(job), start=1):
            send(outgoing, group)
            if number % _GROUPS_BETWEEN_COLLECTIONS == 0:
                gc.collect()
        send(outgoing, None)
    except BrokenPipeError:
        # Whoever started this is gone.
        return


def _groups(job: RebuildJob) -> Iterator[PreparedGroup]:
    connection = connect_reader(Path(job.library))
    documents = DocumentTable(connection)
    for number, studies in enumerate(groups_of_studies(connection, job.last, STUDIES_A_GROUP)):
        if number % job.workers == job.share:
            yield PreparedGroup([_prepared(documents, versions) for versions in studies])
    connection.close()


def _prepared(documents: DocumentTable, versions: list[VersionRow]) -> PreparedStudy:
    return [(row.id, slim(prepare_again(documents, _reread, row))) for row in versions]


def _reread(document: SourceDocument) -> ReadRecord:
    # Loaded here: it is seldom needed, and models take long to load.
    from desktop_app.readers.detect import reread

    return reread(document)
