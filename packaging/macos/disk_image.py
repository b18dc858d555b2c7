"""The disk image, and the steps that let another Mac trust it.

Without ``MACOS_SIGNING_IDENTITY`` the application is signed for this machine alone, and another
Mac asks before it starts it. With the identity of a "Developer ID Application" it is signed for
all, and with ``MACOS_NOTARY_PROFILE``, a profile of ``notarytool store-credentials``, Apple is
asked to look at the image and its answer is stapled to it.
"""

import os
import plistlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import product
from virtual_environment import SetUpError

HERE = Path(__file__).parent
FOR_THIS_MACHINE = "-"
# A file of machine code begins so: thin ones of both orders of bytes, and fat ones.
_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe")


def make_image(target: Path, application: Path, version: str, machine: str) -> Path:
    """Sign the application, write its disk image into a folder and return the image's path."""
    identity = os.environ.get("MACOS_SIGNING_IDENTITY", FOR_THIS_MACHINE)
    image = target / f"{product.COMMAND}-{version}-macos-{machine}.dmg"
    for command in signing(application, identity):
        call(command)
    with tempfile.TemporaryDirectory(prefix="trialviewer-dmg-") as scratch:
        folder = Path(scratch)
        shutil.copytree(application, folder / application.name, symlinks=True)
        (folder / "Applications").symlink_to("/Applications")
        call(imaging(folder, image))
    for command in trusting(image, identity, os.environ):
        call(command)
    return image


def signing(application: Path, identity: str) -> Iterator[list[str]]:
    """Yield the commands that sign all machine code, from the inside out."""
    inner = [file for file in sorted(application.rglob("*")) if is_machine_code(file)]
    for part in (*inner, application):
        yield [*_signed_by(identity), str(part)]
    yield ["codesign", "--verify", "--deep", "--strict", str(application)]


def imaging(folder: Path, image: Path) -> list[str]:
    """Return the command that makes the image of a folder."""
    options = ["-volname", product.NAME, "-srcfolder", str(folder), "-format", "ULFO", "-ov"]
    return ["hdiutil", "create", *options, str(image)]


def trusting(image: Path, identity: str, variables: Mapping[str, str]) -> list[list[str]]:
    """Return the commands that sign the image and have it looked at."""
    if identity == FOR_THIS_MACHINE:
        return []
    commands = [["codesign", "--sign", identity, "--timestamp", str(image)]]
    if profile := variables.get("MACOS_NOTARY_PROFILE"):
        notary = ["xcrun", "notarytool", "submit", str(image)]
        commands.append([*notary, "--keychain-profile", profile, "--wait"])
        commands.append(["xcrun", "stapler", "staple", str(image)])
    return commands


def is_machine_code(file: Path) -> bool:
    """Tell of a file by its first bytes; a link is none."""
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(4) in _MACH_O


def entitlements() -> dict[str, bool]:
    """Return what the application asks to be allowed."""
    values: dict[str, bool] = plistlib.loads((HERE / "entitlements.plist").read_bytes())
    return values


def call(command: list[str]) -> None:
    """Carry out a command; raises SetUpError where it fails."""
    if subprocess.run(command, check=False).returncode != 0:
        raise SetUpError(f"`{' '.join(command)}` failed; see what it said above.")


def _signed_by(identity: str) -> list[str]:
    command = ["codesign", "--force", "--sign", identity]
    if identity != FOR_THIS_MACHINE:
        command += ["--timestamp"]
    return [*command, "--options", "runtime", "--entitlements", str(HERE / "entitlements.plist")]
