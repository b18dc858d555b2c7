"""Parts of a query as conditions in SQL."""

from collections.abc import Iterable

from desktop_app.store.facets.packing import PARTS, Facet
from desktop_app.store.finding.expressions import expression
from desktop_app.store.finding.resolved import (
    AnyOf,
    Choice,
    Condition,
    Every,
    Part,
    Sequence,
    Without,
    Word,
    holds_sequence,
)

_TRUE = Condition("1")
_FALSE = Condition("0")


def condition(part: Part) -> Condition:
    """Return the condition for a part; where words must follow each other, that all occur."""
    found = None if isinstance(part, Without) else expression(part)
    if found is not None:
        return _match(found)
    if isinstance(part, Without):
        return _without(part.part)
    if isinstance(part, Every):
        return _joined("AND", (condition(one) for one in part.parts), _TRUE)
    if isinstance(part, AnyOf):
        return _joined("OR", (condition(one) for one in part.parts), _FALSE)
    if isinstance(part, Choice):
        return choice_condition(part)
    assert not isinstance(part, Word | Sequence)
    return part


def choice_condition(choice: Choice) -> Condition:
    """Return the condition for what filters choose."""
    if choice.facet is Facet.COUNTRY:
        return Condition(f"facet.countries IN ({_numbers(choice.sets)})", (), ("facet",))
    part = PARTS[choice.facet]
    value = f"(facet.packed >> {part.shift} & {part.full})"
    if not part.is_mask:
        return Condition(f"{value} IN ({_numbers(choice.bits)})", (), ("facet",))
    tests = [f"{value} & {bits} = {bits}" if bits else f"{value} = 0" for bits in choice.bits]
    return Condition(f"({' OR '.join(sorted(tests))})" if tests else "0", (), ("facet",))


def _match(match: str) -> Condition:
    return Condition("+{key} IN (SELECT rowid FROM study_text WHERE study_text MATCH ?)", (match,))


def _without(part: Part) -> Condition:
    # Words that must not follow each other may well all occur: the text alone can tell.
    if holds_sequence(part):
        return _TRUE
    inner = condition(part)
    return Condition(f"NOT coalesce(({inner.sql}), 0)", inner.parameters, inner.tables)


def _joined(word: str, parts: Iterable[Condition], none: Condition) -> Condition:
    made = list(parts)
    if not made:
        return none
    return Condition(
        f"({f' {word} '.join(f'({one.sql})' for one in made)})",
        tuple(value for one in made for value in one.parameters),
        tuple(dict.fromkeys(table for one in made for table in one.tables)),
    )


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
