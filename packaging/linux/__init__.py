"""Packages for Linux: what the desktop is told, the .deb and the archive to carry around."""
