from hypothesis import given
from hypothesis.strategies import floats, integers, lists

from desktop_app.export.brief.search import last_true, last_true_near, last_with_room


@given(integers(0, 60), integers(0, 60), integers(-5, 80))
def test_the_last_value_that_holds_is_found(last: int, more: int, guess: int) -> None:
    values = range(last + more + 1)
    assert last_true(values, lambda value: value <= last) == last
    assert last_true_near(values, lambda value: value <= last, guess) == last


def test_a_good_guess_takes_two_trials() -> None:
    tried = []

    def holds(value: int) -> bool:
        tried.append(value)
        return value <= 7

    assert last_true_near(range(40), holds, 7) == 7
    assert tried == [7, 8]


@given(lists(floats(0.5, 90), min_size=1, max_size=150), floats(0, 400))
def test_the_largest_amount_that_leaves_room_is_found(costs: list[float], room: float) -> None:
    def spare(amount: int) -> float:
        return room - sum(costs[:amount])

    found = last_with_room(0, len(costs), room, spare, 9.0)
    assert spare(found) >= 0
    assert found == len(costs) or spare(found + 1) < 0


def test_even_costs_take_few_trials() -> None:
    tried = []

    def spare(amount: int) -> float:
        tried.append(amount)
        return 300.0 - 11.0 * amount

    assert last_with_room(0, 136, 300.0, spare, 9.0) == 27
    assert len(tried) <= 5
