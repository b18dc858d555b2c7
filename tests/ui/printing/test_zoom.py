import pytest

from desktop_app.ui.printing.zoom import Zoom, pixels_a_point, stepped, zoom_of

_A4, _ROOM, _DPI = (595.0, 842.0), (1190.0, 842.0), 96.0


def test_a_page_is_as_wide_as_the_window_or_seen_whole() -> None:
    assert pixels_a_point(Zoom("width"), _A4, _ROOM, _DPI) == 2
    assert pixels_a_point(Zoom("page"), _A4, _ROOM, _DPI) == 1


def test_a_hundred_percent_is_the_size_of_paper() -> None:
    assert pixels_a_point(Zoom("", 100), _A4, _ROOM, _DPI) == pytest.approx(96 / 72)
    assert pixels_a_point(Zoom("", 400), _A4, _ROOM, _DPI) == pytest.approx(4 * 96 / 72)


@pytest.mark.parametrize("room", [(1.0, 1.0), (100_000.0, 100_000.0)])
def test_a_fit_stays_within_what_can_be_drawn(room: tuple[float, float]) -> None:
    scale = pixels_a_point(Zoom("width"), _A4, room, _DPI)
    assert 0.066 <= scale <= 4 * 96 / 72


@pytest.mark.parametrize(
    ("percent", "by", "expected"),
    [(100, 1, 125), (100, -1, 75), (87, 1, 100), (87, -1, 75), (400, 1, 400), (30, -1, 50)],
)
def test_steps_go_from_one_to_the_next(percent: float, by: int, expected: int) -> None:
    assert stepped(percent, by) == expected


@pytest.mark.parametrize("key", ["width", "page", "50", "125", "400"])
def test_a_zoom_comes_back_from_its_word(key: str) -> None:
    assert zoom_of(key).key == key


@pytest.mark.parametrize(
    ("key", "expected"), [("", "page"), ("x", "page"), ("9", "50"), ("٣", "page")]
)
def test_a_word_that_is_none_does_no_harm(key: str, expected: str) -> None:
    assert zoom_of(key).key == expected
