"""Reads the registry's older XML into the model of its API."""

from desktop_app.readers.ctgov_xml.record import (
    read_ctgov_xml,
    read_names,
)

__all__ = ["read_ctgov_xml", "read_names"]
