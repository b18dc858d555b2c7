"""From sections to files: PDF and text."""
