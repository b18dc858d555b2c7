"""What the window does with the registry; nothing is sent before a person asks for it."""
