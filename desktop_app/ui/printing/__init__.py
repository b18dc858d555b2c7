"""Pages of PDF files on the screen and on a printer."""
