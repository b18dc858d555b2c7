"""What the processes of a rebuilding tell each other."""

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.store.prepared import PreparedRecord

PreparedStudy = list[tuple[int, PreparedRecord]]
"""All versions of a study: their ids, and what is kept of them."""


class PreparedGroup(NamedTuple):
    """What one worker prepared: some studies; the next ones come from the next worker."""

    studies: list[PreparedStudy]
    more: bool = False


@dataclass(frozen=True, slots=True)
class RebuildJob:
    """What a worker is to do: each ``workers``-th group of studies, from the ``share``-th on.

    The studies are those with numbers above ``last``.
    """

    library: str
    last: int
    language: str
    share: int
    workers: int
