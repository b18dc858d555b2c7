"""The check of everything: the file, each document, the index, and what belongs to the person."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import apsw

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import _, ngettext
from desktop_app.store.documents import DocumentTable
from desktop_app.study.nct_numbers import format_nct_id

Progress = Callable[[int, int], None]
"""Told how many documents are checked, and of how many; may raise to stop."""

_INSTRUCTIONS_A_CALL = 20_000
"""Of the database's own machine: some milliseconds."""
_IDS_A_QUERY = 1_000
_MOST_NAMED = 200


class Part(Enum):
    """What something is wrong with, which tells what can be done about it."""

    FILE = "file"
    DOCUMENT = "document"
    INDEX = "index"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, in a sentence."""

    part: Part
    sentence: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and what was found wrong."""

    studies: int
    documents: int
    findings: tuple[Finding, ...]

    @property
    def parts(self) -> frozenset[Part]:
        """Which parts something is wrong with."""
        return frozenset(finding.part for finding in self.findings)


def check_all(
    connection: apsw.Connection, personal: Path, problem: StoreError | None, progress: Progress
) -> Checked:
    """Check everything behind a connection that reads; takes minutes if there is much.

    ``problem`` is why the personal file is not attached to it. What ``progress`` raises
    ends it, and nothing was changed.
    """

    # Also within the long steps, which have no progress of their own.
    def pulse() -> bool:
        progress(0, 0)
        return False

    connection.set_progress_handler(pulse, _INSTRUCTIONS_A_CALL)
    try:
        of_person = [Finding(Part.PERSONAL, str(problem))] if problem else []
        of_person += _check_personal(connection, personal)
        findings = [*_check_file(connection), *of_person]
        try:
            documents = _count(connection, "SELECT count(*) FROM version")
            studies = _count(connection, "SELECT count(DISTINCT nct_number) FROM version")
            connection.set_progress_handler(None)
            findings += _check_documents(connection, documents, progress)
            connection.set_progress_handler(pulse, _INSTRUCTIONS_A_CALL)
            findings += _check_index(connection)
        except apsw.CorruptError as error:
            findings.append(Finding(Part.FILE, _damaged(error)))
            documents = studies = 0
    finally:
        connection.set_progress_handler(None)
    return Checked(studies, documents, tuple(dict.fromkeys(findings)))


def _check_file(connection: apsw.Connection) -> list[Finding]:
    try:
        found = connection.execute("PRAGMA main.integrity_check").fetchall()
        orphans = connection.execute("PRAGMA main.foreign_key_check").fetchall()
    except apsw.CorruptError as error:
        return [Finding(Part.FILE, _damaged(error))]
    lost = _("The table {name} of the library refers to what is not there.")
    named = sorted({str(row[0]) for row in orphans})
    return [
        *(
            Finding(_part_of(str(finding)), _damaged(finding))
            for (finding,) in found
            if finding != "ok"
        ),
        *(Finding(Part.FILE, lost.format(name=name)) for name in named),
    ]


def _part_of(finding: str) -> Part:
    """Tell damage of the index of words, which can be built again, from that of the rest."""
    return Part.INDEX if "study_text" in finding and "btree" not in finding else Part.FILE


def _damaged(finding: object) -> str:
    return _("The library file is damaged: {finding}.").format(finding=finding)


def _check_personal(connection: apsw.Connection, path: Path) -> list[Finding]:
    try:
        found = connection.execute("PRAGMA personal.integrity_check").fetchall()
    except (apsw.CorruptError, apsw.NotADBError) as error:
        found = [(str(error),)]
    except apsw.SQLError:
        # A connection without it.
        return []
    told = _("The file {path}, which holds your stars, tags and notes, is damaged: {finding}.")
    return [
        Finding(Part.PERSONAL, told.format(path=path, finding=finding))
        for (finding,) in found
        if finding != "ok"
    ]


def _check_documents(
    connection: apsw.Connection, total: int, progress: Progress
) -> Iterator[Finding]:
    documents = DocumentTable(connection)
    bad = 0
    for done, (version_id, number) in enumerate(_versions(connection)):
        progress(done, total)
        try:
            documents.read(version_id)
        except StoreDamagedError:
            bad += 1
            if bad <= _MOST_NAMED:
                yield Finding(Part.DOCUMENT, _lost_document(number, version_id))
    progress(total, total)
    if bad > _MOST_NAMED:
        yield Finding(Part.DOCUMENT, _more_lost(bad - _MOST_NAMED))


def _lost_document(number: int, version_id: int) -> str:
    told = _(
        "The source document of {nct_id} (number {number} in the library) is damaged."
        " Rebuild the index and then import the record again, or restore a backup of the library."
    )
    return told.format(nct_id=format_nct_id(number), number=version_id)


def _more_lost(count: int) -> str:
    return ngettext(
        "{count} more source document is damaged.",
        "{count} more source documents are damaged.",
        count,
    ).format(count=count)


def _versions(connection: apsw.Connection) -> Iterator[tuple[int, int]]:
    """Yield the versions of now, a thousand at a time: a long query would hold the log up."""
    last, end = 0, _count(connection, "SELECT coalesce(max(id), 0) FROM version")
    while True:
        sql = "SELECT id, nct_number FROM version WHERE id > ? AND id <= ? ORDER BY id LIMIT ?"
        rows = connection.execute(sql, (last, end, _IDS_A_QUERY)).fetchall()
        if not rows:
            return
        yield from rows  # type: ignore[misc]
        last = int(rows[-1][0])  # type: ignore[arg-type]


# What the tables that are worked out must agree on: each query counts what does not.
_AGREEMENTS = (
    "SELECT count(*) FROM version v LEFT JOIN reading r ON r.version_id = v.id "
    "WHERE r.version_id IS NULL",
    "SELECT count(DISTINCT v.nct_number) FROM version v LEFT JOIN study s USING (nct_number) "
    "WHERE s.row IS NULL AND v.nct_number NOT IN (SELECT nct_number FROM trash)",
    "SELECT count(*) FROM study s LEFT JOIN version v ON v.id = s.version_id "
    "WHERE v.id IS NULL OR v.nct_number <> s.nct_number",
    "SELECT count(*) FROM study s LEFT JOIN study_text_docsize d ON d.id = s.row "
    "WHERE d.id IS NULL",
    "SELECT count(*) FROM study_text_docsize d LEFT JOIN study s ON s.row = d.id "
    "WHERE s.row IS NULL",
    "SELECT count(*) FROM study s LEFT JOIN facet f ON f.row = s.row WHERE f.row IS NULL",
)


def _check_index(connection: apsw.Connection) -> list[Finding]:
    """Compare what lists and searches show with what documents there are, at one moment."""
    connection.execute("BEGIN")
    try:
        wrong = max(_count(connection, query) for query in _AGREEMENTS)
    finally:
        connection.execute("ROLLBACK")
    if not wrong:
        return []
    told = ngettext(
        "The lists and the index of words do not agree with the documents about {count} study.",
        "The lists and the index of words do not agree with the documents about {count} studies.",
        wrong,
    )
    return [Finding(Part.INDEX, told.format(count=wrong))]


def _count(connection: apsw.Connection, query: str) -> int:
    return int(connection.execute(query).get)
