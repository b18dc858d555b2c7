"""Trial Protocol Viewer: read, keep and print clinical trial registry records."""

__version__ = "0.1.0"
