"""Which registry is asked: the one that was named, or chosen in the preferences, or its own."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop_app.errors import RegistryError
from desktop_app.languages import N_, _

VARIABLE = "TRIALVIEWER_REGISTRY"
"""Of the environment: a base address, such as that of a mirror, before what was chosen."""
PACE_NAME = "registry-pace"
"""Of the file, beside the logs, by which a person's programs keep the registry's pace."""
SETTINGS_NAME, ADDRESS, OFFLINE = "settings.json", "registry_address", "is_offline"
_LARGEST_SETTINGS = 1_000_000
_STAY_OFFLINE = N_(
    "The network is not used, because the preferences say so. To ask the registry, switch “Never"
    " use the network” off in Edit > Preferences."
)


def wanted_address(variables: Mapping[str, str], chosen: str) -> str:
    """Return the base address that is wanted, empty for the registry's own."""
    return variables.get(VARIABLE, "").strip() or chosen


def require_network(*, is_offline: bool) -> None:
    """Raise RegistryError where the person wants no network to be used."""
    if is_offline:
        raise RegistryError(_(_STAY_OFFLINE))


def chosen_in(folder: Path) -> tuple[str, bool]:
    """Return the base address that the preferences have, or empty, and whether to stay offline."""
    path = folder / SETTINGS_NAME
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_SETTINGS:
            return "", False
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        # The window tells of settings that cannot be read.
        return "", False
    if not isinstance(document, dict):
        return "", False
    address = document.get(ADDRESS)
    return address if isinstance(address, str) else "", document.get(OFFLINE) is True
