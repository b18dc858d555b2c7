"""Keeping held studies up to date: what changed at the registry is fetched as a newer version."""
