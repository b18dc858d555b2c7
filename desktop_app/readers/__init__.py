"""From bytes to studies: one reader a format, one detector, and a report of what was odd."""
