"""Downloads of many studies: all that a search finds, the whole registry, or a list of numbers.

Each page is in the library before the next one is asked for, and the position moves together with
it: a download that is stopped, killed or without a network goes on where it was.
"""
