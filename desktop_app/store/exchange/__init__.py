"""A library, or some studies of it, as one file: to move to another computer, or to share.

The file is a SQLite database with the documents as the library keeps them, byte for byte, every
version of each study, and, if that was asked for, what belongs to the person. Nothing that can be
built again is in it.
"""
