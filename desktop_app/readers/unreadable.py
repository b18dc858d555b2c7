"""Takes values out of a raw record that the model cannot hold, and tells of them."""

from collections.abc import Sequence

from pydantic import ValidationError

from desktop_app.languages import N_
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.noted import Note, noted
from desktop_app.readers.reading import Oddity, left_out

_SHOWN_LENGTH = 60
_OURS = "Value error, "
_REASONS = frozenset(
    {
        N_("it should be a valid string"),
        N_("it should be a valid integer"),
        N_("it should be a valid integer, unable to parse string as an integer"),
        N_("it should be a valid number"),
        N_("it should be a valid number, unable to parse string as a number"),
        N_("it should be a valid boolean"),
        N_("it should be a valid boolean, unable to interpret input"),
        N_("it should be a valid tuple"),
    }
)
"""What is said of types, in the words of the library that checks them."""
_REASONS_WITH_VALUES = {
    "it should be a valid dictionary or instance of ": N_(
        "it should be a valid dictionary or instance of {text}"
    ),
    "not a date of the form yyyy, yyyy-mm or yyyy-mm-dd: ": N_(
        "not a date of the form yyyy, yyyy-mm or yyyy-mm-dd: {text}"
    ),
    "not an age such as '18 Years' or 'N/A': ": N_(
        "not an age such as '18 Years' or 'N/A': {text}"
    ),
}
"""What our own readers say of a value, which stands behind it."""


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
        left_out(path, _shown(parent[key]), reason_of(reasons[path]))  # type: ignore[index]
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


def reason_of(message: str) -> Note | str:
    """Return why a value cannot be read; what no text here is for stays in English."""
    reason = message.removeprefix(_OURS).rstrip(".").replace("Input should", "it should")
    if reason in _REASONS:
        return Note(reason)
    for begin, text in _REASONS_WITH_VALUES.items():
        if reason.startswith(begin):
            return noted(text, text=reason.removeprefix(begin))
    return reason


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
