"""What Debian's checker says of a folder that brings its own libraries, and why that stays."""

import product

REASONS = {
    # The folder is complete by design: it runs on releases whose libraries are older or newer.
    "embedded-library": "The application brings the libraries that it was tested with",
    "custom-library-search-path": "Its libraries find each other beside themselves",
    "hardening-no-pie": "The start of a frozen program is built by PyInstaller",
    "no-changelog": "",
}


def overrides() -> str:
    """Return the file of overrides, each with its reason."""
    lines = []
    for tag, reason in REASONS.items():
        if reason:
            lines += [f"# {reason}.", f"{product.COMMAND}: {tag} *"]
    return "\n".join(lines) + "\n"
