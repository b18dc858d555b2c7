"""What helps to find: what can be typed, and numbers of studies that are pasted."""
