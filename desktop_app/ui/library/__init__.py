"""The left of the window: the list of studies, its search, and what brings records in."""
