from pathlib import Path

import pytest

from desktop_app.store.finding.common_words import CommonWords
from tests.store.synthetic import open_library, record


def test_rare_words_come_with_the_whole_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(tmp_path) as library:
        for number, title in enumerate(("Patients", "Patience", "Pathology"), 1):
            library.add(record(number, f"2024-0{number}-01", identification={"briefTitle": title}))
        assert library.search("pati", seconds=1.0).is_exact
    monkeypatch.setattr(CommonWords, "_count", lambda *_: 600_000)
    with open_library(tmp_path) as library:
        first = library.search("pati", seconds=1.0)
        assert not first.is_exact
        assert [one.nct_id[-1] for one in first.summaries] == ["1"]
        *_, whole = library.find("pati")
        assert [one.nct_id[-1] for one in library.found_page(whole, 0, 9)] == ["2", "1"]
        exact = library.search("pati")
        assert exact.is_exact
        assert [one.nct_id[-1] for one in exact.summaries] == ["2", "1"]
        assert library.search("patients ", seconds=1.0).is_exact
