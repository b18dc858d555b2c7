import sys
from pathlib import Path

import pytest
from freezing.held_archive import held


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files in use stay elsewhere")
def test_what_was_there_at_the_start_is_read_after_it_was_replaced(tmp_path: Path) -> None:
    program, newer = tmp_path / "program", tmp_path / "newer"
    program.write_bytes(b"as it was")
    path = held(str(program))
    newer.write_bytes(b"another")
    newer.replace(program)
    assert Path(path).read_bytes() == b"as it was"
    program.unlink()
    # Each reader begins at the beginning.
    assert Path(path).read_bytes() == b"as it was"
