"""Sheets and files of studies: what is written, of which studies, and where."""
