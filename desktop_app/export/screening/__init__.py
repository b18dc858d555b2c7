"""Sets the screening sheet: a table of criteria with boxes, over as many pages as it takes."""
