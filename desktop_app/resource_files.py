"""Finds what the application ships beside its code: icons, fonts, the sample."""

from importlib.resources import files
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file, in a checkout, a wheel or a frozen application."""
    packaged = Path(str(files("desktop_app"))) / "resources"
    root = packaged if packaged.is_dir() else Path(__file__).parents[1] / "resources"
    return root.joinpath(*parts)
