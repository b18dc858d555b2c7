"""Debian's copyright file: the application's own licence, and where those of the rest are."""

import product

_COMPONENTS = f"/usr/lib/{product.COMMAND}/_internal/desktop_app/resources/licences"


def copyright_file() -> str:
    """Return the file, in the form that machines read."""
    licence = (product.CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    _, holder, terms = (part.strip() for part in licence.split("\n\n", 2))
    return f"""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {product.NAME}
Comment: The application brings Python, Qt and other components. Their licences are in
 {_COMPONENTS}
 and in the application under Help, About, Licences. Qt and Qt for Python are used under the GNU
 Lesser General Public License, version 3, which is in /usr/share/common-licenses/LGPL-3.

Files: *
{holder.replace("Copyright (c)", "Copyright:")}
License: MIT
{_indented(terms)}
"""


def _indented(text: str) -> str:
    return "\n".join(f" {line}" if line else " ." for line in text.splitlines())
