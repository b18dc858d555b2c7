"""As much of Pillow as reportlab asks for without a photograph."""


class Image:
    """No value is one of these."""
