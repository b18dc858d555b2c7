"""What can be said of each command: loaded where anything is said, which most starts do not."""
