"""Collects the licences of all that a package carries, and refuses where one is not known."""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path

from virtual_environment import SetUpError

from desktop_app.licences import (
    DISTRIBUTIONS,
    LIST_NAME,
    Component,
    carried_components,
    distribution_component,
)
from freezing.kept_files import OWN_LIBRARIES

TOGETHER = "LICENCES.txt"
NOT_SHIPPED = {
    # Only to freeze.
    "altgraph", "macholib", "packaging", "pefile", "pip", "pyinstaller-hooks-contrib",
    "pywin32-ctypes", "setuptools",
    # Named by reportlab, and left out: see trialviewer.spec.
    "charset-normalizer", "pillow",
}  # fmt: skip
_BOOTLOADER = "pyinstaller"
_FOUND = re.compile(r"=> (/\S+)")
# Texts that PDFium brings, of libraries that Qt and uharfbuzz have built in as well.
_BUILT_IN = {"ICU": ("Unicode-3.0", "icu.txt"), "HarfBuzz": ("MIT-Modern-Variant", "harfbuzz.txt")}


def collect(target: Path, packages: Path, libraries: Iterable[Path]) -> list[Component]:
    """Write list and texts into a folder that is made anew; returns what is on the list.

    ``packages`` is where the Python packages are installed, ``libraries`` are those of the system
    that go along.
    """
    installed = {slug(one.name): one for one in metadata.distributions(path=[str(packages)])}
    refuse_unknown(installed)
    pdfium = distribution_component(installed["pypdfium2"])
    parts = [
        *carried_components(),
        *(distribution_component(installed[slug(name)]) for name in DISTRIBUTIONS),
        _bootloader(installed[_BOOTLOADER]),
        _python(),
        *(_built_in(name, pdfium) for name in _BUILT_IN),
        *(_of_system(library) for library in libraries),
    ]
    refuse_textless(parts)
    shutil.rmtree(target, ignore_errors=True)
    write(target, sorted(parts, key=lambda part: part.name.casefold()))
    return parts


def slug(name: str) -> str:
    """Return a name of a package as its index writes it."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def refuse_unknown(installed: Iterable[str]) -> None:
    """Raise SetUpError where a package was added of which nothing is known here."""
    known = {slug(name) for name in DISTRIBUTIONS} | NOT_SHIPPED | {_BOOTLOADER}
    if unknown := sorted(set(installed) - known):
        raise SetUpError(
            f"Say in desktop_app/licences.py or freezing/licences.py whether {unknown} are shipped."
        )


def refuse_textless(parts: Iterable[Component]) -> None:
    """Raise SetUpError where the text of a licence is missing."""
    lacking = [part.name for part in parts if not part.files or len(part.text) < 200]
    if lacking:
        raise SetUpError(f"No text of a licence was found for {', '.join(lacking)}.")


def write(target: Path, parts: Sequence[Component]) -> None:
    """Write the texts in a folder for each part, the list, and all in one file."""
    listed = []
    for part in parts:
        folder = target / slug(part.name)
        folder.mkdir(parents=True)
        files = [f"{folder.name}/{_put(file, folder)}" for file in part.files]
        listed.append(
            {"name": part.name, "version": part.version, "licence": part.licence, "files": files}
        )
    text = json.dumps(listed, ensure_ascii=False, indent=1)
    (target / LIST_NAME).write_text(text, encoding="utf-8")
    whole = "\n\n".join(f"{heading(part)}\n\n{part.text}" for part in parts)
    (target / TOGETHER).write_text(whole + "\n", encoding="utf-8")


def heading(part: Component) -> str:
    """Return the line above the text of a part."""
    return f"{'=' * 78}\n{f'{part.name} {part.version}'.strip()} – {part.licence}\n{'=' * 78}"


def _put(file: Path, folder: Path) -> str:
    """Copy a text; a second one of the same name is told apart by its folder."""
    name = file.name
    if (folder / name).exists():
        name = f"{file.parent.name}-{name}"
    (folder / name).write_text(decoded(file.read_bytes()), encoding="utf-8")
    return name


def decoded(content: bytes) -> str:
    """Return the words of a text, of which old ones are not in UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("iso-8859-1")


def _bootloader(distribution: metadata.Distribution) -> Component:
    found = distribution_component(distribution)
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return Component("PyInstaller's start of the program", found.version, licence, found.files)


def _python() -> Component:
    version = sys.version.split()[0]
    library = Path(sysconfig.get_path("stdlib"))
    candidates = (
        library / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"),
    )
    files = tuple(file for file in candidates if file.is_file())[:1]
    return Component("Python", version, "PSF-2.0", files)


def _built_in(name: str, pdfium: Component) -> Component:
    licence, text = _BUILT_IN[name]
    files = tuple(file for file in pdfium.files if file.name == text)
    return Component(name, "", licence, files)


def own_libraries(python: Path) -> list[Path]:
    """Return those of the system's libraries that Python's own modules load and take along."""
    if not sys.platform.startswith("linux"):
        return []
    code = "import sysconfig; print(sysconfig.get_config_var('DESTSHARED'))"
    modules = Path(_output([str(python), "-c", code]).strip()).glob("*.so")
    listing = _output(["ldd", *map(str, sorted(modules))])
    return sorted({Path(path) for path in _FOUND.findall(listing) if is_own(Path(path))})


def is_own(library: Path) -> bool:
    """Tell of a library whether it goes along and is not a part of Python."""
    return library.name.startswith(OWN_LIBRARIES) and not library.name.startswith("libpython")


def _of_system(library: Path) -> Component:
    found = _output(["dpkg-query", "--search", f"*/{library.name}"])
    package = found.partition(":")[0]
    version = _output(["dpkg-query", "--show", "--showformat=${Version}", package])
    text = Path("/usr/share/doc") / package / "copyright"
    files = (text,) if package and text.is_file() else ()
    return Component(package or library.name, version, "see its text", files)


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
