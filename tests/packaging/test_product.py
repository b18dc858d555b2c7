import ast
from pathlib import Path

import product
import pytest

import desktop_app


def test_the_version_is_the_programs_own() -> None:
    assert product.version() == desktop_app.__version__
    assert product.NAME == desktop_app.APPLICATION


def test_a_package_without_a_version_is_told(tmp_path: Path) -> None:
    (tmp_path / "desktop_app").mkdir()
    (tmp_path / "desktop_app" / "__init__.py").write_text("VERSION = '1'\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no __version__"):
        product.version(tmp_path)


def test_the_desktop_knows_the_window_by_the_name_of_the_entry() -> None:
    source = product.CHECKOUT / "desktop_app" / "application.py"
    assigned = [
        ast.literal_eval(node.value)
        for node in ast.parse(source.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and product.names(node) == ["APPLICATION_ID"]
    ]
    assert assigned == [product.APPLICATION_ID]
