"""Studies of the library that are like one of them, and why."""
