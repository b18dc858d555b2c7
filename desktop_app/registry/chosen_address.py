"""Which registry is asked: the one that was named, or chosen in the preferences, or its own."""

import json
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "TRIALVIEWER_REGISTRY"
"""Of the environment: a base address, such as that of a mirror, before what was chosen."""
PACE_NAME = "registry-pace"
"""Of the file, beside the logs, by which a person's programs keep the registry's pace."""
SETTINGS_NAME, SETTING = "settings.json", "registry_address"
_LARGEST_SETTINGS = 1_000_000


def wanted_address(variables: Mapping[str, str], chosen: str) -> str:
    """Return the base address that is wanted, empty for the registry's own."""
    return variables.get(VARIABLE, "").strip() or chosen


def address_in_settings(folder: Path) -> str:
    """Return what was chosen in the preferences, empty where nothing was."""
    path = folder / SETTINGS_NAME
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_SETTINGS:
            return ""
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        # The window tells of settings that cannot be read.
        return ""
    address = document.get(SETTING) if isinstance(document, dict) else None
    return address if isinstance(address, str) else ""
