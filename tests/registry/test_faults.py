import tracemalloc

import pytest

from tests.registry.fault_cases import CASES, FaultCase, by, floods, head, outcome_of, sending


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_each_fault_ends_well_or_in_a_sentence(case: FaultCase) -> None:
    outcome = outcome_of(case)
    assert type(outcome.error) is (case.error or type(None)) or (
        case.error is not None and isinstance(outcome.error, case.error)
    )
    assert case.says in str(outcome)
    if case.waits is not None:
        assert outcome.waits == case.waits


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_what_is_said_is_whole_sentences(case: FaultCase) -> None:
    if case.error is None or case.name == "400, the words of a search":
        return
    told = str(outcome_of(case).error)
    assert told.endswith(".")
    assert told[0].isupper() or told.startswith(("127.0.0.1", "localhost", "registry.test"))
    assert not {"{", "}", "\n"} & set(told)
    # Each says what to do next.
    steps = ("try again", "Check", "Ask the IT", "ask the IT", "Begin", "come back", "Try again")
    assert any(step in told for step in steps)


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
