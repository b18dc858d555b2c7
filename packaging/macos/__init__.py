"""The application for macOS: a bundle with its document types, on a disk image."""
