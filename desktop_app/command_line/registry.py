"""The registry as commands ask it: the one named on the command line, or else the chosen one."""

import os

from desktop_app.command_line.options import Options
from desktop_app.registry.addresses import checked_base
from desktop_app.registry.chosen_address import (
    PACE_NAME,
    address_in_settings,
    wanted_address,
)
from desktop_app.registry.client import RegistryClient


def registry_client(options: Options) -> RegistryClient:
    """Return the client; raises RegistryError where the address is none, or not safe."""
    directories = options.directories
    chosen = address_in_settings(directories.settings)
    address = checked_base(options.registry or wanted_address(os.environ, chosen))
    return RegistryClient(address, pace_file=directories.logs / PACE_NAME)
