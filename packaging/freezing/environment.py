"""The environment that freezes: the locked packages of the application, and PyInstaller."""

import hashlib
import sys
from pathlib import Path

import virtual_environment


def ensure(checkout: Path) -> Path:
    """Return the Python of the environment in ``build/venv``, made anew where the lock changed."""
    environment = checkout / "build" / "venv"
    requirements = checkout / "packaging" / "requirements-build.txt"
    stamp = environment / "ready"
    key = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    python = virtual_environment.python_in(environment, sys.platform)
    if python.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == key:
        return python
    environment.parent.mkdir(exist_ok=True)
    virtual_environment.make(environment)
    virtual_environment.install(environment, requirements)
    stamp.write_text(key, encoding="ascii")
    return python
