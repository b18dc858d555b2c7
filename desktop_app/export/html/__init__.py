"""Sections as HTML: a page that stands by itself, and a piece to be pasted elsewhere."""
