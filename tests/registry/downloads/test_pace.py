import pytest

from desktop_app.registry.downloads.pace import Pace, Patience, Stride
from desktop_app.registry.downloads.progress import Speed

PACE = Pace(first_size=100, least_size=25, most_size=1_000, first_wait=5, most_wait=60)


def test_pages_grow_until_one_fails_and_then_with_care() -> None:
    stride, sizes = Stride(PACE), []
    for _page in range(5):
        sizes.append(stride.size)
        stride.succeeded(1.0)
    assert sizes == [100, 200, 400, 800, 1_000]
    stride.failed()
    assert stride.size == 500
    for _page in range(3):
        assert stride.size == 500
        stride.succeeded(1.0)
    assert stride.size == 1_000


def test_pages_do_not_shrink_for_ever() -> None:
    stride = Stride(PACE)
    assert [stride.failed() for _time in range(4)] == [True, True, False, False]
    assert stride.size == 25


def test_a_slow_page_makes_the_next_one_smaller() -> None:
    stride = Stride(PACE)
    stride.succeeded(PACE.slow + 1)
    assert stride.size == 50


def test_waits_grow_up_to_a_limit_and_patience_ends() -> None:
    patience, waits = Patience(PACE), []
    for second in range(0, 60, 10):
        patience = patience.failed(second)
        waits.append(patience.seconds)
    assert waits == [5, 10, 20, 40, 60, 60]
    assert not patience.is_over(PACE.patience - 1)
    assert patience.is_over(PACE.patience)
    assert not Patience(PACE).is_over(1e9)


def test_speed_counts_no_waits() -> None:
    now = 0.0
    speed = Speed(lambda: now)
    assert speed.rate(0) is None
    now = 10.0
    assert speed.rate(1_000) == 100
    speed.pause()
    now = 3_600.0
    assert speed.rate(1_000) is None
    now = 3_602.0
    assert speed.rate(1_500) == pytest.approx(250)
    now = 3_603.0
    assert speed.rate(0) is None
