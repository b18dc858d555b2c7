"""Sets what changed between two records on one page, and writes it as other files."""
