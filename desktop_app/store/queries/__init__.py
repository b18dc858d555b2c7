"""The language of searches: words, phrases and fields, and what of a text was not understood.

Nothing here knows a library: what a query finds is the matter of `desktop_app.store.finding`.
"""
