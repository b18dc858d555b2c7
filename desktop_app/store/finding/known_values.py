"""Values of fields that one library knows: its countries, the person's tags and collections."""

from collections.abc import Mapping, Sequence

import apsw

from desktop_app.store.finding.countries import Countries
from desktop_app.store.personal.values import OwnStatus

_NAMES = {
    "tag": "SELECT name FROM personal.tag ORDER BY name COLLATE NOCASE",
    "collection": "SELECT name FROM personal.collection ORDER BY position",
    "own": "SELECT DISTINCT status FROM personal.own_status ORDER BY status COLLATE NOCASE",
}


def known_values(connection: apsw.Connection, countries: Countries) -> Mapping[str, Sequence[str]]:
    """Return the values by the names of their fields."""
    known = {name: [str(row[0]) for row in connection.execute(sql)] for name, sql in _NAMES.items()}
    offered = [status.value for status in OwnStatus]
    known["own"] = list(dict.fromkeys((*offered, *known["own"])))
    return {**known, "country": countries.names(connection)}
