"""Groups of results under other ids: a newer record may number the same groups anew."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from desktop_app.study.adverse_events import EventGroup
from desktop_app.study.base import RecordModel
from desktop_app.study.measures import MeasureGroup

M = TypeVar("M", bound=RecordModel)
Groups = tuple[MeasureGroup | EventGroup, ...]


def groups_of(model: RecordModel) -> Groups:
    """Return the groups of a table of results, none for what has none."""
    groups = getattr(model, "groups", None) or getattr(model, "event_groups", None) or ()
    return tuple(group for group in groups if isinstance(group, MeasureGroup | EventGroup))


def titles_of(model: RecordModel) -> dict[str, str]:
    """Return the titles of the groups of a table of results by their ids."""
    return {
        group.id: " ".join(group.title.split())
        for group in groups_of(model)
        if group.id and group.title
    }


def numbered_as(old: M, new: M) -> M:
    """Return a table of results with its groups, told by their titles, numbered as in another."""
    ids = _other_ids(groups_of(old), groups_of(new))
    return _with_ids(old, ids) if ids else old


def _other_ids(old: Groups, new: Groups) -> dict[str, str]:
    """Return the ids that become others; empty where none does, or the titles do not tell."""
    before, after = _ids_by_title(old), _ids_by_title(new)
    ids = {before[title]: after[title] for title in before.keys() & after.keys()}
    if all(one == other for one, other in ids.items()):
        return {}
    taken = {*ids.values(), *(group.id for group in new if group.id)}
    for group in old:
        if group.id and group.id not in ids:
            ids[group.id] = _free(group.id, taken)
            taken.add(ids[group.id])
    return ids


def _ids_by_title(groups: Groups) -> dict[str, str]:
    titles = Counter(_title(group) for group in groups)
    return {
        _title(group): group.id
        for group in groups
        if group.id and group.title and titles[_title(group)] == 1
    }


def _title(group: MeasureGroup | EventGroup) -> str:
    return " ".join((group.title or "").split())


def _free(wanted: str, taken: set[str]) -> str:
    """Return an id that no other group has; the one that is wanted, if that may be."""
    while wanted in taken:
        wanted += "′"
    return wanted


def _with_ids(model: M, ids: Mapping[str, str]) -> M:
    parts = model.__dict__.items()
    made = {name: _part_with_ids(model, name, part, ids) for name, part in parts}
    others = {name: part for name, part in made.items() if part is not model.__dict__[name]}
    return model.model_copy(update=others) if others else model


def _part_with_ids(model: RecordModel, name: str, part: object, ids: Mapping[str, str]) -> object:
    is_id = name == "group_id" or (name == "id" and isinstance(model, MeasureGroup | EventGroup))
    if isinstance(part, str):
        return ids.get(part, part) if is_id else part
    if isinstance(part, RecordModel):
        return _with_ids(part, ids)
    if isinstance(part, tuple) and name == "group_ids":
        return tuple(ids.get(one, one) for one in part)
    if isinstance(part, tuple) and part and isinstance(part[0], RecordModel):
        return tuple(_with_ids(one, ids) for one in part)
    return part
