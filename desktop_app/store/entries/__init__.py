"""What the library keeps of a record, worked out from the registry's JSON as plain values."""
