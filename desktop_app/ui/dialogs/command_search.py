"""Which commands fit what somebody types."""

import unicodedata
from collections.abc import Mapping

from desktop_app.ui.commands.actions import ACTIONS
from desktop_app.ui.commands.specs import ActionSpec
from desktop_app.ui.keys.command_synonyms import synonyms


def matching_specs(words: str, names: Mapping[str, str]) -> tuple[ActionSpec, ...]:
    """Return the commands that have all the words: in the name, then the tip, then other words.

    ``names`` gives the names that commands have in the window. Case and accents do not count, as
    few keyboards have all of them.
    """
    wanted = _folded(words).split()
    found: dict[str, ActionSpec] = {}
    for depth in range(3):
        for spec in ACTIONS:
            texts = (names[spec.id], spec.said_tip, synonyms(spec.id))
            text = _folded(" ".join(texts[: depth + 1]))
            if all(word in text for word in wanted):
                found.setdefault(spec.id, spec)
    return tuple(found.values())


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
