"""What Debian's checker says of a folder that brings its own libraries, and why that stays."""

import product

REASONS = {
    "duplicate-font-file": "What is printed must look the same on every machine, in these versions",
    "embedded-library": "It brings the libraries that it was tested with",
    "hardening-no-pie": "The start of a frozen program is made by PyInstaller",
    "library-not-linked-against-libc": "Python's modules take all that they need from Python",
    "shared-library-lacks-prerequisites": "Python's modules take all that they need from Python",
    "truetype-font-prohibits-installable-embedding": (
        "Their licences, OFL and Apache, allow it; the mark in the file is an oversight"
    ),
}


def overrides() -> str:
    """Return the file of overrides, each with its reason."""
    lines = [
        line
        for tag, reason in REASONS.items()
        for line in (f"# {reason}.", f"{product.COMMAND}: {tag} *")
    ]
    return "\n".join(lines) + "\n"
