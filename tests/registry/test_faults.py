import tracemalloc

import pytest

from tests.registry.fault_cases import CASES, FaultCase, by, outcome_of
from tests.registry.lines import floods, head, sending


def require_sentences(told: str) -> None:
    assert told[0].isupper() or told.startswith(("127.0.0.1", "localhost", "registry.test"))
    assert not {"{", "}", "\n"} & set(told)
    if "It says: " not in told:
        assert told.endswith(".")
        # Each says what to do next.
        steps = (
            "try again",
            "Try again",
            "Check",
            "ask the IT",
            "Ask the IT",
            "Begin",
            "come back",
        )
        assert any(step in told for step in steps)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_each_fault_ends_well_or_in_a_sentence(case: FaultCase) -> None:
    outcome = outcome_of(case)
    assert type(outcome.error) is (case.error or type(None)) or (
        case.error is not None and isinstance(outcome.error, case.error)
    )
    assert case.says in str(outcome)
    if outcome.error is not None:
        require_sentences(str(outcome.error))
    if case.waits is not None:
        assert outcome.waits == case.waits


@pytest.mark.parametrize("length", [2 << 30, None])
def test_of_two_gigabytes_nothing_is_kept(length: int | None) -> None:
    case = FaultCase("flood", by(sending(head(length), then=floods)), None)
    tracemalloc.start()
    try:
        assert outcome_of(case).error is not None
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16 << 20
