"""Arms and interventions under other names, which each name the others: told once, where it is."""

from collections import Counter
from collections.abc import Iterable, Mapping

from desktop_app.analysis.changes.canonical import plain_text
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.base import RecordModel

NAMING = frozenset(("arm_group_labels", "intervention_names"))
"""The elements in which arms and interventions are named."""

Items = tuple[object, ...]


def renamings(pairs: Iterable[tuple[RecordModel, RecordModel]]) -> dict[str, str]:
    """Return the new names of arms and interventions, by the old ones."""
    names = ((_name(old), _name(new)) for old, new in pairs)
    return {before: after for before, after in names if before and after and before != after}


def without_renamed(
    gone: Items, come: Items, renamed: Mapping[str, str], element: str
) -> tuple[Items, Items]:
    """Return of the names that went and came those that are not the same under another name."""
    called = _without_type if element == "intervention_names" else str
    waiting = Counter(plain_text(called(str(one))) for one in come)
    still_gone = []
    for one in gone:
        name = plain_text(called(str(one)))
        after = renamed.get(name, name)
        if waiting[after]:
            waiting[after] -= 1
        else:
            still_gone.append(one)
    still_come = []
    for one in reversed(come):
        name = plain_text(called(str(one)))
        if waiting[name]:
            waiting[name] -= 1
            still_come.append(one)
    return tuple(still_gone), tuple(reversed(still_come))


def _name(item: RecordModel) -> str:
    if isinstance(item, ArmGroup):
        return plain_text(item.label or "")
    return plain_text(item.name or "") if isinstance(item, Intervention) else ""


def _without_type(name: str) -> str:
    """Return the name of an intervention without its type: ``Drug: Aspirin``."""
    return name.partition(": ")[2] or name
