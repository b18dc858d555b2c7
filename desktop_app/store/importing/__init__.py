"""Imports of many thousands of records: prepared by other processes, kept in batches, continued.

A process of its own writes to the library, so that the window stays quick, and several workers
read, parse and compress for it. How far an import is stands in the library with each batch:
killed at any moment, it goes on from there.
"""
