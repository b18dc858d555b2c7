"""Downloads of many studies from the registry, beside the window."""
