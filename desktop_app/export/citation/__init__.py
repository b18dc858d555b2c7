"""The citation of a record, for programs that manage references."""
