"""When a check is due that the person wants to be made now and then."""

from datetime import datetime, timedelta

from desktop_app.store.standing.values import UpdateCheck


def is_due(every_days: int, last: UpdateCheck | None, now: datetime) -> bool:
    """Tell whether a check that is wanted every so many days is due; 0 for one that is not wanted.

    A day is some hours shorter, so that a check of each morning does not wander through the day.
    """
    if not every_days:
        return False
    if last is None or last.ended_at is None:
        return True
    # A clock that was ahead puts no check off for ever.
    is_ahead = last.begun_at > now
    return is_ahead or now - last.begun_at >= timedelta(days=every_days, hours=-4)
