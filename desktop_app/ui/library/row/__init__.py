"""What a row of the list says, and how it is drawn."""
