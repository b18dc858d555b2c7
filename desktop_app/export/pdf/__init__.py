"""Writes pages that are set as one tagged PDF file."""
