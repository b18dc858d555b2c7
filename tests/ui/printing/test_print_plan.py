import pytest

from desktop_app.ui.printing.print_plan import (
    Run,
    Spot,
    band_rows,
    is_landscape,
    pages_in_order,
    pixels_of,
    spot_of,
)


def _all(_number: int) -> bool:
    return True


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (Run(_all), (0, 1, 2)),
        (Run(lambda number: number in (2, 3)), (1, 2)),
        (Run(_all, copies=2), (0, 1, 2, 0, 1, 2)),
        (Run(_all, copies=2, is_collated=False), (0, 0, 1, 1, 2, 2)),
        (Run(_all, is_last_first=True), (2, 1, 0)),
        (Run(lambda number: number < 3, 2, False, True), (1, 1, 0, 0)),
        (Run(lambda number: number > 3), ()),
    ],
)
def test_ranges_copies_and_order_are_obeyed(run: Run, expected: tuple[int, ...]) -> None:
    assert pages_in_order(run, 3) == expected


def test_a_page_keeps_its_size_on_larger_paper_and_shrinks_to_smaller() -> None:
    assert spot_of((100, 200), (120, 200)) == Spot(10, 0, 100, 200)
    assert spot_of((100, 200), (100, 100)) == Spot(25, 0, 50, 100)


def test_a_pixel_is_drawn_for_each_dot_up_to_600_an_inch() -> None:
    assert pixels_of(Spot(0, 0, 4961, 7016), 600) == (4961, 7016)
    assert pixels_of(Spot(0, 0, 9921, 14031), 1200) == (4960, 7016)
    assert pixels_of(Spot(0, 0, 1240, 1754), 150) == (1240, 1754)


def test_a_long_run_is_drawn_coarser() -> None:
    spot = Spot(0, 0, 9921, 14031)
    assert pixels_of(spot, 1200, 30) == (4960, 7016)
    assert pixels_of(spot, 1200, 31) == (2480, 3508)
    assert pixels_of(Spot(0, 0, 1240, 1754), 150, 300) == (1240, 1754)


@pytest.mark.parametrize(("width", "height", "size"), [(4961, 7016, 4), (4961, 7016, 1), (3, 5, 4)])
def test_bands_fill_a_page_and_none_is_large(width: int, height: int, size: int) -> None:
    bands = list(band_rows(width, height, size))
    assert [top for top, _ in bands[1:]] == [top + rows for top, rows in bands[:-1]]
    assert bands[0][0] == 0
    assert sum(bands[-1]) == height
    assert max(rows for _, rows in bands) * width * size <= 6_000_000


def test_the_wider_page_lies() -> None:
    assert is_landscape((842, 595))
    assert not is_landscape((595, 842))
