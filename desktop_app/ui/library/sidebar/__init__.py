"""The sidebar: what of the library is listed, and the filters."""
