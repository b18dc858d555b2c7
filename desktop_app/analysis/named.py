"""Arms, groups and interventions in words with their numbers."""

from collections.abc import Iterable
from enum import StrEnum

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import listed


class Named(StrEnum):
    """What a row, a column or a lane stands for."""

    ARM = "arm"
    GROUP = "group"
    INTERVENTION = "intervention"


def numbered(named: Named, number: int) -> str:
    """Return which one it is, counted from 1: ``arm 2``."""
    match named:
        case Named.ARM:
            words = _("arm {number}")
        case Named.GROUP:
            words = _("group {number}")
        case Named.INTERVENTION:
            words = _("intervention {number}")
    return words.format(number=number)


def all_numbered(named: Named, numbers: Iterable[int]) -> str:
    """Return which ones they are, or that there is none: ``arms 1, 3``."""
    every = [str(number) for number in numbers]
    if not every:
        return _none(named)
    match named:
        case Named.ARM:
            words = ngettext("arm {numbers}", "arms {numbers}", len(every))
        case Named.GROUP:
            words = ngettext("group {numbers}", "groups {numbers}", len(every))
        case Named.INTERVENTION:
            words = ngettext("intervention {numbers}", "interventions {numbers}", len(every))
    return words.format(numbers=listed(every))


def _none(named: Named) -> str:
    match named:
        case Named.ARM:
            return _("no arms")
        case Named.GROUP:
            return _("no groups")
        case Named.INTERVENTION:
            return _("no interventions")


def counted(named: Named, count: int) -> str:
    """Return how many there are: ``12 arms``."""
    match named:
        case Named.ARM:
            words = ngettext("{count} arm", "{count} arms", count)
        case Named.GROUP:
            words = ngettext("{count} group", "{count} groups", count)
        case Named.INTERVENTION:
            words = ngettext("{count} intervention", "{count} interventions", count)
    return words.format(count=count)
