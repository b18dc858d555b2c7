"""The registry over the network: the only layer that reaches it, and only when a person asks.

What it sends is a number, or the words of a search; nothing about the person.
"""
