"""Downloads of many studies: all that a search finds, the whole registry, or a list of numbers.

While a page is being kept, the next one is asked for. Pages and the position move together in the
library: a download that is stopped, killed or without a network goes on where it was.
"""
