"""The library: one SQLite file; the only importer of the database."""
