from datetime import UTC, datetime

import apsw
import pytest

from desktop_app.store.downloads.locks import take_download
from desktop_app.store.downloads.runs import DownloadPosition
from desktop_app.store.downloads.waiting import (
    begin_download,
    forget_download,
    is_under_way,
    unfinished,
    waiting_downloads,
)
from desktop_app.store.importing.locks import is_any_under_way
from desktop_app.store.library import Library

ASKED = '{"query": {}}'
SOUND = '{"counts": {}, "rejected": [], "missing": []}'


def test_a_download_is_kept_from_its_beginning(library: Library) -> None:
    made = begin_download(library.path, ASKED, total=7)
    assert made.position == DownloadPosition(total=7)
    assert (datetime.now(UTC) - made.begun_at).total_seconds() < 60
    assert unfinished(library.path) == [made]
    assert begin_download(library.path, ASKED) == made
    other = begin_download(library.path, '{"numbers": []}')
    assert waiting_downloads(library.path) == [made, other]
    forget_download(library.path, made.id)
    assert unfinished(library.path) == [other]


def test_a_download_under_way_does_not_wait_and_bars_what_would_take_its_file_away(
    library: Library,
) -> None:
    made = begin_download(library.path, ASKED)
    connection = apsw.Connection(str(library.path))
    assert not is_any_under_way(connection, library.path.parent)
    lock = take_download(library.path.parent, made.id)
    assert lock is not None
    assert is_under_way(library.path, made.id)
    assert waiting_downloads(library.path) == []
    assert is_any_under_way(connection, library.path.parent)
    lock.let_go()
    assert not is_under_way(library.path, made.id)
    connection.close()


@pytest.mark.parametrize(
    ("asked", "position", "outcome"),
    [
        (ASKED, "", SOUND),
        (ASKED, "[]", SOUND),
        (ASKED, '{"token": "a", "else": 3}', SOUND),
        (ASKED, "{}", '{"counts": 3, "rejected": [], "missing": []}'),
        (ASKED, "{}", '{"counts": {}, "rejected": [3], "missing": []}'),
        ("", "{}", SOUND),
        ("[]", "{}", SOUND),
        ('{"else": 3}', "{}", SOUND),
    ],
)
def test_what_nobody_understands_is_left_out(
    library: Library, asked: str, position: str, outcome: str
) -> None:
    sound = begin_download(library.path, ASKED)
    connection = apsw.Connection(str(library.path))
    sql = "INSERT INTO download (asked, position, outcome, begun_at, changed_at)"
    connection.execute(f"{sql} VALUES (?, ?, ?, 1, 1)", (asked, position, outcome))
    connection.close()
    assert unfinished(library.path) == [sound]
