"""What changed between two records, in words: the view, the page and the text show the same."""
