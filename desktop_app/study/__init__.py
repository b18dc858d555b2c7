"""The study record as frozen models: no input or output, no window, no database."""
