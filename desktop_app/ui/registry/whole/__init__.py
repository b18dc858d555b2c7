"""Getting the whole registry, or all that a search finds, into the library."""
