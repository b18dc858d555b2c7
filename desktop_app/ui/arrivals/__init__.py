"""What arrives from outside while the window is open: files, and other starts."""
