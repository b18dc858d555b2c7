"""Building the derived tables again, by several processes where there are many studies."""
