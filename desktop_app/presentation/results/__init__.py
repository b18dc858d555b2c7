"""The Results tab: everything that was posted, or why nothing is.

``tab`` has its parts in their order; nothing is imported here, because the pictures of results
share the words of single modules.
"""
