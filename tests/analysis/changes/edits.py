"""Random edits of a record in the registry's JSON, and the same record in another order."""

import json
import random
from collections.abc import Iterator
from typing import Any

Json = Any
Path = tuple[str | int, ...]
PASSED_OVER = "versionHolder"
_INVENTED = "zyxwv"


def leaves(value: Json, path: Path = ()) -> Iterator[Path]:
    """Yields the path of every plain value."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from leaves(one, (*path, name))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from leaves(one, (*path, at))
    else:
        yield path


def at(value: Json, path: Path) -> Json:
    """Returns what stands at a path."""
    for step in path:
        value = value[step]
    return value


def edited(value: Json, path: Path) -> Json:
    """Returns a copy with another value at a path, one that the schema takes there."""
    made = json.loads(json.dumps(value))
    *above, last = path
    at(made, tuple(above))[last] = _other(at(value, path))
    return made


def _other(value: Json) -> Json:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    text = str(value)
    if text[:4].isdigit() and text[4:5] == "-":
        return f"{int(text[:4]) - 1}{text[4:]}".replace("02-29", "02-28")
    first, _blank, rest = text.partition(" ")
    if first.isdigit():
        return f"{int(first) + 1} {rest}".strip()
    return f"{text} {_INVENTED}"


def reordered(value: Json, chance: random.Random) -> Json:
    """Returns the same with all its lists in another order, and more white space in its texts."""
    if isinstance(value, dict):
        return {name: reordered(one, chance) for name, one in value.items()}
    if isinstance(value, list):
        made = [reordered(one, chance) for one in value]
        chance.shuffle(made)
        return made
    is_text = isinstance(value, str) and len(value) > 40 and "\n" not in value
    return value.replace(" ", "  ") if is_text else value
