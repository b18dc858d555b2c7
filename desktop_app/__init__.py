"""Trial Protocol Viewer: read, keep and print clinical trial registry records."""

APPLICATION = "Trial Protocol Viewer"
__version__ = "0.1.0"
