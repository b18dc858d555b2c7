from datetime import date
from pathlib import Path

from desktop_app.readers.reading import SourceFormat
from desktop_app.ui.view_context import context_of
from tests.store.synthetic import content, open_library, read_record, record

TODAY = date(2026, 1, 1)


def test_all_held_versions_are_told_and_the_shown_one_is_marked(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.add(record(1, "2024-01-01"))
        library.add(record(1, "2025-01-01"))
        stored = library.get("NCT00000001")
        assert stored is not None
        provenance = context_of(stored, library, TODAY).provenance
    assert provenance is not None
    assert [version.record_date for version in provenance.versions] == ["2025-01-01", "2024-01-01"]
    assert [version.is_shown for version in provenance.versions] == [True, False]
    assert provenance.shown == provenance.versions[0]
    assert provenance.shown.size == len(stored.document.content)


def test_studies_that_the_source_names_are_looked_up(tmp_path: Path) -> None:
    named = read_record(
        content(1, identification={"briefTitle": "Follows nct 00000002 and NCT00000003"}),
        source=SourceFormat.CTGOV_JSON,
    )
    with open_library(tmp_path) as library:
        library.add(record(2))
        library.add(named)
        stored = library.get("NCT00000001")
        assert stored is not None
        context = context_of(stored, library, TODAY)
    assert "NCT00000002" in context.held
    assert context.held["NCT00000002"].title
    assert "NCT00000003" not in context.held
    assert context.knows_library
    assert context.today == TODAY


def test_a_record_that_names_thousands_of_studies_claims_nothing_of_the_library(
    tmp_path: Path,
) -> None:
    names = " ".join(f"NCT{number:08d}" for number in range(2, 2_000))
    with open_library(tmp_path) as library:
        library.add(record(2))
        library.add(record(1, identification={"briefTitle": names}))
        stored = library.get("NCT00000001")
        assert stored is not None
        context = context_of(stored, library, TODAY)
    assert "NCT00000002" in context.held
    assert not context.knows_library
