from datetime import UTC, datetime

import pytest

from desktop_app.study.fetched import fetched_at, fetched_origin

WHEN = datetime(2026, 11, 25, 14, 3, tzinfo=UTC)


def test_the_time_of_fetching_is_read_from_the_origin() -> None:
    assert fetched_at(fetched_origin("https://registry.test/studies/NCT00000007", WHEN)) == WHEN


@pytest.mark.parametrize(
    "origin",
    ["NCT00000007.json", "https://registry.test/x, fetched 2026-13-45 14:03 UTC", ""],
)
def test_what_came_another_way_was_not_fetched(origin: str) -> None:
    assert fetched_at(origin) is None
