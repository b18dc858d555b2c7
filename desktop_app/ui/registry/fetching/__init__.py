"""Fetching studies by their numbers: what is offered, done and told in the window."""
