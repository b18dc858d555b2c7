"""What an import reads, unit by unit."""
