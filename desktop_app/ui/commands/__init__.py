"""The commands of the menus, and what carries them out."""
