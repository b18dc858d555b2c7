"""Pictures on the screen: how shapes are measured, coloured and painted."""
