"""What shows one study."""
