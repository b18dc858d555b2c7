from email.message import Message

import pytest

from desktop_app import licences
from desktop_app.licences import components, is_licence_text, short_licence


def test_parts_are_in_the_order_of_their_names() -> None:
    first, *names = (part.name.casefold() for part in components())
    assert first == "trial protocol viewer"
    assert names == sorted(names)
    assert {"reportlab", "pyside6_essentials", "noto fonts"} <= set(names)


def test_qt_comes_with_the_offer_of_its_source() -> None:
    (qt,) = (part for part in components() if part.name == "PySide6_Essentials")
    assert qt.licence == "LGPL-3.0-only"
    assert "https://download.qt.io/official_releases/qt/" in qt.text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text


def test_what_is_not_installed_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "DISTRIBUTIONS", ("no-such-package", "reportlab"))
    names = {part.name for part in components()}
    assert "reportlab" in names
    assert "no-such-package" not in names


@pytest.mark.parametrize(
    ("path", "is_text"),
    [
        ("a-1.dist-info/LICENSE", True),
        ("a-1.dist-info/licenses/anything.md", True),
        ("a-1.dist-info/COPYING.txt", True),
        ("a-1.dist-info/METADATA", False),
        ("a/licenses/code.py", False),
        ("a/LICENSE", False),
    ],
)
def test_texts_are_told_by_where_they_lie(path: str, is_text: bool) -> None:
    assert is_licence_text(path.split("/")) is is_text


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "MIT"), ("License", "see file")], "MIT"),
        ([("License", "BSD license (see license.txt)\nand a long text")], "BSD license"),
        ([("Classifier", "License :: OSI Approved :: MIT License")], "MIT License"),
        ([], ""),
    ],
)
def test_the_short_name_is_what_the_package_states(
    fields: list[tuple[str, str]], licence: str
) -> None:
    about = Message()
    for name, value in fields:
        about[name] = value
    assert short_licence(about) == licence  # type: ignore[arg-type]
