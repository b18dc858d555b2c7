"""The filters: what can be chosen, in words, and in the text of a search."""
