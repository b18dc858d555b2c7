"""Names on poles: none over another, all within the width, few poles behind a name."""

from itertools import combinations

import pytest

from desktop_app.analysis.time_axis.flags import Flag, Pole, set_flags

CASES = {
    "far apart": [Pole(10, 80), Pole(300, 80), Pole(600, 80)],
    "close to each other": [Pole(300, 100), Pole(310, 100), Pole(320, 100)],
    "all on one day": [Pole(300, 100)] * 5,
    "at the right edge": [Pole(560, 120), Pole(580, 120), Pole(599, 60)],
    "wider than half of the room": [Pole(100, 400), Pole(300, 400), Pole(500, 400)],
    "as wide as the room": [Pole(100, 600), Pole(300, 600)],
}


def _overlap(one: Flag, other: Flag) -> bool:
    return one.level == other.level and one.left < other.right and other.left < one.right


@pytest.mark.parametrize("poles", CASES.values(), ids=CASES)
def test_no_name_covers_another_and_none_leaves_the_picture(poles: list[Pole]) -> None:
    flags = set_flags(poles, 600, gap=4)
    assert [flag.pole for flag in flags] == poles
    assert not any(_overlap(one, other) for one, other in combinations(flags, 2))
    assert all(flag.left >= 0 and flag.right <= 600 for flag in flags)


def test_names_that_have_room_stand_at_the_axis() -> None:
    flags = set_flags(CASES["far apart"], 600, gap=4)
    assert [flag.level for flag in flags] == [0, 0, 0]


def test_a_pole_passes_beside_the_names_below_it_where_it_can() -> None:
    for poles in (CASES["close to each other"], CASES["at the right edge"]):
        for one, other in combinations(set_flags(poles, 600, gap=4), 2):
            low, high = sorted((one, other), key=lambda flag: flag.level)
            if low.level < high.level:
                assert not low.left < high.pole.x < low.right
