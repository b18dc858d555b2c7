import configparser
import gzip
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import product
import pytest
import system_packages
from freezing.bundle import Bundle
from linux import control, deb, desktop_entry, lintian, metainfo, mime_type, portable, tree

from desktop_app.store.exchange.format import APPLICATION_ID, SUFFIX

EDITION = tree.Edition(
    "1.2.3",
    date(2026, 11, 26),
    "Somebody <s@example.org>",
    "## Unreleased\n\n- Says <this> & that.\n",
)
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(desktop_entry.desktop_entry())
    return parser["Desktop Entry"]


def test_the_entry_takes_no_type_but_its_own() -> None:
    assert entry()["MimeType"].split(";") == [
        "application/vnd.trialprotocolviewer.trial+json",
        "application/vnd.trialprotocolviewer.triallibrary",
        "",
    ]


def test_a_library_is_told_by_its_name_and_its_mark() -> None:
    root = ElementTree.fromstring(mime_type.mime_package())
    _record, kind = root.findall(f"{MIME}mime-type")
    glob = kind.find(f"{MIME}glob")
    assert glob is not None
    assert f"{glob.attrib['pattern']}" == f"*{SUFFIX}"
    assert int.from_bytes(mime_type.LIBRARY_MAGIC.encode(), "big") == APPLICATION_ID


def test_the_entry_takes_several_files() -> None:
    assert entry()["Exec"] == "trialviewer %F"
    assert entry()["Icon"] == product.APPLICATION_ID


def test_the_entry_knows_the_windows_of_the_application() -> None:
    source = (product.CHECKOUT / "desktop_app" / "application.py").read_text("utf-8")
    assert f'setApplicationName("{entry()["StartupWMClass"]}")' in source


def test_the_type_is_a_kind_of_json_that_is_told_by_its_name() -> None:
    root = ElementTree.fromstring(mime_type.mime_package())
    kind = root.find(f"{MIME}mime-type")
    assert kind is not None
    assert kind.attrib["type"] == product.MIME_TYPE
    globs = [pattern.attrib["pattern"] for pattern in kind.findall(f"{MIME}glob")]
    assert globs == ["*.trial"]
    parents = [parent.attrib["type"] for parent in kind.findall(f"{MIME}sub-class-of")]
    assert parents == ["application/json"]
    match = kind.find(f"{MIME}magic/{MIME}match")
    assert match is not None
    assert match.attrib["value"] == '"protocolSection"'


def test_the_sample_begins_as_the_type_says() -> None:
    sample = product.CHECKOUT / "resources" / "samples" / "NCT03816852.json"
    end = int(mime_type.MAGIC_WITHIN.partition(":")[2])
    assert mime_type.MAGIC.encode() in sample.read_bytes()[: end + len(mime_type.MAGIC)]


def test_the_software_centre_is_told_of_the_releases() -> None:
    root = ElementTree.fromstring(metainfo.metainfo(EDITION.history))
    release = root.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2026-11-26"}
    assert release.findtext("description/ul/li") == "Says <this> & that."
    assert root.findtext("id") == product.APPLICATION_ID


def test_the_control_file_is_whole() -> None:
    text = control.control("1.2.3", "amd64", 4321, ("libgl1", "a | b"), EDITION.maintainer)
    lines = text.splitlines()
    assert "Depends: libgl1, a | b" in lines
    assert "Installed-Size: 4321" in lines
    assert text.endswith("\n")
    description = lines[lines.index(next(x for x in lines if x.startswith("Description"))) + 1 :]
    assert all(line.startswith(" ") and len(line) < 81 for line in description)
    assert description.count(" .") == len(product.PARAGRAPHS) - 1


def test_who_builds_answers_for_the_package() -> None:
    named = control.maintainer({"DEBFULLNAME": "Somebody", "DEBEMAIL": "s@example.org"})
    assert named == "Somebody <s@example.org>"
    assert control.maintainer({}).endswith(".invalid>")


def test_what_the_package_loads_it_depends_on() -> None:
    assert set(system_packages.QT) < set(system_packages.FROZEN)
    # Without the second, no default program is found for a type.
    assert {"shared-mime-info", "desktop-file-utils"} < set(system_packages.DESKTOP)


def test_every_override_has_a_reason() -> None:
    lines = lintian.overrides().splitlines()
    assert lines
    assert all(line.startswith("# ") for line in lines[::2])
    assert all(line.startswith("trialviewer: ") for line in lines[1::2])


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    folder = tmp_path / "frozen"
    (folder / "_internal").mkdir(parents=True)
    (folder / "trialviewer").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "trialviewer").chmod(0o755)
    (folder / "_internal" / "data").write_bytes(bytes(2000))
    return Bundle(folder)


def test_each_file_stands_where_a_desktop_looks(tmp_path: Path, bundle: Bundle) -> None:
    root = tmp_path / "root"
    tree.lay_out(root, product.CHECKOUT, bundle, EDITION)
    launcher = root / "usr/bin/trialviewer"
    assert launcher.resolve() == (root / "usr/lib/trialviewer/trialviewer").resolve()
    icons = {path.parts[-3] for path in root.rglob("hicolor/*/apps/*")}
    assert {"16x16", "24x24", "32x32", "48x48", "256x256", "512x512", "scalable"} <= icons
    assert list(root.rglob("hicolor/scalable/mimetypes/application-vnd.*.svg"))
    page = gzip.decompress((root / "usr/share/man/man1/trialviewer.1.gz").read_bytes()).decode()
    assert "0.1.0" not in page
    assert "1.2.3" in page


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="asks Debian's packer")
def test_the_package_can_be_unpacked(tmp_path: Path, bundle: Bundle) -> None:
    depends = ("libgl1",)
    package = deb.make_deb(tmp_path, product.CHECKOUT, bundle, EDITION, depends, quick=True)
    told = subprocess.run(
        ["dpkg-deb", "--field", str(package), "Version", "Depends", "Maintainer"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.splitlines() == [
        "Version: 1.2.3",
        "Depends: libgl1",
        "Maintainer: Somebody <s@example.org>",
    ]
    subprocess.run(["dpkg-deb", "-x", str(package), str(tmp_path / "out")], check=True)
    assert (tmp_path / "out/usr/lib/trialviewer/_internal/data").stat().st_size == 2000


def test_the_archive_holds_one_folder_with_words_beside_the_program(
    tmp_path: Path, bundle: Bundle
) -> None:
    archive = portable.make_portable(tmp_path, bundle, EDITION, "x86_64")
    made = tmp_path / "out"
    made.mkdir()
    with tarfile.open(archive) as tar:
        # The first releases of Python 3.11 have no filters, and extract as ever.
        tar.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)
        tar.extractall(made)
    (folder,) = made.iterdir()
    assert folder.name == "trialviewer-1.2.3-linux-x86_64"
    assert (folder / "README.txt").read_text(encoding="utf-8") == portable.README
    assert (folder / "trialviewer" / "trialviewer").stat().st_mode & 0o111


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="asks the desktop's own checker"
)
def test_the_desktops_checker_has_nothing_to_say(tmp_path: Path) -> None:
    file = tmp_path / f"{product.APPLICATION_ID}.desktop"
    file.write_text(desktop_entry.desktop_entry(), encoding="utf-8")
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0
