"""Lets work that waits for the network stop when its task is cancelled."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.ui.tasks import Cancelled, Progress


@contextmanager
def stopping_with(progress: Progress) -> Iterator[Stop]:
    """Give what ends a request once the task is cancelled; such a request ends the task."""
    stop = Stop()
    progress.when_cancelled(stop.set)
    try:
        yield stop
    except RequestCancelled as error:
        raise Cancelled from error
