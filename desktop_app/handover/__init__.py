"""One window to a library: a later start hands what it was asked for to the window that is open.

Loads neither Qt nor records, so that a later start is over at once.
"""
