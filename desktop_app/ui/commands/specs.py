"""What a command and a menu are: names, tips and keys, without what they do."""

import re
from typing import NamedTuple

from desktop_app.languages import _

_KEY_BEHIND = re.compile(r"\s?\(&.\)")


class ActionSpec(NamedTuple):
    """A command. ``label`` is what the tool bar says where the menu says more.

    The texts are marked to be translated; the properties say them in the language that is spoken.
    Commands of one ``group`` exclude each other, and are marked when they are in force;
    ``is_switch`` marks a command that is on or off. ``more_keys`` do the same as ``shortcut``.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    label: str = ""
    group: str = ""
    is_switch: bool = False
    more_keys: tuple[str, ...] = ()

    @property
    def said_text(self) -> str:
        """What the menu says."""
        return _(self.text)

    @property
    def said_tip(self) -> str:
        """What the command does, in a sentence."""
        return _(self.tip)

    @property
    def said_label(self) -> str:
        """What the tool bar says."""
        return _(self.label) or self.name

    @property
    def name(self) -> str:
        """The command's name without the marks of its menu."""
        return unmarked(self.said_text).removesuffix("…").rstrip()

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys of the command."""
        return (self.shortcut, *self.more_keys) if self.shortcut else self.more_keys


def unmarked(text: str) -> str:
    """Return the text of a menu without the mark of its key, also one behind it: ``打开(&O)…``."""
    return _KEY_BEHIND.sub("", text).replace("&", "")


class MenuSpec(NamedTuple):
    """A menu: names of commands, menus below it, None for a line between."""

    id: str
    title: str
    entries: tuple["str | MenuSpec | None", ...]
