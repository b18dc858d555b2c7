"""The registry as commands ask it: the one named on the command line, or else the chosen one."""

import os
import sys

from desktop_app.command_line.options import Options
from desktop_app.registry.addresses import checked_base
from desktop_app.registry.chosen_address import (
    PACE_NAME,
    chosen_in,
    require_network,
    wanted_address,
)
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.stopping import Stop
from desktop_app.registry.wait_words import next_try_words


def registry_client(options: Options) -> RegistryClient:
    """Return the client.

    Raises RegistryError where the address is none, or not safe, or no network is to be used.
    """
    directories = options.directories
    chosen, is_offline = chosen_in(directories.settings)
    require_network(is_offline=is_offline)
    address = checked_base(options.registry or wanted_address(os.environ, chosen))
    return RegistryClient(address, pace_file=directories.logs / PACE_NAME)


def patient_stop() -> Stop:
    """Return what may stop a command; where it waits for long, the terminal says how long."""
    return Stop(_tell_wait if sys.stderr.isatty() else None)


def _tell_wait(seconds: float) -> None:
    if seconds:
        print(f"\n{next_try_words(seconds)}", file=sys.stderr, flush=True)
