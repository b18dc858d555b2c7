"""What belongs to the person: stars, tags, notes and more, in a file beside the library's own.

Nothing of it can be built again. It has a file of its own, so that neither an import that is
running nor a damaged library stands between a person and a note.
"""
