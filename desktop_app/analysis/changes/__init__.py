"""What differs between two records: two versions of one, or two studies."""
