"""The columns of the index of words."""

COLUMNS = (
    "identifiers",
    "title",
    "conditions",
    "interventions",
    "eligibility",
    "places",
    "people",
    "other",
)
"""What holds the words of a study."""

TOKEN_COLUMNS = ("starts", "features")
"""Beginnings of words, and what studies resemble each other by; never searched as words are."""
