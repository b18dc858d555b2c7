"""Writes the full record: all that the tabs show, with contents, bookmarks and page numbers."""
