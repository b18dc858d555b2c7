"""What the application is made of, and under which licences.

A package carries the list, which its build has collected, with all texts beside it. In a checkout
it is read from what is installed there.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from desktop_app import APPLICATION, __version__
from desktop_app.resource_files import resource_path

DISTRIBUTIONS = (
    "annotated-types", "apsw", "markdown-it-py", "mdurl", "platformdirs", "pydantic",
    "pydantic-core", "pypdfium2", "PySide6-Essentials", "python-bidi", "reportlab", "shiboken6",
    "truststore", "typing-extensions", "typing-inspection", "uharfbuzz", "urllib3", "zstandard",
)  # fmt: skip
"""The Python packages that are shipped."""
LIST_NAME = "components.json"
_NAMES = ("licen", "copying", "notice")
_OF_QT = ("PySide6-Essentials", "shiboken6")
_LGPL = "LGPL-3.0-only"


@dataclass(frozen=True, slots=True)
class Component:
    """A part of it; ``licence`` is its short name, ``files`` are its texts."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]

    @property
    def text(self) -> str:
        """Return the texts of the licence one after the other."""
        return "\n\n".join(
            file.read_text(encoding="utf-8", errors="replace").strip() for file in self.files
        )


def components() -> tuple[Component, ...]:
    """Return all parts, the application first: as listed where a list is shipped, or else as
    installed.
    """
    listed = resource_path("licences", LIST_NAME)
    found = listed_components(listed) if listed.is_file() else installed_components()
    return tuple(sorted(found, key=lambda part: (part.name != APPLICATION, part.name.casefold())))


def listed_components(file: Path) -> Iterator[Component]:
    """Read a list, whose texts lie beside it."""
    for part in json.loads(file.read_text(encoding="utf-8")):
        files = tuple(file.parent / name for name in part["files"])
        yield Component(part["name"], part["version"], part["licence"], files)


def installed_components() -> Iterator[Component]:
    """Yield what a checkout uses: the packages that are installed, and what lies in resources."""
    yield from carried_components()
    for name in DISTRIBUTIONS:
        try:
            yield distribution_component(metadata.distribution(name))
        except metadata.PackageNotFoundError:
            continue


def carried_components() -> tuple[Component, ...]:
    """Return the application itself, the fonts and the map, whose licences lie beside them."""
    fonts, land = resource_path("fonts"), resource_path("map")
    own = Path(__file__).parents[1] / "LICENSE"
    return (
        Component(APPLICATION, __version__, "MIT", (own,) if own.is_file() else ()),
        Component("Noto fonts", "", "OFL-1.1", (fonts / "OFL-Noto.txt",)),
        Component("NanumSquare font", "", "OFL-1.1", (fonts / "OFL-Nanum.txt",)),
        Component("DejaVu Sans font", "", "Bitstream Vera", (fonts / "LICENSE-DejaVu.txt",)),
        Component(
            "Droid Sans Fallback font", "", "Apache-2.0", (fonts / "APACHE-DroidSansFallback.txt",)
        ),
        Component("Map outlines of Natural Earth", "", "ISC", (land / "ISC-world-atlas.txt",)),
    )


def distribution_component(distribution: metadata.Distribution) -> Component:
    """Return an installed Python package with the texts that it brought, or that we have of it."""
    about = distribution.metadata
    name = about["Name"]
    if name.replace("_", "-") in _OF_QT:
        texts = ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
        files = tuple(resource_path("licences", text) for text in texts)
        return Component(name, distribution.version, _LGPL, files)
    files = tuple(
        Path(str(distribution.locate_file(file)))
        for file in distribution.files or ()
        if is_licence_text(file.parts)
    )
    return Component(name, distribution.version, short_licence(about), files)


def is_licence_text(parts: Sequence[str]) -> bool:
    """Tell by the path of a file within an installation."""
    in_metadata = parts[0].endswith(".dist-info")
    in_folder = "licenses" in parts[1:-1]
    return in_metadata and (in_folder or any(word in parts[-1].lower() for word in _NAMES))


def short_licence(about: "metadata.PackageMetadata") -> str:
    """Return the licence in a word or two, as a package's metadata state it."""
    stated = about.get_all("License-Expression") or about.get_all("License") or [""]
    first_line = str(stated[0]).partition("\n")[0].partition("(")[0].strip()
    return first_line or ", ".join(_classifiers(about.get_all("Classifier") or ()))


def _classifiers(all_of_them: Iterable[str]) -> list[str]:
    prefix = "License :: "
    return [one.rpartition(" :: ")[2] for one in all_of_them if one.startswith(prefix)]
