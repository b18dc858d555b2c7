"""Reads the registry's older XML into the model of its API."""

from desktop_app.readers.ctgov_xml.names import read_names
from desktop_app.readers.ctgov_xml.record import read_ctgov_xml

__all__ = ["read_ctgov_xml", "read_names"]
