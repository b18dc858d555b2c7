import re
import sysconfig
from pathlib import Path

import product
import pytest
from freezing import licences
from virtual_environment import SetUpError

from desktop_app.licences import DISTRIBUTIONS, Component, listed_components

TEXT = "Permission is hereby granted, free of charge, to any person. " * 5


def part(tmp_path: Path, name: str, text: str = TEXT) -> Component:
    file = tmp_path / name / "LICENSE"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return Component(name, "1.0", "MIT", (file,))


def test_whatever_is_locked_is_shipped_or_known_not_to_be() -> None:
    text = (product.CHECKOUT / "packaging" / "requirements-build.txt").read_text("utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    assert locked == (
        {licences.slug(name) for name in DISTRIBUTIONS}
        | (licences.NOT_SHIPPED - {"pip"})
        | {"pyinstaller"}
    )


def test_a_package_that_nobody_has_looked_at_stops_the_build() -> None:
    licences.refuse_unknown(["pydantic", "reportlab"])
    with pytest.raises(SetUpError, match=r"\['left-pad'\]"):
        licences.refuse_unknown(["pydantic", "left-pad"])


def test_a_part_without_a_text_stops_the_build(tmp_path: Path) -> None:
    licences.refuse_textless([part(tmp_path, "good")])
    with pytest.raises(SetUpError, match="for short, none"):
        licences.refuse_textless([part(tmp_path, "short", "MIT"), Component("none", "", "MIT", ())])


def test_what_is_written_can_be_read_by_the_application(tmp_path: Path) -> None:
    parts = [part(tmp_path, "One Part"), part(tmp_path, "other")]
    target = tmp_path / "out"
    licences.write(target, parts)
    read = list(listed_components(target / "components.json"))
    assert [(one.name, one.version, one.licence) for one in read] == [
        ("One Part", "1.0", "MIT"),
        ("other", "1.0", "MIT"),
    ]
    assert all(one.text == TEXT.strip() for one in read)
    together = (target / "LICENCES.txt").read_text("utf-8")
    assert together.count(TEXT.strip()) == 2
    assert "One Part 1.0 – MIT" in together


def test_two_texts_of_one_name_are_both_kept(tmp_path: Path) -> None:
    first, second = part(tmp_path, "a"), part(tmp_path, "b", TEXT + "And more.")
    both = Component("both", "", "MIT", first.files + second.files)
    licences.write(tmp_path / "out", [both])
    names = {file.name for file in (tmp_path / "out" / "both").iterdir()}
    assert names == {"LICENSE", "b-LICENSE"}


def test_old_texts_are_read_as_they_were_written() -> None:
    assert licences.decoded("François".encode("iso-8859-1")) == "François"
    assert licences.decoded("François".encode()) == "François"


def test_of_the_systems_libraries_only_those_that_go_along_are_asked_for() -> None:
    assert licences.is_own(Path("/lib/x86_64-linux-gnu/libffi.so.8"))
    assert not licences.is_own(Path("/lib/x86_64-linux-gnu/libz.so.1"))
    assert not licences.is_own(Path("/usr/lib/libpython3.11.so.1.0"))


def test_every_part_of_a_checkout_has_a_text() -> None:
    assert Path(sysconfig.get_path("purelib")).is_dir()
    from desktop_app.licences import installed_components

    found = list(installed_components())
    assert len(found) == len(DISTRIBUTIONS) + 6
    licences.refuse_textless(found)
