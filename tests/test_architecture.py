"""The layers of the design, held: imports point down only."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "desktop_app"
LEAVES = {
    *("errors", "directories", "resource_files", "languages", "conventions", "punctuation"),
    *("systems", "installation", "library_folders", "system_libraries", "licences"),
}
ALLOWED = {
    "study": set(),
    "handover": {"study"},
    "readers": {"study"},
    "store": {"study", "readers"},
    # The only layer that reaches the network.
    "registry": {"study", "readers", "store"},
    "analysis": {"study"},
    "presentation": {"study", "analysis"},
    "export": {"study", "analysis", "presentation"},
    "ui": {
        *("handover", "study", "readers", "store", "registry", "analysis", "presentation"),
        "export",
    },
    "command_line": {
        *("study", "readers", "store", "registry", "analysis", "presentation", "export"),
        "application",
        "handover",
        "window_check",
    },
}
OWNERS = {
    "PySide6": {"ui", "application", "window_check"},
    "shiboken6": {"ui", "application"},
    "apsw": {"store"},
    "sqlite3": set(),
    "bidi": {"export"},
    "reportlab": {"export"},
    "uharfbuzz": {"export"},
    "pypdfium2": {"export", "ui"},
    "xml": {"readers"},
    "urllib": {"registry"},
    "urllib3": {"registry"},
    "http": {"registry"},
    "ssl": {"registry"},
    "truststore": {"registry"},
    # In the hand-over of the same computer alone.
    "socket": {"handover", "registry"},
    "requests": set(),
}
FILES = sorted(ROOT.rglob("*.py"))


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _layer(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_down(file: Path) -> None:
    layer = _layer(file)
    for module in _imports(file):
        if layer in ALLOWED and module.startswith("desktop_app."):
            imported = module.split(".")[1]
            assert imported in ALLOWED[layer] | LEAVES | {layer}, f"{file} imports {module}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_library_is_imported_by_its_owner_only(file: Path) -> None:
    for module in _imports(file):
        owners = OWNERS.get(module.split(".")[0])
        assert owners is None or _layer(file) in owners, f"{file} imports {module}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_is_caught_that_is_not_named(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            names = {name.id for name in ast.walk(node.type or node) if isinstance(name, ast.Name)}
            assert node.type is not None, file
            assert not names & {"Exception", "BaseException"}, file


def test_packaging_is_no_package() -> None:
    assert not (ROOT.parent / "packaging" / "__init__.py").exists()
