"""Takes values out of a raw record that the model cannot hold, and tells of them."""

from collections.abc import Sequence

from pydantic import ValidationError

from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import Oddity

_SHOWN_LENGTH = 60


def remove_unreadable(raw: JsonObject, error: ValidationError) -> tuple[Oddity, ...]:
    """Remove from ``raw`` what an error points at; an element that is null is only absent."""
    oddities = []
    removed: dict[int, list[int]] = {}
    for fault in error.errors(include_url=False, include_context=False):
        found = _parent_of(raw, fault["loc"])
        if found is None:
            continue
        parent, key, path = found
        value = parent[key]  # type: ignore[index]
        if value is not None:
            oddities.append(Oddity(path, f"{_shown(value)} is left out: {_reason(fault['msg'])}"))
        _take_out(parent, key, removed)
    return tuple(oddities)


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".").replace("Input should", "it should")


def _take_out(
    parent: JsonObject | list[object], key: str | int, removed: dict[int, list[int]]
) -> None:
    if isinstance(parent, dict):
        parent.pop(str(key), None)
        return
    # Several items of one list can be at fault; the indices of the error are those before any
    # of them was removed.
    index = int(key)
    before = removed.setdefault(id(parent), [])
    if index in before:
        return
    del parent[index - sum(1 for other in before if other < index)]
    before.append(index)


def _parent_of(
    raw: JsonObject, location: Sequence[str | int]
) -> tuple[JsonObject | list[object], str | int, str] | None:
    """Return the container, key and path of the deepest place of a location that exists.

    A location ends in names of the model's alternatives, which are no keys of the record.
    """
    parent: object = raw
    found: tuple[JsonObject | list[object], str | int, str] | None = None
    path = ""
    for step in location:
        if isinstance(parent, dict) and step in parent:
            path += f".{step}" if path else str(step)
            found = (parent, step, path)
            parent = parent[str(step)]
        elif isinstance(parent, list) and isinstance(step, int) and step < len(parent):
            path += f"[{step}]"
            found = (parent, step, path)
            parent = parent[step]
        else:
            break
    return found


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN_LENGTH else text[:_SHOWN_LENGTH] + "…"
