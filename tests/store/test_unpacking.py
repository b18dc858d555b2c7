"""Many documents are unpacked together as they are one by one."""

from collections.abc import Sequence

import apsw
import pytest
import zstandard

from desktop_app.store.documents import DocumentTable, Stored

TEXT = b"A study of asthma in adults, number "


def stored(count: int) -> list[Stored]:
    compressor = zstandard.ZstdCompressor()
    contents = [TEXT + str(number).encode() for number in range(count)]
    return [(n, len(one), None, compressor.compress(one)) for n, one in enumerate(contents)]


def unpack(documents: Sequence[Stored]) -> list[bytes | None]:
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE TABLE dictionary (id INTEGER PRIMARY KEY, content BLOB)")
    return DocumentTable(connection).unpacked_together(documents)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_documents_come_in_their_order(count: int) -> None:
    assert unpack(stored(count)) == [TEXT + str(number).encode() for number in range(count)]


def test_what_is_damaged_or_has_lost_its_dictionary_is_none_and_no_other() -> None:
    documents = stored(40)
    version_id, size, _, compressed = documents[3]
    documents[3] = version_id, size, None, compressed[:-4]
    documents[10] = 10, size, None, b"no document"
    documents[20] = 20, size + 5, None, documents[20][3]
    documents[30] = 30, documents[30][1], 7, documents[30][3]
    found = unpack(documents)
    assert [place for place, one in enumerate(found) if one is None] == [3, 10, 20, 30]
    assert found[39] == TEXT + b"39"
