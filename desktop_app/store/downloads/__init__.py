"""Downloads of many studies: how far each one is stands in the library, with every page of it."""
