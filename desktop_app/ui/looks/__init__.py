"""How the window looks: palettes, type, style, icons."""
