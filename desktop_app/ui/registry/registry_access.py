"""The window's one way to the registry, made when it is first asked."""

from __future__ import annotations

import os
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.directories import Directories
from desktop_app.ui.settings import SettingsKeeper

if TYPE_CHECKING:
    from desktop_app.registry.client import RegistryClient


class RegistryAccess:
    """Gives the client to any thread; nothing of the network is loaded before."""

    def __init__(self, directories: Directories, settings: SettingsKeeper) -> None:
        self._directories, self._settings = directories, settings
        self._lock = Lock()
        self._client: RegistryClient | None = None

    def client(self) -> RegistryClient:
        """Return the client of the registry that was chosen.

        Raises RegistryError where its address is none, or not safe, or the network is not to be
        used.
        """
        from desktop_app.registry.addresses import checked_base
        from desktop_app.registry.chosen_address import PACE_NAME, require_network
        from desktop_app.registry.client import RegistryClient

        require_network(is_offline=self._settings.current.is_offline)
        address = checked_base(self._wanted)
        with self._lock:
            if self._client is None or self._client.base_address != address:
                pace_file = self._directories.logs / PACE_NAME
                self._client = RegistryClient(address, pace_file=pace_file)
            return self._client

    def host(self) -> str:
        """Return what the registry that was chosen is called; raises RegistryError as `client`."""
        from desktop_app.registry.addresses import checked_base, host_name

        return host_name(checked_base(self._wanted))

    def close(self) -> None:
        """Close the connections."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    @property
    def _wanted(self) -> str:
        from desktop_app.registry.chosen_address import wanted_address

        return wanted_address(os.environ, self._settings.current.registry_address)
