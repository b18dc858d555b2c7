"""Reads a trial's registry page, kept as text, into the model of the registry's API."""

from desktop_app.readers.registry_page.record import (
    looks_like_registry_page,
    read_registry_page,
)

__all__ = ["looks_like_registry_page", "read_registry_page"]
