"""What the pictures of posted results show, and the same in words."""
