import plistlib
from pathlib import Path

import product
import pytest
from macos import disk_image, icon_file, property_list

LIST = property_list.property_list("1.2.3")


def test_the_list_can_be_written() -> None:
    assert plistlib.loads(plistlib.dumps(LIST)) == LIST
    assert LIST["CFBundleShortVersionString"] == LIST["CFBundleVersion"] == "1.2.3"


def test_its_own_type_is_its_own_and_others_are_only_offered() -> None:
    ranks = {
        kind: document["LSHandlerRank"]
        for document in LIST["CFBundleDocumentTypes"]
        for kind in document["LSItemContentTypes"]
    }
    assert ranks == {
        "org.trialprotocolviewer.trial": "Owner",
        "org.trialprotocolviewer.triallibrary": "Owner",
        "public.json": "Alternate",
        "public.xml": "Alternate",
        "public.zip-archive": "Alternate",
    }
    assert {document["CFBundleTypeRole"] for document in LIST["CFBundleDocumentTypes"]} == {
        "Viewer"
    }


def test_the_type_is_declared_by_whoever_opens_it() -> None:
    declared, library = LIST["UTExportedTypeDeclarations"]
    assert library["UTTypeTagSpecification"]["public.filename-extension"] == ["triallibrary"]
    assert declared["UTTypeIdentifier"] == property_list.UNIFORM_TYPE
    assert declared["UTTypeTagSpecification"] == {
        "public.filename-extension": ["trial"],
        "public.mime-type": [product.MIME_TYPE],
    }


def test_code_is_signed_from_the_inside_out(tmp_path: Path) -> None:
    application = tmp_path / "Viewer.app"
    for name, content in {
        "Contents/MacOS/trialviewer": b"\xcf\xfa\xed\xfe code",
        "Contents/Frameworks/lib.dylib": b"\xca\xfe\xba\xbe code",
        "Contents/Resources/words.txt": b"words",
    }.items():
        (application / name).parent.mkdir(parents=True, exist_ok=True)
        (application / name).write_bytes(content)
    (application / "Contents/Frameworks/link.dylib").symlink_to("lib.dylib")
    *signed, verified = disk_image.signing(application, "Developer ID Application: X")
    assert [Path(command[-1]).name for command in signed] == [
        "lib.dylib",
        "trialviewer",
        "Viewer.app",
    ]
    assert all("--timestamp" in command and "runtime" in command for command in signed)
    assert verified == ["codesign", "--verify", "--deep", "--strict", str(application)]


def test_without_an_identity_nobody_is_asked() -> None:
    variables = {"MACOS_NOTARY_PROFILE": "profile"}
    assert disk_image.trusting(Path("a.dmg"), disk_image.FOR_THIS_MACHINE, variables) == []


@pytest.mark.parametrize(
    ("variables", "tools"),
    [({}, ["codesign"]), ({"MACOS_NOTARY_PROFILE": "p"}, ["codesign", "xcrun", "xcrun"])],
)
def test_apple_is_asked_where_it_knows_us(variables: dict[str, str], tools: list[str]) -> None:
    commands = disk_image.trusting(Path("a.dmg"), "Developer ID Application: X", variables)
    assert [command[0] for command in commands] == tools


def test_what_is_asked_to_be_allowed_is_what_python_needs() -> None:
    assert disk_image.entitlements() == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
        "com.apple.security.cs.disable-library-validation": True,
    }


def test_the_icon_holds_the_sizes_that_have_a_name(tmp_path: Path) -> None:
    pictures = sorted((product.CHECKOUT / "resources" / "icons").glob("application-*.png"))
    file = tmp_path / "application.icns"
    icon_file.write_icns(file, pictures)
    content = file.read_bytes()
    assert content[:4] == b"icns"
    assert int.from_bytes(content[4:8], "big") == len(content)
    kinds, place = [], 8
    while place < len(content):
        kinds.append(content[place : place + 4])
        place += int.from_bytes(content[place + 4 : place + 8], "big")
    assert sorted(kinds) == [b"ic07", b"ic08", b"icp4", b"icp5", b"icp6"]
