"""Takes values out of a raw record that the model cannot hold, and tells of them."""

from collections.abc import Sequence

from pydantic import ValidationError

from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import LEFT_OUT, Oddity

_SHOWN_LENGTH = 60
_OURS = "Value error, "


def remove_unreadable(raw: JsonObject, error: ValidationError) -> tuple[Oddity, ...]:
    """Remove from ``raw`` what an error points at; an element that is null is only absent."""
    places: dict[str, tuple[JsonObject | list[object], str | int]] = {}
    reasons: dict[str, str] = {}
    for fault in error.errors(include_url=False, include_context=False):
        found = _place_of(raw, fault["loc"])
        if found is not None:
            parent, key, path = found
            places[path] = (parent, key)
            reasons[path] = _better(reasons.get(path, ""), fault["msg"])
    oddities = [
        Oddity(path, f"{_shown(parent[key])}{LEFT_OUT}{_reason(reasons[path])}")  # type: ignore[index]
        for path, (parent, key) in places.items()
        if parent[key] is not None  # type: ignore[index]
    ]
    # From the end of each list, so that an item does not move before its turn.
    for parent, key in sorted(
        places.values(), key=lambda place: str(place[1]).zfill(9), reverse=True
    ):
        del parent[key]  # type: ignore[arg-type]
    return tuple(oddities)


def _better(one: str, other: str) -> str:
    """Return what our own readers say of a value, before what is said of its type."""
    return one if one.startswith(_OURS) or (one and not other.startswith(_OURS)) else other


def _reason(message: str) -> str:
    return message.removeprefix(_OURS).rstrip(".").replace("Input should", "it should")


def _place_of(
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
