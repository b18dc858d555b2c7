from datetime import date
from pathlib import Path

import build
import pytest


def test_a_build_can_be_repeated_for_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    assert build.build_day() == date(2026, 11, 26)


def test_sizes_are_of_files_and_not_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(1_500_000))
    (tmp_path / "b").symlink_to("a")
    assert build.size_of(tmp_path) == build.size_of(tmp_path / "a") == 1_500_000
    assert build.megabytes(1_500_000) == "1.5"
