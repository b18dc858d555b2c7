"""What changed between two versions of a study, or between two studies, in the window."""
