"""What keeps the library safe: backups, restoring, checking, building again, and exchange."""
