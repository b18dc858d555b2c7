"""How a query is run: what the index of words is asked for, and what else a row must fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop_app.store.finding.conditions import choice_condition, condition
from desktop_app.store.finding.expressions import (
    EVERY_STUDY,
    EVERYWHERE,
    NAMED,
    NOTES,
    TITLES,
    expression,
    without,
)
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


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for, in one piece.

    ``match`` is an expression for the index, or empty. ``choices`` are what filters choose, apart
    from the other ``conditions`` because the counts of a filter leave its own choice out.
    ``looked_at`` are parts for which the text of a study has to be looked at.
    """

    match: str
    conditions: tuple[Condition, ...] = ()
    choices: tuple[Choice, ...] = ()
    looked_at: tuple[Part, ...] = ()

    @property
    def is_all(self) -> bool:
        """Tell whether every study fits."""
        return not (self.match or self.conditions or self.choices or self.looked_at)

    def select(
        self,
        columns: str,
        *,
        tables: Iterable[str] = (),
        ending: str = "",
        also: Condition | None = None,
    ) -> tuple[str, tuple[object, ...]]:
        """Return a statement and its parameters; ``{key}`` stands for the key of the row.

        ``tables`` are those that the columns and the ending need.
        """
        wanted = [*self.conditions]
        wanted += [choice_condition(one) for one in self.choices]
        wanted += [also] if also is not None else []
        needed = {*tables, *(table for one in wanted for table in one.tables)}
        source, key = _source(self.match, needed)
        tests = ["study_text MATCH ?"] if self.match else []
        tests += [f"({one.sql})" for one in wanted]
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        sql = f"SELECT {columns} FROM {source} {where} {ending}".replace("{key}", key)
        parameters = [self.match] if self.match else []
        return sql, (*parameters, *(value for one in wanted for value in one.parameters))


def _source(match: str, needed: set[str]) -> tuple[str, str]:
    """Return the tables and the key; the order of the tables is that in which they are read."""
    if match:
        joins = (f" CROSS JOIN {one} ON {one}.row = study_text.rowid" for one in sorted(needed))
        return "study_text" + "".join(joins), "study_text.rowid"
    if needed == {"study"}:
        return "study", "study.row"
    join = " CROSS JOIN study ON study.row = facet.row" if "study" in needed else ""
    return f"facet{join}", "facet.row"


def plan_of(root: Every, columns: str = EVERYWHERE, *, is_quick: bool = False) -> Plan:
    """Return how to find what must all fit; words without columns are looked for in some."""
    wanted: list[str] = []
    unwanted: list[str] = []
    conditions: list[Condition] = []
    for part in root.parts:
        if isinstance(part, Choice):
            wanted += [part.hint] if part.hint else []
            continue
        found = expression(part, columns, is_quick=is_quick)
        if found is not None:
            wanted.append(found)
        elif isinstance(part, Without) and isinstance(part.part, Word):
            unwanted.append(expression(part.part) or "")
        elif not (isinstance(part, Without) and holds_sequence(part)):
            conditions.append(condition(part))
    if unwanted and not wanted:
        wanted.append(EVERY_STUDY)
    match = " AND ".join(dict.fromkeys(wanted))
    return Plan(
        match=without(f"({match})", unwanted) if unwanted else match,
        conditions=tuple(conditions),
        choices=tuple(part for part in root.parts if isinstance(part, Choice)),
        looked_at=tuple(part for part in root.parts if holds_sequence(part)),
    )


def tiers(root: Every, *, is_quick: bool = False) -> Iterator[Plan]:
    """Yield plans that part what a query finds, the most relevant first.

    Studies in whose numbers and titles all words occur, then those in whose conditions and
    interventions as well, then the others.
    """
    whole = plan_of(root, is_quick=is_quick)
    inner = ""
    for columns in (TITLES, NAMED, EVERYWHERE):
        plan = plan_of(root, columns, is_quick=is_quick)
        if not plan.match:
            yield whole
            return
        yield replace(plan, match=without(f"({plan.match})", [inner]) if inner else plan.match)
        inner = f"({plan.match})"


def notes_match(root: Every) -> str:
    """Return the expression that finds the notes with all plain words; empty for other queries."""
    asked = tuple(part for part in root.parts if not isinstance(part, Choice | Condition))
    if not asked or not all(_is_plain(part) for part in asked):
        return ""
    return expression(Every(asked), NOTES) or ""


def _is_plain(part: Part) -> bool:
    if isinstance(part, Every | AnyOf):
        return all(_is_plain(one) for one in part.parts)
    return isinstance(part, Word | Sequence) and not part.columns
