"""Sets plain text on a page: fonts, lines and blocks."""
