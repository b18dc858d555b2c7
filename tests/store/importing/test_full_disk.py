from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreError
from desktop_app.store.importing import engine
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.runs import Counts
from tests.store.importing.running import numbers_in, run
from tests.store.importing.sources import registry_zip


def test_a_full_disk_ends_an_import_in_a_sentence_and_it_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 1_001))
    library = tmp_path / "library"
    set_up = engine._set_up

    def set_up_with_little_room(connection: apsw.Connection) -> None:
        set_up(connection)
        connection.pragma("max_page_count", int(connection.pragma("page_count")) + 60)

    batch = BatchSize(records=100, seconds=0.0)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "_set_up", set_up_with_little_room)
        with pytest.raises(StoreError, match="is full"):
            run(library, source, batch=batch)
    there = len(numbers_in(library))
    assert 0 < there < 1_000
    assert run(library, source).counts == Counts(added=1_000)
    assert numbers_in(library) == set(range(1, 1_001))
