"""How held studies stand at the registry: what it said when it was asked last, and the checks."""
