"""Lets work that waits for the network stop when its task is cancelled."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.ui.tasks import Cancelled, Progress


@contextmanager
def stopping_with(
    progress: Progress, on_wait: Callable[[float], None] | None = None
) -> Iterator[Stop]:
    """Give what ends a request once the task is cancelled; such a request ends the task.

    ``on_wait`` hears for how many seconds the registry is not asked, and 0 when it is again.
    """
    stop = Stop(on_wait)
    progress.when_cancelled(stop.set)
    try:
        yield stop
    except RequestCancelled as error:
        raise Cancelled from error
