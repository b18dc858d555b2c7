"""The list of studies as a table, with columns that can be chosen and sorted by."""
