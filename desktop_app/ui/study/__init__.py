"""The right of the window: the open study with its header, tabs and find bar."""
