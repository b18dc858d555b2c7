from pathlib import Path

import pytest

from desktop_app.store import derived, opening
from desktop_app.store.library import Library
from tests.store.synthetic import open_library, part, record

SEVEN, EIGHT, NINE = (f"NCT0000000{number}" for number in (7, 8, 9))


def fill(library: Library) -> None:
    for number in (7, 8, 9):
        library.add(record(number, "2024-01-02"))
    library.add(record(7, "2025-01-01"))
    library.add(record(8, "2020-01-01"))
    library.add(part(9, "2026-01-01"))


def test_a_study_whose_newer_version_came_is_changed(library: Library) -> None:
    fill(library)
    assert library.changed([SEVEN, EIGHT, NINE, "no number"]) == {SEVEN}
    assert library.all_changed() == (SEVEN,)
    assert library.count_changed() == 1


def test_a_study_is_asked_for_by_any_spelling_of_its_number(library: Library) -> None:
    fill(library)
    assert library.changed(["nct00000007"]) == {"nct00000007"}
    assert library.changed([]) == frozenset()


def test_changes_are_known_again_once_derived_tables_are_built_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(folder) as library:
        fill(library)
    for module in (derived, opening):
        monkeypatch.setattr(module, "DERIVED_VERSION", 99)
    with open_library(folder) as library:
        assert library.all_changed() == (SEVEN,)
