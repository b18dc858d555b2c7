"""The requirements, from which dev.py and build.py install, pin exactly what uv.lock pins.

After a change of pyproject.toml: `uv lock`, then the commands that both files begin with.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?P<rest>.*?)(?=^\S|\Z)", re.M | re.S
)
HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")

Pins = dict[str, tuple[str, frozenset[str]]]


def lock() -> dict[str, Any]:
    return tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))


def locked() -> Pins:
    packages = [package for package in lock()["package"] if "registry" in package["source"]]
    return {package["name"]: (package["version"], hashes(package)) for package in packages}


def hashes(package: dict[str, Any]) -> frozenset[str]:
    files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
    return frozenset(file["hash"] for file in files)


def exported(name: str) -> Pins:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return {
        match["name"]: (match["version"], frozenset(HASH.findall(match["rest"])))
        for match in PINNED.finditer(text)
    }


def test_both_files_pin_the_same() -> None:
    assert exported("requirements.txt") | exported("requirements-build.txt") == locked()


def test_what_is_shipped_is_what_was_tested() -> None:
    tested, shipped = exported("requirements.txt"), exported("requirements-build.txt")
    common = tested.keys() & shipped.keys()
    assert {name: tested[name] for name in common} == {name: shipped[name] for name in common}
    assert {"pyside6-essentials", "pydantic", "reportlab", "uharfbuzz"} <= common


def test_everything_declared_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    declared = project["project"]["dependencies"] + groups["dev"] + groups["build"]
    names = {re.split(r"[<>=]", requirement)[0].lower() for requirement in declared}
    assert names <= locked().keys()
    assert len(names) == 25


def test_all_comes_from_one_index() -> None:
    sources = [package["source"] for package in lock()["package"]]
    assert len({source["registry"] for source in sources if "registry" in source}) == 1
    assert [source for source in sources if "registry" not in source] == [{"editable": "."}]


def test_qt_stays_below_the_release_that_drops_references() -> None:
    version, _ = locked()["pyside6-essentials"]
    assert version.startswith("6.11.")
