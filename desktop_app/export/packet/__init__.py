"""Binds sheets of several studies into one file."""
