"""Searching the registry: what is asked, what it finds, and which of that the library holds."""
