"""Keys: of commands, of menus, and where the keyboard is."""
