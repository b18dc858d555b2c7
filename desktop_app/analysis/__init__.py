"""Pure functions over studies."""
