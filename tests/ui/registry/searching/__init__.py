"""Searching the registry in the window."""
