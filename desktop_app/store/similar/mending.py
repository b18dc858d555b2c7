"""Records without what is of another type than the registry's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.readers.json_values import JsonObject

_NAMED = [{"name": str}]
_TERMS = {"meshes": [{"term": str}], "ancestors": [{"term": str}]}
_SHAPE = {
    "protocolSection": {
        "identificationModule": {"briefTitle": str, "officialTitle": str},
        "conditionsModule": {"conditions": [str], "keywords": [str]},
        "armsInterventionsModule": {"interventions": [{"name": str, "otherNames": [str]}]},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": str}, "collaborators": _NAMED},
        "contactsLocationsModule": {"overallOfficials": _NAMED},
    },
    "derivedSection": {"conditionBrowseModule": _TERMS, "interventionBrowseModule": _TERMS},
}
"""The elements that are looked at, with their types."""


def mended(raw: JsonObject) -> JsonObject:
    """Return the elements by which like studies are known; those of a wrong type are empty."""
    kept: JsonObject = _fitting(raw, _SHAPE)
    return kept


def _fitting(value: object, shape: Any) -> Any:
    if isinstance(shape, dict):
        found = value if isinstance(value, dict) else {}
        return {name: _fitting(found.get(name), below) for name, below in shape.items()}
    if isinstance(shape, list):
        return [_fitting(one, shape[0]) for one in value] if isinstance(value, list) else []
    return value if isinstance(value, shape) else ""
