"""How the index of words takes texts apart, and how a query is taken apart to fit it."""

WORDS = "unicode61 remove_diacritics 2"
STEMS = f"porter {WORDS}"
