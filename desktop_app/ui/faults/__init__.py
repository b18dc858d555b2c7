"""What goes wrong: the log, crashes, and what a report of them holds."""
