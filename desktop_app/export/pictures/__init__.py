"""Pictures as files: SVG and PDF, in colours that print in black and white."""
