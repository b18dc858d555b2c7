"""Finding studies: from what a query asks for to the rows of the library, in the order asked."""
