"""Dated copies of the library and of what belongs to the person, and putting them back."""
