"""The studies that were updated since a day: for a whole library, far fewer than it holds."""

from datetime import date

from desktop_app.errors import PageTokenError
from desktop_app.registry.paging import Following
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.registry.updates.asking import AsksOfUpdates

_SIZE = 1_000
_TRIES = 3


def updated_since(registry: AsksOfUpdates, day: date, stop: Stop) -> dict[str, str]:
    """Return the number and the day of the last update of each; raises RegistryError."""
    for _again in range(_TRIES - 1):
        try:
            return _listed(registry, day, stop)
        except PageTokenError:
            # The list has become another one on its way, and begins anew.
            continue
    return _listed(registry, day, stop)


def _listed(registry: AsksOfUpdates, day: date, stop: Stop) -> dict[str, str]:
    query = StudiesQuery(terms=f"AREA[LastUpdatePostDate]RANGE[{day.isoformat()},MAX]")
    told: dict[str, str] = {}
    following = Following()
    token, is_last = "", False
    while not is_last:
        page = registry.found(query, stop, token=token, size=_SIZE, count=False)
        following.note(page.address, token, (study.nct_id for study in page.studies))
        told |= {study.nct_id: study.last_update for study in page.studies}
        token, is_last = page.next_token, not page.next_token
    return told
