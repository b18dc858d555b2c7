"""What studies are filtered by: its codes, packed into one number a study, and counts of them."""
