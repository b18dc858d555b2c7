"""Walks through two records side by side, element by element, so that nothing is missed.

What is no change: the order of lists, white space, what is empty on one side and absent on the
other, and the version of the registry's data, which moves every day.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence

from desktop_app.analysis.changes.canonical import Canonical, elements_of, words_of
from desktop_app.analysis.changes.change import Change, Step, Value
from desktop_app.analysis.changes.criteria import criteria_changes
from desktop_app.analysis.changes.groups import groups_of, numbered_as, titles_of
from desktop_app.analysis.changes.keys import ALIKE, WAYS, name_of
from desktop_app.analysis.changes.lists import only_in_one, without_equal
from desktop_app.analysis.changes.matching import Matched, matched
from desktop_app.analysis.changes.parts import part_of
from desktop_app.analysis.changes.renamings import NAMING, renamings, without_renamed
from desktop_app.study.arms_interventions import ArmsInterventionsModule
from desktop_app.study.base import RecordModel
from desktop_app.study.date_structs import DateStruct, PartialDateStruct
from desktop_app.study.design import EnrollmentInfo
from desktop_app.study.markup import MarkupText
from desktop_app.study.study import Study

_WHOLE = (PartialDateStruct, DateStruct, EnrollmentInfo)
"""Parts that are one value to a reader: a date or a number, and whether it is estimated."""
AT_ONCE = frozenset(
    (
        *("participant_flow_module", "baseline_characteristics_module"),
        *("outcome_measures_module", "adverse_events_module"),
    )
)
"""Modules with thousands of values: where they come or go, they do so as a whole."""
_PASSED_OVER = frozenset(("version_holder",))

Path = tuple[Step, ...]


def changes_between(old: Study, new: Study) -> tuple[Change, ...]:
    """Return all that differs, in the order of the record; empty where nothing does."""
    return tuple(_Walk().of_models(old, new, ()))


class _Walk:
    """One comparison; what it reduced is kept for as long as it goes on."""

    def __init__(self) -> None:
        self._canonical = Canonical()
        # Of the part of the results that the walk is in: ids say nothing to people.
        self._groups: dict[str, str] = {}
        self._renamed: dict[str, str] = {}
        # What is reduced is known by its place in memory, and has to stay there.
        self._made: list[RecordModel] = []

    def of_models(self, old: RecordModel, new: RecordModel, path: Path) -> Iterator[Change]:
        """Yield what differs in two parts of one kind."""
        if old is new:
            return
        old = self._numbered_as(old, new)
        mine, theirs = dict(elements_of(old)), dict(elements_of(new))
        outer = self._groups
        self._groups = outer | titles_of(old) | titles_of(new)
        if isinstance(old, ArmsInterventionsModule) and isinstance(new, ArmsInterventionsModule):
            self._renamed = self._renamings(old, new)
        for element in dict.fromkeys((*mine, *theirs)):
            before, after = mine.get(element), theirs.get(element)
            if element not in _PASSED_OVER and before != after:
                yield from self._of_values(before, after, (*path, Step(type(old), element)))
        self._groups = outer

    def _of_values(self, old: Value, new: Value, path: Path) -> Iterator[Change]:
        match old, new:
            case (MarkupText(), MarkupText()) if path[-1].element == "eligibility_criteria":
                yield from self._of_criteria(old, new, path)
            case (RecordModel(), RecordModel()) if not self._is_one_value(old, new, path):
                yield from self.of_models(old, new, path)
            case (tuple(), tuple()) if _holds_models(old) or _holds_models(new):
                yield from self._of_items(old, new, path)
            case (tuple(), tuple()):
                gone, come = only_in_one(old, new, self._canonical)
                if (element := path[-1].element) in NAMING:
                    gone, come = without_renamed(gone, come, self._renamed, element)
                if gone or come:
                    yield Change(path, gone or None, come or None, part_of(path))
            case _:
                yield from self._of_whole(old, new, path)

    def _of_whole(self, old: Value, new: Value, path: Path) -> Iterator[Change]:
        before, after = self._canonical.of(old), self._canonical.of(new)
        if before != after:
            stood = old if before is not None else None
            stands = new if after is not None else None
            yield Change(path, stood, stands, part_of(path))

    def _is_one_value(self, old: RecordModel, new: RecordModel, path: Path) -> bool:
        if path[-1].element in AT_ONCE:
            return self._canonical.of(old) is None or self._canonical.of(new) is None
        return isinstance(old, _WHOLE)

    def _of_items(
        self, old: tuple[RecordModel, ...], new: tuple[RecordModel, ...], path: Path
    ) -> Iterator[Change]:
        found = self._matched(old, new)
        for gone in found.gone:
            yield Change(self._at(path, gone), gone, None, part_of(path))
        for early, late in found.pairs:
            yield from self.of_models(early, late, self._at(path, early))
        for come in found.come:
            yield Change(self._at(path, come), None, come, part_of(path))

    def _matched(
        self, old: Sequence[RecordModel], new: Sequence[RecordModel]
    ) -> Matched[RecordModel]:
        kind = type((old or new)[0])
        ways: list[Callable[[RecordModel], Hashable]] = [
            *(_Key(self._canonical, elements) for elements in WAYS.get(kind, ())),
            _nameless,
        ]
        before, after = without_equal(old, new)
        return matched(
            self._with_content(before),
            self._with_content(after),
            self._canonical.of,
            ways,
            self._words if kind in ALIKE else None,
        )

    def _renamings(
        self, old: ArmsInterventionsModule, new: ArmsInterventionsModule
    ) -> dict[str, str]:
        lists = (old.arm_groups, new.arm_groups), (old.interventions, new.interventions)
        every = (self._matched(*both).pairs for both in lists if any(both))
        return renamings(pair for pairs in every for pair in pairs)

    def _numbered_as(self, old: RecordModel, new: RecordModel) -> RecordModel:
        """Return a part with its groups under the ids that they have in the new one."""
        if not groups_of(old):
            return old
        made = numbered_as(old, new)
        self._made.append(made)
        return made

    def _of_criteria(self, old: MarkupText, new: MarkupText, path: Path) -> Iterator[Change]:
        found = criteria_changes(old, new)
        if found is None:
            yield from self._of_whole(old, new, path)
            return
        *above, last = path
        for one in found:
            at = (*above, Step(last.model, last.element, one.number))
            yield Change(at, one.old or None, one.new or None, part_of(path))

    def _with_content(self, items: Sequence[RecordModel]) -> list[RecordModel]:
        return [item for item in items if self._canonical.of(item) is not None]

    def _at(self, path: Path, item: RecordModel) -> Path:
        *above, last = path
        name = name_of(item)
        return (*above, Step(last.model, last.element, self._groups.get(name, name)))

    def _words(self, item: RecordModel) -> frozenset[str]:
        return frozenset(words_of(self._canonical.of(item)))


class _Key:
    """Gives the elements by which items are matched, None where an item lacks all of them."""

    def __init__(self, canonical: Canonical, elements: tuple[str, ...]) -> None:
        self._canonical = canonical
        self._elements = elements

    def __call__(self, item: RecordModel) -> Hashable:
        values = tuple(self._canonical.of(getattr(item, name)) for name in self._elements)
        return values if any(value is not None for value in values) else None


def _holds_models(items: tuple[object, ...]) -> bool:
    return bool(items) and isinstance(items[0], RecordModel)


def _nameless(item: RecordModel) -> Hashable:
    """Match the items that nothing names by their order, such as the one class of a measure."""
    return None if name_of(item) else True
