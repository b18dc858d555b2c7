"""Checks for updates in the window: by hand, on a schedule, and what they found."""
