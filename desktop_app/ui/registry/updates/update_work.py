"""What a check for updates does off the GUI thread; knows nothing of windows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop_app.store.library import Library
from desktop_app.store.standing.values import CheckScope, ScopeKind, UpdateCheck
from desktop_app.ui.registry.stopping import stopping_with
from desktop_app.ui.tasks import Progress

if TYPE_CHECKING:
    from desktop_app.registry.updates.asking import AsksOfUpdates
    from desktop_app.ui.registry.updates.scope_choice import ScopeChoice


def check(
    open_writer: Callable[[], Library],
    registry: Callable[[], AsksOfUpdates],
    scope: CheckScope,
    on_wait: Callable[[float], None],
    progress: Progress,
) -> UpdateCheck:
    """Check studies for updates; raises DesktopAppError, or Cancelled, and keeps what is done.

    ``on_wait`` hears on this thread for how many seconds the registry is not asked.
    """
    # Loaded here: most starts of the window ask nothing of the registry.
    from desktop_app.registry.updates.checking import check_for_updates

    progress(0)
    with stopping_with(progress, on_wait) as stop, open_writer() as library:
        return check_for_updates(library, registry(), scope, stop, progress)


def choices(
    open_reader: Callable[[], Library], host: Callable[[], str], progress: Progress
) -> tuple[tuple[ScopeChoice, ...], str]:
    """Return what can be checked, and who is asked; raises DesktopAppError."""
    from desktop_app.ui.registry.updates.scope_choice import scope_choices

    progress(0)
    with open_reader() as library:
        return scope_choices(library), host()


def due_scope(
    open_reader: Callable[[], Library], kind: ScopeKind, every_days: int, _progress: Progress
) -> CheckScope | None:
    """Return what is to be checked now by the schedule, None where nothing is due."""
    from desktop_app.registry.updates.schedule import is_due

    scope = CheckScope(kind)
    with open_reader() as library, closing(library.update_book()) as book:
        is_wanted = is_due(every_days, book.last_ended(scope), datetime.now(UTC))
        return scope if is_wanted and book.count(scope) else None
