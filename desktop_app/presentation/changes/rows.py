"""Puts changes into rows: under which title each stands, and its words with their marks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.analysis.changes.change import Change, Part, Step
from desktop_app.analysis.changes.keys import name_of
from desktop_app.analysis.changes.walk import AT_ONCE, changes_between
from desktop_app.analysis.changes.words import Mark, Piece, marked_words, tidy
from desktop_app.languages import _
from desktop_app.presentation.changes.content import ChangeRow, Compared, Comparison, Kind
from desktop_app.presentation.changes.values import (
    counts_text,
    element_label,
    item_text,
    value_text,
)
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.base import RecordModel
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.markup import MarkupText
from desktop_app.study.study import ProtocolSection, Study

_OUTER = (Study, ProtocolSection)
_BETWEEN, _BECAME = " › ", " → "
_FIRST = (
    *("eligibility_module", "outcomes_module", "arms_interventions_module", "design_module"),
    *("status_module", "conditions_module", "sponsor_collaborators_module"),
)
"""The modules that matter most to a reader, in this order; others follow as in the record."""
_PARTS = tuple(Part)


def compare(old: Compared, new: Compared, today: date) -> Comparison:
    """Compare two records; takes up to a second for the largest."""
    changes = sorted(changes_between(old.study, new.study), key=_rank)
    moved = _moved(changes)
    rows = tuple(_row(change, moved) for change in changes)
    made = Comparison(old, new, rows, today)
    return made if made.is_of_one_study else replace(made, rows=tuple(map(_of_two, rows)))


def _of_two(row: ChangeRow) -> ChangeRow:
    """Say of two studies which one has an element: nothing was added to either."""
    match row.kind:
        case Kind.ADDED:
            return replace(row, note=_("only in the second"))
        case Kind.REMOVED:
            return replace(row, note=_("only in the first"))
        case Kind.CHANGED:
            return row


def _rank(change: Change) -> tuple[int, int]:
    module = next((at for at, name in enumerate(_FIRST) if name in change.elements), len(_FIRST))
    return _PARTS.index(change.part), module


def _row(change: Change, moved: Mapping[int, str]) -> ChangeRow:
    module, *steps = _inner(change.path)
    title = element_label(module.model, module.element)
    named = [module.item, *(words for step in steps for words in _step_words(step))]
    label = _BETWEEN.join(_without_repetition(title, filter(None, named))) or title
    row = ChangeRow(change.part, title, label, _kind(change), pieces_of(change))
    return replace(row, note=moved.get(id(change)) or _renamed(change))


def _renamed(change: Change) -> str:
    """Return what is said of an arm or intervention under another name: it is told but once."""
    last = change.path[-1]
    is_name = (last.model, last.element) in ((ArmGroup, "label"), (Intervention, "name"))
    return _("renamed") if is_name and change.old and change.new else ""


def _without_repetition(before: str, words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word != before:
            yield word
        before = word


def _inner(path: tuple[Step, ...]) -> list[Step]:
    """Return the steps from the module on: the sections of the record say nothing to people."""
    steps = list(path)
    while len(steps) > 1 and steps[0].model in _OUTER and not _is_module(steps[0]):
        steps.pop(0)
    return steps


def _is_module(step: Step) -> bool:
    return step.element.endswith("_module") or not step.element.endswith("_section")


def _step_words(step: Step) -> Iterator[str]:
    # The number of a criterion says that it is one.
    is_criterion = step.model is EligibilityModule and bool(step.item)
    if not is_criterion:
        yield element_label(step.model, step.element)
    yield step.item


def _kind(change: Change) -> Kind:
    if change.old is None:
        return Kind.ADDED
    return Kind.REMOVED if change.new is None else Kind.CHANGED


def _moved(changes: Sequence[Change]) -> Mapping[int, str]:
    """Return what is said of items that went from one list and came in another one, by change."""
    gone: dict[tuple[type[RecordModel], str], Change] = {}
    said = {}
    for one in changes:
        if isinstance(one.old, RecordModel) and one.new is None:
            gone[type(one.old), name_of(one.old)] = one
    for come in changes:
        if come.old is not None or not isinstance(come.new, RecordModel):
            continue
        source = gone.get((type(come.new), name_of(come.new)))
        if source is None or source.old != come.new:
            continue
        if source.path[-1].element != come.path[-1].element:
            said[id(come)] = _("moved from {list}").format(list=_list_of(source))
            said[id(source)] = _("moved to {list}").format(list=_list_of(come))
    return said


def _list_of(change: Change) -> str:
    last = change.path[-1]
    return element_label(last.model, last.element)


def pieces_of(change: Change) -> tuple[Piece, ...]:
    """Return the words of a change with their marks: in texts word by word, values as a whole."""
    old, new = change.old, change.new
    if isinstance(old, tuple) or isinstance(new, tuple):
        return _of_lists(_texts(old), _texts(new))
    before, after = _text(old, change), _text(new, change)
    if tidy(before) == tidy(after):
        # Words alone do not tell them apart, as those of a code that is not known.
        before, after = str(old), str(new)
    if _is_text(old) and _is_text(new):
        return marked_words(before, after)
    return _replaced(before, after)


def _text(value: object, change: Change) -> str:
    item, element = change.path[-1].item, change.path[-1].element
    if isinstance(value, RecordModel) and element in AT_ONCE:
        return counts_text(value)
    return item_text(value, item) if isinstance(value, RecordModel) and item else value_text(value)


def _is_text(value: object) -> bool:
    return isinstance(value, MarkupText) or type(value) is str


def _replaced(old: str, new: str) -> tuple[Piece, ...]:
    if not old or not new:
        return tuple(
            Piece(mark, text) for mark, text in ((Mark.REMOVED, old), (Mark.ADDED, new)) if text
        )
    return (Piece(Mark.REMOVED, old), Piece(Mark.KEPT, _BECAME), Piece(Mark.ADDED, new))


def _of_lists(old: list[str], new: list[str]) -> tuple[Piece, ...]:
    """Return each value in a line of its own; one that became another one as one text."""
    if len(old) == len(new) == 1:
        return marked_words(old[0], new[0])
    lines = [(Mark.REMOVED, text) for text in old] + [(Mark.ADDED, text) for text in new]
    ended = [(mark, text + "\n") for mark, text in lines[:-1]] + lines[-1:]
    return tuple(Piece(mark, text) for mark, text in ended)


def _texts(values: object) -> list[str]:
    if values is None:
        return []
    return [value_text(value) for value in (values if isinstance(values, tuple) else (values,))]
