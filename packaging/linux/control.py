"""What Debian's package manager is told."""

from collections.abc import Iterable, Mapping

import product


def maintainer(environment: Mapping[str, str]) -> str:
    """Return who answers for the package: whoever builds it, by the variables of Debian's tools."""
    name = environment.get("DEBFULLNAME", product.MAKERS)
    return f"{name} <{environment.get('DEBEMAIL', 'unknown@trialprotocolviewer.invalid')}>"


def control(
    version: str, architecture: str, kibibytes: int, depends: Iterable[str], maintained_by: str
) -> str:
    """Return the control file."""
    description = "\n .\n".join(f" {line}" for line in product.PARAGRAPHS)
    return f"""Package: {product.COMMAND}
Version: {version}
Section: science
Priority: optional
Architecture: {architecture}
Maintainer: {maintained_by}
Installed-Size: {kibibytes}
Depends: {", ".join(depends)}
Recommends: ca-certificates, fonts-noto-cjk, xdg-desktop-portal, xdg-utils
Description: {product.SUMMARY[0].lower()}{product.SUMMARY[1:]}
{_folded(description)}
"""


def _folded(text: str, width: int = 79) -> str:
    """Break the lines of a description, each of which begins with a space."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + len(word) + 1 > width:
                lines.append(line)
                line = ""
            line += f" {word}"
        lines.append(line)
    return "\n".join(lines)
