"""Sets the comparison sheet: two to six studies side by side on one landscape page."""
